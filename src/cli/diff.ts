import { diffProfiles } from '../profile/diff-profiles.js';
import { formatChange } from '../profile/format-change.js';
import { readProfile } from '../workspace/read-profile.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';

/** `assay diff`: what changed between two profiles, by meaning. */
export async function diff(
  before: string,
  { after, options, io }: { after: string; options: CommonOptions; io: Io },
): Promise<number> {
  const read = (path: string) => readProfile(path, { onWarning: io.note });
  const changes = diffProfiles(await read(before), await read(after));
  if (options.json) printJson({ changes }, io);
  else io.out(changes.length === 0 ? 'No difference in meaning.' : changes.map(formatChange).join('\n'));
  return 0;
}

import { AssayError } from '../errors.js';
import { renderTerminal } from '../report/render-terminal.js';
import { viewProfile } from '../report/view-profile.js';
import { readProfile } from '../workspace/read-profile.js';
import { writeReport } from '../workspace/write-report.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';

export interface ReportFlags extends CommonOptions {
  readonly profile?: string;
  readonly output?: string;
}

/** `assay report`: a profile as a page for the terminal, as HTML or as Markdown. */
export async function report(
  path: string | undefined,
  { options, io }: { options: ReportFlags; io: Io },
): Promise<number> {
  const profileFile = path ?? options.profile;
  if (profileFile === undefined) {
    throw new AssayError('USAGE', {
      detail: 'No profile was named.',
      hint: 'Give its file: assay report icp.yaml -o report.html',
    });
  }
  const profile = await readProfile(profileFile, { onWarning: io.note });
  const view = viewProfile(profile, { path: profileFile });
  if (options.output !== undefined) await writeReport(options.output, { profile, profileFile });
  if (options.json) printJson(view, io);
  else if (options.output === undefined) io.out(renderTerminal(view, { width: io.width, color: io.color }));
  if (options.output !== undefined) io.note(`wrote ${options.output}`);
  return 0;
}

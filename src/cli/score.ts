import type { Profile } from '../model/profile.js';
import { checkWritable } from '../workspace/check-writable.js';
import { isFormula, printScores } from '../workspace/print-scores.js';
import { readProfile } from '../workspace/read-profile.js';
import { type FileScores, type ScoreOptions, scoreFile } from '../workspace/score-file.js';
import { writeFile } from '../workspace/write-file.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { noteQuarantine } from './note-quarantine.js';
import { printJson } from './print-json.js';
import { type ReaderFlags, readerOptions } from './reader-options.js';
import { renderTierCounts } from './render-tier-counts.js';
import { type SourceFlags, sourceOf } from './source-of.js';

export interface ScoreFlags extends CommonOptions, ReaderFlags, SourceFlags {
  readonly profile: string;
  readonly id?: string;
  readonly output?: string;
}

/** `assay score`: every account with points, fit, probability, tier and reasons. */
export async function score(
  file: string | undefined,
  { options, io }: { options: ScoreFlags; io: Io },
): Promise<number> {
  const source = sourceOf(file, { flags: options, command: 'score' });
  await checkWritable([options.output]);
  const profile = await readProfile(options.profile, { onWarning: io.note });
  const scores = await scoreFile(source, scoreOptions(options, { profile, io }));
  noteQuarantine(scores.quarantined, { file: file ?? '', io });
  for (const note of scores.notes) io.note(`note: ${note}`);
  if (scores.caveat !== null) io.note(`note: these scores rest on ${scores.caveat}.`);
  const guarded = options.json ? 0 : scores.accounts.filter(({ id }) => isFormula(id)).length;
  if (guarded > 0)
    io.note(`note: ${guarded} ids begin like a formula and got a leading apostrophe; --json has them bare.`);
  if (options.output !== undefined) await writeFile(options.output, printScores(scores));
  if (options.json) printJson(jsonScores(scores), io);
  else if (options.output === undefined) io.out(printScores(scores));
  else io.out(renderTierCounts(scores, { color: io.color }));
  if (options.output !== undefined) io.note(`wrote ${options.output}`);
  return 0;
}

/** The options of the use case from the flags that score, explain and validate share. */
export function scoreOptions(flags: ScoreFlags, { profile, io }: { profile: Profile; io: Io }): ScoreOptions {
  return {
    profile,
    profileFile: flags.profile,
    reader: readerOptions(flags),
    onProgress: io.progress,
    ...(flags.id === undefined ? {} : { id: flags.id }),
  };
}

function jsonScores({ accounts, notes, isBelief, caveat, quarantined, idColumn }: FileScores) {
  return { accounts, idColumn, isBelief, caveat, notes, quarantined };
}

import type { Profile } from '../model/profile.js';
import { checkWritable } from '../workspace/check-writable.js';
import { isFormula, printScores } from '../workspace/print-scores.js';
import { readProfile } from '../workspace/read-profile.js';
import { type FileScores, type ScoreOptions, scoreFile } from '../workspace/score-file.js';
import { scoreWindows } from '../workspace/score-windows.js';
import { writeFile } from '../workspace/write-file.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { noteQuarantine } from './note-quarantine.js';
import { printJson } from './print-json.js';
import { type ReaderFlags, readerOptions } from './reader-options.js';
import { addTierCounts, noTierCounts, renderTierCounts } from './render-tier-counts.js';
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
  const asked = scoreOptions(options, { profile, io });
  const told = { file: file ?? '', io, isJson: options.json === true };
  if (options.json) {
    const scores = await scoreFile(source, asked);
    note(scores, told);
    if (options.output !== undefined) await writeFile(options.output, printScores(scores));
    printJson(jsonScores(scores), io);
  } else if (options.output === undefined) {
    for await (const text of printed(scoreWindows(source, asked), (scores) => note(scores, told))) io.out(text);
  } else {
    let counts = noTierCounts;
    const texts = printed(scoreWindows(source, asked), (scores) => {
      note(scores, told);
      counts = addTierCounts(counts, scores.accounts);
    });
    await writeFile(options.output, texts);
    io.out(renderTierCounts(counts, { color: io.color }));
  }
  if (options.output !== undefined) io.note(`wrote ${options.output}`);
  return 0;
}

/** CSV part by part, with one heading. */
async function* printed(windows: AsyncIterable<FileScores>, onScores: (scores: FileScores) => void) {
  let isFirst = true;
  for await (const scores of windows) {
    onScores(scores);
    const text = printScores(scores);
    yield isFirst ? text : withoutHeading(text, scores);
    isFirst = false;
  }
}

/** The name of a column may have lines of its own. */
function withoutHeading(text: string, { idColumn }: FileScores): string {
  let at = 0;
  for (const _ of idColumn.split('\n')) at = text.indexOf('\n', at) + 1;
  return text.slice(at);
}

function note(scores: FileScores, { file, io, isJson }: { file: string; io: Io; isJson: boolean }): void {
  noteQuarantine(scores.quarantined, { file, io });
  for (const one of scores.notes) io.note(`note: ${one}`);
  if (scores.caveat !== null) io.note(`note: these scores rest on ${scores.caveat}.`);
  const guarded = isJson ? 0 : scores.accounts.filter(({ id }) => isFormula(id)).length;
  if (guarded > 0)
    io.note(`note: ${guarded} ids begin like a formula and got a leading apostrophe; --json has them bare.`);
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

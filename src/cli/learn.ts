import { printProfile } from '../profile/print-profile.js';
import { renderTerminal } from '../report/render-terminal.js';
import { viewProfile } from '../report/view-profile.js';
import { learnProfile } from '../workspace/learn-profile.js';
import { writeFile } from '../workspace/write-file.js';
import { writeReport } from '../workspace/write-report.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { noteQuarantine } from './note-quarantine.js';
import { printJson } from './print-json.js';
import { type ReaderFlags, readerOptions } from './reader-options.js';

export interface LearnFlags extends CommonOptions, ReaderFlags {
  readonly outcome: string;
  readonly id?: string;
  readonly time?: string;
  readonly since?: string;
  readonly until?: string;
  readonly inTimeOrder?: boolean;
  readonly holdout?: number;
  readonly exclude: readonly string[];
  readonly keep: readonly string[];
  readonly name?: string;
  readonly market?: 'b2b' | 'b2c';
  readonly seed: number;
  readonly output?: string;
  readonly report?: string;
}

/** Exit code when the data cannot carry a profile. */
const refusedExit = 1;

/** `assay learn`: a file of accounts with their outcomes → a profile with its proof, or a refusal. */
export async function learn(file: string, { options, io }: { options: LearnFlags; io: Io }): Promise<number> {
  const { output, report } = options;
  const learned = await learnProfile(file, { ...options, reader: readerOptions(options), onProgress: io.progress });
  const { profile } = learned;
  noteQuarantine(learned.quarantined, { file, io });
  for (const note of learned.notes) io.note(`note: ${note}`);
  if (output !== undefined) await writeFile(output, printProfile(profile));
  if (report !== undefined)
    await writeReport(report, { profile, ...(output === undefined ? {} : { profileFile: output }) });
  if (options.json)
    printJson({ ...profile, help: learned.help, notes: learned.notes, quarantined: learned.quarantined }, io);
  else {
    io.out(
      renderTerminal(viewProfile(profile, output === undefined ? {} : { path: output }), {
        width: io.width,
        color: io.color,
      }),
    );
    for (const line of learned.help) io.out(`→ ${line}`);
  }
  for (const written of [output, report]) if (written !== undefined) io.note(`wrote ${written}`);
  return profile.verdict === 'publishable' || profile.verdict === 'ranked' ? 0 : refusedExit;
}

import { dirname } from 'node:path';
import { AssayError } from '../errors.js';
import type { SegmentMeasure } from '../model/segment.js';
import { shellWord } from '../model/shell-word.js';
import { printProfile } from '../profile/print-profile.js';
import { renderTerminal } from '../report/render-terminal.js';
import { viewProfile } from '../report/view-profile.js';
import type { AccountsSource } from '../workspace/accounts-input.js';
import { checkWritable } from '../workspace/check-writable.js';
import { learnApart } from '../workspace/learn-apart.js';
import { learnWithBeliefs } from '../workspace/learn-with-beliefs.js';
import type { LearnedProfile } from '../workspace/learned-profile.js';
import { readProfile } from '../workspace/read-profile.js';
import { learnValue } from '../workspace/value/learn-value.js';
import type { WeighedBeliefs } from '../workspace/weigh-beliefs.js';
import type { ColumnWish } from '../workspace/wishes-of.js';
import { writeFile } from '../workspace/write-file.js';
import { writeReport } from '../workspace/write-report.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { noteQuarantine } from './note-quarantine.js';
import { printJson } from './print-json.js';
import { type ReaderFlags, readerOptions } from './reader-options.js';
import type { SelectionFlags } from './selection-flags.js';
import { type SourceFlags, sourceOf } from './source-of.js';
import { type TimeFlags, timeAsked } from './time-flags.js';

export interface LearnFlags extends CommonOptions, ReaderFlags, SourceFlags, TimeFlags, SelectionFlags {
  readonly outcome?: string;
  /** File of a value definition. */
  readonly value?: string;
  readonly target?: 'amount' | 'time';
  readonly cost?: number;
  readonly beliefs?: string;
  readonly like?: string;
  readonly segmentsBy?: SegmentMeasure;
  readonly valueColumn?: string;
  readonly monotone?: readonly ColumnWish[];
  readonly cuts?: readonly ColumnWish[];
  readonly group?: readonly ColumnWish[];
  readonly id?: string;
  readonly time?: string;
  readonly since?: string;
  readonly until?: string;
  readonly inTimeOrder?: boolean;
  readonly holdout?: number;
  readonly holdoutBy?: string;
  readonly exclude: readonly string[];
  readonly keep: readonly string[];
  readonly name?: string;
  readonly market?: 'b2b' | 'b2c';
  readonly card?: 'full' | 'short' | number;
  readonly seed: number;
  readonly output?: string;
  readonly report?: string;
}

/** Exit code when the data cannot carry a profile. */
const refusedExit = 1;

/** `assay learn`: accounts with their outcomes → a profile with its proof, or a refusal. */
export async function learn(
  file: string | undefined,
  { options, io }: { options: LearnFlags; io: Io },
): Promise<number> {
  const { output, report } = options;
  await checkWritable([output, report]);
  const source = sourceOf(file, { flags: options, command: 'learn' });
  const learned = await learnOrWeigh(source, { options, io });
  const { profile, help, notes, quarantined } = learned;
  noteQuarantine(quarantined, { file: file ?? '', io });
  for (const note of notes) io.note(`note: ${note}`);
  if (output !== undefined) await writeFile(output, printProfile(profile));
  const next = 'next' in learned ? { next: learned.next } : {};
  const place = output === undefined ? {} : { profileFile: output };
  if (report !== undefined) await writeReport(report, { profile, ...place });
  if (options.json) printJson({ ...profile, help, notes, quarantined, ...next }, io);
  else io.out(renderTerminal(viewProfile(profile, output === undefined ? {} : { path: output }), io));
  for (const written of [output, report]) if (written !== undefined) io.note(`wrote ${written}`);
  const isAnswered = options.beliefs !== undefined || profile.verdict === 'publishable' || profile.verdict === 'ranked';
  return isAnswered ? 0 : refusedExit;
}

async function learnOrWeigh(
  source: AccountsSource,
  { options, io }: { options: LearnFlags; io: Io },
): Promise<LearnedProfile | WeighedBeliefs> {
  const common = { reader: readerOptions(options), onProgress: io.progress };
  const { outcome, value, beliefs, like: file, monotone = [], cuts = [], group = [], ...rest } = options;
  if (rest.target !== 'time' && Object.keys(timeAsked(rest)).length > 0)
    throw timeWithoutTarget(Object.keys(timeAsked(rest))[0]);
  const wishes = [...monotone, ...cuts, ...group];
  const others = { ...rest, survival: timeAsked(rest), wishes, ...(outcome === undefined ? {} : { outcome }) };
  const old = file === undefined ? undefined : await readProfile(file, { onWarning: io.note });
  const like = old === undefined ? {} : { like: old.attributes };
  if (beliefs !== undefined) {
    const profile = await readProfile(beliefs, { onWarning: io.note });
    return learnWithBeliefs(source, { ...others, ...common, like: profile.attributes, ...like, profile });
  }
  if (value !== undefined) {
    const { target, ...learning } = others;
    if (target === 'time') throw timeOfValue();
    return learnValue(source, { ...learning, ...common, ...like, ...(target && { target }), define: value });
  }
  const definition = outcome === undefined && rest.target !== 'time' ? old?.best.value : undefined;
  if (definition !== undefined && typeof source === 'string') {
    const { target, ...learning } = others;
    const kept = target ?? (old?.best.isAmount ? 'amount' : undefined);
    const asked = { ...learning, ...common, ...like, define: definition, folder: dirname(source) };
    return learnValue(source, { ...asked, ...(kept && kept !== 'time' && { target: kept }) });
  }
  if (outcome !== undefined || rest.target === 'time' || typeof source !== 'string') {
    return learnApart(source, { ...others, ...common, ...like });
  }
  throw new AssayError('USAGE', {
    detail: 'What "best" means is not said.',
    hint: `Name the column that says what became of each account: assay learn ${shellWord(source)} --outcome COLUMN=VALUE`,
  });
}

function timeWithoutTarget(flag: string): AssayError {
  return new AssayError('USAGE', {
    detail: `--${flag} says how long accounts last, and what is learnt is something else.`,
    hint: 'Add --target time, or leave it out.',
  });
}

function timeOfValue(): AssayError {
  return new AssayError('USAGE', {
    detail: '--value says how much accounts are worth, and --target time asks how long something took.',
    hint: 'Leave --target out, or write --target amount.',
  });
}

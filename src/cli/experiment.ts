import type { GuardRail, ReadingKind } from '../model/experiment.js';
import { viewBalance } from '../report/experiment/view-balance.js';
import { viewPlan } from '../report/experiment/view-plan.js';
import { viewReading } from '../report/experiment/view-reading.js';
import { renderPageTerminal } from '../report/page/render-page-terminal.js';
import { assignFile } from '../workspace/assign-file.js';
import { checkWritable } from '../workspace/check-writable.js';
import { planExperimentFile } from '../workspace/plan-experiment-file.js';
import { printAssignments } from '../workspace/print-assignments.js';
import { readExperimentDocument } from '../workspace/read-experiment-document.js';
import { readExperimentFile } from '../workspace/read-experiment-file.js';
import { readProfile } from '../workspace/read-profile.js';
import { writeExperiment } from '../workspace/write-experiment.js';
import { writeFile } from '../workspace/write-file.js';
import { writePage } from '../workspace/write-page.js';
import type { CommonOptions } from './common-options.js';
import type { Io } from './io.js';
import { printJson } from './print-json.js';
import { type ReaderFlags, readerOptions } from './reader-options.js';
import { type SourceFlags, sourceOf } from './source-of.js';

const refusedExit = 1;

export interface PlanFlags extends CommonOptions, ReaderFlags {
  readonly name?: string;
  readonly outcome?: string;
  readonly amount?: boolean;
  readonly base?: number;
  readonly sd?: number;
  readonly from?: string;
  readonly profile?: string;
  readonly effect?: number;
  readonly lift?: number;
  readonly power: number;
  readonly alpha: number;
  readonly readOnce?: boolean;
  readonly arm: readonly string[];
  readonly holdout?: number;
  readonly perWeek?: number;
  readonly capacity?: number;
  readonly stratify?: string;
  readonly guard: readonly GuardRail[];
  readonly salt?: string;
  readonly output?: string;
  readonly report?: string;
}

/** `assay experiment plan`: how many accounts, how long, written to `experiment.yaml`. */
export async function plan({ options, io }: { options: PlanFlags; io: Io }): Promise<number> {
  const { profile: file, amount, readOnce, arm, guard, output, report, ...rest } = options;
  await checkWritable([output, report]);
  const reading: ReadingKind = readOnce ? 'once' : 'any time';
  const { experiment, plan, notes } = await planExperimentFile({
    ...rest,
    isAmount: amount === true,
    reading,
    acting: arm.length === 0 ? ['act'] : arm,
    guardRails: guard,
    reader: readerOptions(options),
    ...(file === undefined ? {} : { profile: await readProfile(file, { onWarning: io.note }) }),
  });
  for (const note of notes) io.note(`note: ${note}`);
  const view = viewPlan(experiment, { plan, ...(output === undefined ? {} : { path: output }) });
  if (output !== undefined) await writeExperiment(output, experiment);
  if (report !== undefined) await writePage(report, view);
  if (options.json) printJson({ experiment, plan, notes }, io);
  else io.out(renderPageTerminal(view, io));
  for (const written of [output, report]) if (written !== undefined) io.note(`wrote ${written}`);
  return 0;
}

export interface AssignFlags extends CommonOptions, ReaderFlags, SourceFlags {
  readonly experiment: string;
  readonly profile?: string;
  readonly tiers?: readonly string[];
  readonly id?: string;
  readonly output: string;
}

/** `assay experiment assign`: every account into an arm, for good. */
export async function assign(
  file: string | undefined,
  { options, io }: { options: AssignFlags; io: Io },
): Promise<number> {
  const source = sourceOf(file, { flags: options, command: 'experiment assign' });
  await checkWritable([options.output]);
  const experiment = await readExperimentDocument(options.experiment);
  const { assignments, added, balance, notes } = await assignFile(source, {
    experiment,
    before: options.output,
    reader: readerOptions(options),
    onProgress: io.progress,
    ...(options.id === undefined ? {} : { id: options.id }),
    ...(options.tiers === undefined ? {} : { tiers: options.tiers }),
    ...(options.profile === undefined
      ? {}
      : { profile: await readProfile(options.profile, { onWarning: io.note }), profileFile: options.profile }),
  });
  for (const note of notes) io.note(`note: ${note}`);
  await writeFile(options.output, printAssignments(assignments));
  if (options.json) printJson({ added, total: assignments.length, balance, notes }, io);
  else
    io.out(renderPageTerminal(viewBalance(balance, { name: experiment.name, added, total: assignments.length }), io));
  io.note(`wrote ${options.output}`);
  return 0;
}

export interface ReadFlags extends CommonOptions, ReaderFlags {
  readonly experiment: string;
  readonly assignments: string;
  readonly id?: string;
  readonly undecidedAsNo?: boolean;
  readonly report?: string;
}

/** `assay experiment read`: whether acting caused anything. */
export async function read(file: string, { options, io }: { options: ReadFlags; io: Io }): Promise<number> {
  await checkWritable([options.report]);
  const { experiment, reading, notes } = await readExperimentFile(file, {
    experiment: await readExperimentDocument(options.experiment),
    assignments: options.assignments,
    isUndecidedNo: options.undecidedAsNo === true,
    reader: readerOptions(options),
    ...(options.id === undefined ? {} : { id: options.id }),
  });
  for (const note of notes) io.note(`note: ${note}`);
  const view = viewReading(experiment, reading);
  if (options.report !== undefined) await writePage(options.report, view);
  if (options.json) printJson({ ...reading, notes }, io);
  else io.out(renderPageTerminal(view, io));
  if (options.report !== undefined) io.note(`wrote ${options.report}`);
  const isBroken = reading.guardRails.some(({ state }) => state === 'broken');
  return reading.verdict === 'refused' || isBroken ? refusedExit : 0;
}

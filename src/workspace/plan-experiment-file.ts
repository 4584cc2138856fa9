import { randomBytes } from 'node:crypto';
import { type ExperimentPlan, type PlanRequest, planExperiment } from '../activate/experiment/plan-experiment.js';
import { AssayError } from '../errors.js';
import { readAmounts } from '../intake/read-amounts.js';
import { type ReadOptions, readFile } from '../intake/read-file.js';
import { readOutcome } from '../intake/read-outcome.js';
import type { Experiment, GuardRail, Metric, ReadingKind } from '../model/experiment.js';
import type { Profile } from '../model/profile.js';
import { sampleMoments } from '../stats/sample-moments.js';
import { splitOutcome } from './split-outcome.js';

export interface PlanOptions {
  readonly name?: string;
  /** `COLUMN=VALUE` or, of amounts, `COLUMN`. */
  readonly outcome?: string;
  readonly isAmount?: boolean;
  /** Where the rate without acting is taken from, the first that is told: itself, a file of outcomes, a profile. */
  readonly base?: number;
  readonly sd?: number;
  readonly from?: string;
  readonly profile?: Profile;
  /** The smallest effect worth seeing: a difference in the unit of the outcome, or times the base. */
  readonly effect?: number;
  readonly lift?: number;
  readonly power: number;
  readonly alpha: number;
  readonly reading: ReadingKind;
  readonly acting: readonly string[];
  readonly holdout?: number;
  readonly perWeek?: number;
  readonly capacity?: number;
  readonly stratify?: string;
  readonly guardRails: readonly GuardRail[];
  /** Unless told, drawn: two experiments with one salt would treat the same accounts alike. */
  readonly salt?: string;
  readonly reader?: ReadOptions;
}

export interface PlannedExperiment {
  readonly experiment: Experiment;
  readonly plan: ExperimentPlan;
  readonly notes: readonly string[];
}

/**
 * Plans an experiment from what is known before it.
 * @throws AssayError USAGE where something is missing or makes no sense, and what reading and `readOutcome` throw.
 */
export async function planExperimentFile(options: PlanOptions): Promise<PlannedExperiment> {
  const { metric, base, sd, notes } = await measureBase(options);
  const effect = chooseEffect(options, base);
  const isRate = metric.is !== undefined;
  if (isRate && !(base > 0 && base < 1))
    throw wrong(`The rate without acting is ${base}.`, 'It must be between 0 and 1: --base 0.18.');
  if (isRate && Math.abs(effect) >= Math.max(base, 1 - base))
    throw wrong(
      `An effect of ${effect} on a rate of ${base} cannot be.`,
      'Give a difference of two rates: --effect 0.05.',
    );
  const { power, alpha, reading, acting, holdout, perWeek, capacity } = options;
  const request: PlanRequest = {
    acting,
    holdoutName: 'holdout',
    base,
    effect,
    power,
    alpha,
    reading,
    ...(isRate || sd === undefined ? {} : { sd }),
    ...(holdout === undefined ? {} : { holdout }),
    ...(perWeek === undefined ? {} : { perWeek }),
    ...(capacity === undefined ? {} : { capacity }),
  };
  if (!isRate && sd === undefined)
    throw wrong('How much amounts vary is not known.', 'Add --sd, or --from with a file of past amounts.');
  const plan = planExperiment(request);
  const experiment: Experiment = {
    name: options.name ?? 'Act on the ICP',
    salt: options.salt ?? randomBytes(8).toString('hex'),
    outcome: metric,
    arms: plan.arms.map(({ name, share, isHoldout }) => ({ name, share, isHoldout })),
    ...(options.stratify === undefined ? {} : { stratify: options.stratify }),
    adjust: options.profile === undefined ? 'none' : 'fit',
    reading,
    design: {
      base: tidy(base),
      ...(request.sd === undefined ? {} : { sd: tidy(request.sd) }),
      effect: tidy(Math.abs(effect)),
      power,
      alpha,
      accounts: plan.accounts,
      ...(plan.weeks === null ? {} : { weeks: plan.weeks }),
    },
    guardRails: options.guardRails,
  };
  return { experiment, plan, notes };
}

interface Base {
  readonly metric: Metric;
  readonly base: number;
  readonly sd?: number;
  readonly notes: readonly string[];
}

async function measureBase(options: PlanOptions): Promise<Base> {
  const { outcome, isAmount = false, base, sd, from, profile, reader } = options;
  if (from !== undefined) return measureFile(from, { outcome, isAmount, ...(reader === undefined ? {} : { reader }) });
  const typed = outcome ?? profileOutcome(profile);
  if (typed === undefined)
    throw wrong(
      'What acting is meant to raise is not said.',
      'Name it: --outcome status=won, or --outcome revenue --amount.',
    );
  const metric = metricOf(typed, isAmount);
  const told = base ?? (isAmount ? undefined : profile?.learned.baseRate);
  if (told === undefined || !Number.isFinite(told) || (told === 0 && !isAmount))
    throw wrong(
      'How often (or how much) without acting is not known.',
      'Give --base 0.18, a file of past outcomes with --from deals.csv, or a learnt profile with --profile icp.yaml.',
    );
  return { metric, base: told, ...(sd === undefined ? {} : { sd }), notes: [] };
}

async function measureFile(
  file: string,
  { outcome, isAmount, reader }: { outcome: string | undefined; isAmount: boolean; reader?: ReadOptions },
): Promise<Base> {
  const raw = await readFile(file, reader ?? {});
  if (outcome === undefined)
    throw wrong('Which column of the file says what became of accounts is not said.', 'Name it: --outcome status=won.');
  const names = raw.columns.map(({ name }) => name);
  const { column, value } = splitOutcome(outcome, { names, file: raw.source, option: '--outcome' });
  const values = raw.columns[names.indexOf(column)];
  if (isAmount) {
    const { amounts } = readAmounts(values, { file: raw.source });
    const { count, mean, variance } = sampleMoments(amounts.filter((amount) => !Number.isNaN(amount)));
    return {
      metric: { column },
      base: mean,
      sd: Math.sqrt(variance),
      notes: [
        `${raw.source}: ${count} amounts, on average ${tidy(mean)}, standard deviation ${tidy(Math.sqrt(variance))}.`,
      ],
    };
  }
  const { labels, best, notes } = readOutcome(values, { value, file: raw.source });
  if (best.is === undefined)
    throw wrong(
      `${best.description} is no value of the column.`,
      'Experiments take --outcome COLUMN=VALUE, or --amount.',
    );
  const known = labels.filter((label) => label !== 255);
  const positives = known.reduce((sum, label) => sum + label, 0);
  return {
    metric: { column, is: best.is },
    base: positives / known.length,
    notes: [
      ...notes,
      `${raw.source}: ${positives} of ${known.length} accounts (${tidy((100 * positives) / known.length)} %).`,
    ],
  };
}

function profileOutcome(profile: Profile | undefined): string | undefined {
  return profile?.best.is === undefined ? undefined : `${profile.best.outcome}=${profile.best.is.join('|')}`;
}

function metricOf(typed: string, isAmount: boolean): Metric {
  const at = typed.indexOf('=');
  if (isAmount) return { column: typed };
  if (at <= 0 || at === typed.length - 1)
    throw wrong(
      `--outcome ${typed} does not say which value counts.`,
      'Give --outcome status=won, or of amounts --outcome revenue --amount.',
    );
  return { column: typed.slice(0, at), is: typed.slice(at + 1).split('|') };
}

function chooseEffect({ effect, lift }: PlanOptions, base: number): number {
  if (effect !== undefined && lift === undefined && effect !== 0) return effect;
  if (lift !== undefined && effect === undefined && lift !== 1) return (lift - 1) * base;
  throw wrong(
    'The smallest effect worth seeing is not said.',
    'Give one of --effect 0.05 (a difference) and --lift 1.25 (times the base).',
  );
}

/** As many digits as a plan can mean. */
function tidy(value: number): number {
  return Number(value.toPrecision(6));
}

function wrong(detail: string, hint: string): AssayError {
  return new AssayError('USAGE', { detail, hint });
}

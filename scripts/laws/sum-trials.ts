import { meanInterval } from '../../src/stats/mean-interval.js';
import { sampleMoments } from '../../src/stats/sample-moments.js';
import { wilsonInterval } from '../../src/stats/wilson-interval.js';
import type { Law } from './law.js';
import type { Trial } from './try-company.js';

/** A figure of a law, beside what it must be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** What was counted or averaged. */
  readonly of: number;
  readonly target: string | null;
  readonly holds: boolean | null;
}

export interface LawResult {
  readonly law: string;
  readonly says: string;
  readonly companies: number;
  readonly refused: number;
  readonly figures: readonly Figure[];
  readonly coverage: readonly Coverage[];
  readonly falseLines: readonly string[];
  readonly processorSeconds: number;
}

/** How often intervals of one kind hold the truth. */
export interface Coverage {
  readonly of: string;
  readonly intervals: number;
  readonly covered: number;
  /** Share of intervals that lie above the truth, and below it. */
  readonly tooHigh: number;
  readonly tooLow: number;
  /** Whether that can be 93–97 in a hundred: narrower and wider are beyond what chance explains. */
  readonly judgement: 'few' | 'holds' | 'narrow' | 'wide';
}

/** A 95 % interval holds the truth so often, or nearly. */
const due = { least: 0.93, most: 0.97 };
/** Of fewer intervals, many of one company, nothing is said. */
const fewest = 50;

/** What the companies of a law showed, together. */
export function sumTrials(law: Law, trials: readonly Trial[]): LawResult {
  const { targets } = law;
  const count = (isOne: (trial: Trial) => boolean) => trials.filter(isOne).length;
  const total = (of: (trial: Trial) => number) => trials.reduce((sum, trial) => sum + of(trial), 0);
  const planted = total((trial) => trial.planted);
  const leaks = total((trial) => trial.leaks.planted);
  const calibrated = trials.flatMap(({ calibrationError }) => (calibrationError === null ? [] : [calibrationError]));
  const figures = [
    most(
      'companies that publish anything',
      trials.map(({ isPublished }) => (isPublished ? 1 : 0)),
      targets.published,
    ),
    ...(planted === 0
      ? []
      : [
          least('planted effects recovered', total(({ said }) => said) / planted, {
            of: planted,
            bound: targets.recovery,
          }),
        ]),
    most('false lines, mean share', trials.map(falseShare), targets.falseLines),
    ...(leaks === 0
      ? []
      : [least('leaks not used', 1 - total((trial) => trial.leaks.used) / leaks, { of: leaks, bound: targets.leaks })]),
    ...(calibrated.length === 0 ? [] : [most('calibration error, mean', calibrated, targets.calibration)]),
  ];
  return {
    law: law.name,
    says: law.says,
    companies: trials.length,
    refused: count(({ verdict }) => verdict === 'refused'),
    figures,
    coverage: coverageOf(trials),
    falseLines: trials.flatMap((trial) => trial.falseLines),
    processorSeconds: total((trial) => trial.processorSeconds),
  };
}

function falseShare({ counts }: Trial): number {
  const lines = counts.planted + counts.follows + counts.false + counts.leak;
  return lines === 0 ? 0 : counts.false / lines;
}

interface Bound {
  readonly of: number;
  readonly bound: number | undefined;
}

/** A mean over companies; it fails where it lies above its bound by more than chance explains. */
function most(name: string, values: readonly number[], bound: number | undefined): Figure {
  const { estimate: value, lower } = meanInterval(sampleMoments(Float64Array.from(values)));
  if (bound === undefined) return { name, value, of: values.length, target: null, holds: null };
  const isAbove = value > bound && !(lower <= bound);
  return { name, value, of: values.length, target: `≤ ${bound}`, holds: !isAbove };
}

function least(name: string, value: number, { of, bound }: Bound): Figure {
  if (bound === undefined) return { name, value, of, target: null, holds: null };
  return { name, value, of, target: `≥ ${bound}`, holds: wilsonInterval(Math.round(value * of), of).upper >= bound };
}

/** Of all kinds of intervals that were printed, by name. */
export function coverageOf(trials: readonly Trial[]): Coverage[] {
  const kinds = new Map<string, { in: number; below: number; above: number }>();
  for (const { of, side } of trials.flatMap(({ intervals }) => intervals)) {
    const kind = kinds.get(of) ?? { in: 0, below: 0, above: 0 };
    kind[side]++;
    kinds.set(of, kind);
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([of, seen]) => {
      const intervals = seen.in + seen.below + seen.above;
      const { lower, upper } = wilsonInterval(seen.in, intervals);
      return {
        of,
        intervals,
        covered: seen.in / intervals,
        tooHigh: seen.below / intervals,
        tooLow: seen.above / intervals,
        judgement: intervals < fewest ? 'few' : upper < due.least ? 'narrow' : lower > due.most ? 'wide' : 'holds',
      };
    });
}

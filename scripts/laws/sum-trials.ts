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
  readonly tooHigh: number;
  readonly tooLow: number;
}

/** What the companies of a law showed, together. */
export function sumTrials(law: Law, trials: readonly Trial[]): LawResult {
  const { targets } = law;
  const count = (isOne: (trial: Trial) => boolean) => trials.filter(isOne).length;
  const total = (of: (trial: Trial) => number) => trials.reduce((sum, trial) => sum + of(trial), 0);
  const planted = total((trial) => trial.planted);
  const leaks = total((trial) => trial.leaks.planted);
  const calibrated = trials.flatMap(({ calibrationError }) => (calibrationError === null ? [] : [calibrationError]));
  const figures = [
    most('companies that publish anything', count(({ isPublished }) => isPublished) / trials.length, {
      of: trials.length,
      bound: targets.published,
      isShare: true,
    }),
    ...(planted === 0
      ? []
      : [
          least('planted effects recovered', total(({ said }) => said) / planted, {
            of: planted,
            bound: targets.recovery,
          }),
        ]),
    most('false lines, mean share', total(falseShare) / trials.length, {
      of: trials.length,
      bound: targets.falseLines,
    }),
    ...(leaks === 0
      ? []
      : [least('leaks not used', 1 - total((trial) => trial.leaks.used) / leaks, { of: leaks, bound: targets.leaks })]),
    ...(calibrated.length === 0
      ? []
      : [
          most('calibration error, mean', calibrated.reduce((sum, one) => sum + one, 0) / calibrated.length, {
            of: calibrated.length,
            bound: targets.calibration,
          }),
        ]),
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
  /** A count over a count: it only fails where chance cannot explain it. */
  readonly isShare?: boolean;
}

function most(name: string, value: number, { of, bound, isShare }: Bound): Figure {
  if (bound === undefined) return { name, value, of, target: null, holds: null };
  const least = isShare ? wilsonInterval(Math.round(value * of), of).lower : value;
  return { name, value, of, target: `≤ ${bound}`, holds: least <= bound };
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
      return {
        of,
        intervals,
        covered: seen.in / intervals,
        tooHigh: seen.below / intervals,
        tooLow: seen.above / intervals,
      };
    });
}

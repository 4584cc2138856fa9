import type { Durations } from '../../model/duration.js';
import type { TimeMeasures } from '../../model/time-proof.js';
import type { CensoringCurve } from '../../stats/censoring-curve.js';
import { concordance } from '../../stats/concordance.js';
import { integratedBrier } from '../../stats/integrated-brier.js';

/** Accounts that were held out, and what was foretold of them. */
export interface Foretold {
  /** Higher for those who should last longer. */
  readonly scores: ArrayLike<number>;
  /** Share that account `row` is kept with after `times[k]`. */
  readonly keptOf: (row: number, k: number) => number;
}

export interface Judging extends Durations {
  /** The times over which shares kept are judged, ascending, above 0. */
  readonly times: readonly number[];
  readonly censoring: CensoringCurve;
  readonly designEffect: number;
}

/** Order and shares of what was foretold. `losses`: what each account adds to the Brier score. */
export function measureTimes(
  { scores, keptOf }: Foretold,
  judging: Judging,
): { measures: TimeMeasures; losses: Float64Array } {
  const { censoring, times, designEffect } = judging;
  const until = times.at(-1) ?? 0;
  const weightOf = (time: number) => (time > until ? 0 : 1 / Math.max(censoring.before(time), 1e-9) ** 2);
  const { score, losses } = integratedBrier(keptOf, judging);
  const measures = {
    concordance: concordance(scores, judging, { designEffect }),
    uno: concordance(scores, judging, { designEffect, weightOf }),
    brier: score,
  };
  return { measures, losses };
}

/** So many accounts must be watched beyond the last time that is judged. */
const watched = { share: 0.1, accounts: 10 };
const mostTimes = 24;

/** Evenly spaced times up to that which a tenth of the accounts outlast under watch. */
export function judgedTimes({ durations }: Durations): number[] {
  const sorted = Float64Array.from(durations).sort();
  const beyond = Math.max(watched.accounts, Math.ceil(watched.share * sorted.length));
  const until = sorted[Math.max(0, sorted.length - 1 - beyond)] ?? 0;
  if (!(until > 0)) return [];
  const isWhole = durations.every(Number.isInteger);
  const count = isWhole ? Math.min(mostTimes, until) : mostTimes;
  const times = Array.from({ length: count }, (_, k) => ((k + 1) * until) / count);
  return isWhole ? [...new Set(times.map(Math.round))] : times;
}

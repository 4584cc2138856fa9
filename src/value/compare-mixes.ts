import type { Interval } from '../model/estimate.js';
import { kendallTau } from '../stats/kendall-tau.js';
import { rankCorrelation } from '../stats/rank-correlation.js';
import { chooseBest } from './choose-best.js';

export interface NamedMix {
  readonly name: string;
  readonly values: Float64Array;
}

export interface MixPair {
  readonly a: string;
  readonly b: string;
  readonly spearman: Interval;
  /** Null above {@link mostForTau} accounts: Spearman's tells the same there. */
  readonly kendall: Interval | null;
  /** Accounts that are best by a, by b, by both. */
  readonly bestA: number;
  readonly bestB: number;
  readonly both: number;
  /** Of the best by a or by b, those that are best by both. */
  readonly overlap: number;
}

export const mostForTau = 200_000;

/** How far mixes agree about who is best, each pair once. */
export function compareMixes(
  mixes: readonly NamedMix[],
  best: { readonly share: number; readonly atLeast?: number | undefined },
): MixPair[] {
  // A value from which on an account is best is in the unit of one mix: others are compared by the same share.
  const chosen = mixes.map(({ values }, i) => chooseBest(values, i === 0 ? best : { share: best.share }));
  return mixes.flatMap((a, i) =>
    mixes.slice(i + 1).map((b, k): MixPair => {
      const [one, other] = [chosen[i], chosen[i + 1 + k]];
      const both = one.labels.reduce((sum, label, account) => sum + (label & other.labels[account]), 0);
      return {
        a: a.name,
        b: b.name,
        spearman: rankCorrelation(a.values, b.values),
        kendall: a.values.length > mostForTau ? null : kendallTau(a.values, b.values),
        bestA: one.count,
        bestB: other.count,
        both,
        overlap: both / Math.max(1, one.count + other.count - both),
      };
    }),
  );
}

import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../model/estimate.js';
import type { TwoRates } from './rate-ratio-interval.js';

/**
 * The rate of a group less the rate of another, with the score interval of Miettinen and Nurminen: it holds at small
 * counts and at rates of 0 and 1, where the interval from the observed variance (Wald) is far too narrow.
 * An empty group leaves `{ NaN, -1, 1 }`.
 * Source: O. Miettinen and M. Nurminen, Statistics in Medicine 4 (1985) 213–226.
 * @param options `confidence` 0–1, default 0.95.
 */
export function rateDifferenceInterval(counts: TwoRates, options: { readonly confidence?: number } = {}): Interval {
  const { positives, accounts, otherPositives, otherAccounts } = counts;
  if (accounts <= 0 || otherAccounts <= 0) return { estimate: Number.NaN, lower: -1, upper: 1 };
  const z = normalQuantile(0.5 + (options.confidence ?? 0.95) / 2, 0, 1);
  const estimate = positives / accounts - otherPositives / otherAccounts;
  return {
    estimate,
    lower: solve(counts, { from: -1, to: estimate, isInside: (score) => score <= z }),
    upper: solve(counts, { from: 1, to: estimate, isInside: (score) => score >= -z }),
  };
}

/** The difference furthest from the estimate that the data still allow. */
function solve(
  counts: TwoRates,
  { from, to, isInside }: { from: number; to: number; isInside: (score: number) => boolean },
): number {
  let [outside, inside] = [from, to];
  if (isInside(scoreOf(counts, outside))) return outside;
  for (let step = 0; step < 60; step++) {
    const middle = (outside + inside) / 2;
    if (isInside(scoreOf(counts, middle))) inside = middle;
    else outside = middle;
  }
  return (outside + inside) / 2;
}

/** Observed less supposed difference, over its standard error at the rates most likely under the supposition. */
function scoreOf(counts: TwoRates, difference: number): number {
  const { positives, accounts, otherPositives, otherAccounts } = counts;
  const observed = positives / accounts - otherPositives / otherAccounts;
  if (observed === difference) return 0;
  const other = likeliestOther(counts, difference);
  const rate = Math.min(1, Math.max(0, other + difference));
  const all = accounts + otherAccounts;
  const variance = ((rate * (1 - rate)) / accounts + (other * (1 - other)) / otherAccounts) * (all / (all - 1));
  return (observed - difference) / Math.sqrt(Math.max(variance, 0));
}

/** The likelihood's derivative falls with the other rate: its zero is found by halving, which is exact at the ends too. */
function likeliestOther({ positives, accounts, otherPositives, otherAccounts }: TwoRates, difference: number): number {
  let [low, high] = [Math.max(0, -difference), Math.min(1, 1 - difference)];
  const slope = (other: number) => {
    const rate = other + difference;
    return (
      ratio(positives, rate) -
      ratio(accounts - positives, 1 - rate) +
      ratio(otherPositives, other) -
      ratio(otherAccounts - otherPositives, 1 - other)
    );
  };
  for (let step = 0; step < 54; step++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function ratio(count: number, share: number): number {
  return count === 0 ? 0 : count / Math.max(share, 1e-300);
}

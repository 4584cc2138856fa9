import { chiSquareSurvival } from './chi-square-survival.js';

export interface ChiSquareTest {
  readonly statistic: number;
  /** Groups that hold accounts, less one. */
  readonly df: number;
  readonly p: number;
}

/**
 * Pearson's test that all groups have one rate. Empty groups do not count; with fewer than two groups, or only one
 * class, there is nothing to test: `{ 0, 0, 1 }`. Read it with care where a group expects fewer than five positives or negatives.
 * Source: K. Pearson, Philosophical Magazine 50 (1900) 157–175; no continuity correction.
 * @param positives by group. @param accounts by group, in the same order.
 */
export function chiSquareTest(positives: ArrayLike<number>, accounts: ArrayLike<number>): ChiSquareTest {
  let [total, hits, groups] = [0, 0, 0];
  for (let i = 0; i < accounts.length; i++) {
    total += accounts[i];
    hits += positives[i];
    if (accounts[i] > 0) groups++;
  }
  if (groups < 2 || hits === 0 || hits === total) return { statistic: 0, df: 0, p: 1 };
  const rate = hits / total;
  let statistic = 0;
  for (let i = 0; i < accounts.length; i++) {
    if (accounts[i] > 0) statistic += (positives[i] - accounts[i] * rate) ** 2 / (accounts[i] * rate * (1 - rate));
  }
  return { statistic, df: groups - 1, p: chiSquareSurvival(statistic, groups - 1) };
}

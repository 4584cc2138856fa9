import { chiSquareSurvival } from './chi-square-survival.js';
import type { ChiSquareTest } from './chi-square-test.js';

/**
 * The likelihood-ratio test that all groups have one rate: twice the log-likelihood gained by giving each its own.
 * Empty groups do not count; with fewer than two groups, or only one class: `{ 0, 0, 1 }`.
 * Source: S. S. Wilks, Annals of Mathematical Statistics 9 (1938) 60–62; B. Woolf, Annals of Human Genetics 21 (1957) 397–409.
 * @param positives by group. @param accounts by group, in the same order.
 */
export function gTest(positives: ArrayLike<number>, accounts: ArrayLike<number>): ChiSquareTest {
  let [total, hits, groups, own] = [0, 0, 0, 0];
  for (let i = 0; i < accounts.length; i++) {
    total += accounts[i];
    hits += positives[i];
    if (accounts[i] > 0) groups++;
    own += logLikelihood(positives[i], accounts[i]);
  }
  if (groups < 2 || hits === 0 || hits === total) return { statistic: 0, df: 0, p: 1 };
  const statistic = Math.max(0, 2 * (own - logLikelihood(hits, total)));
  return { statistic, df: groups - 1, p: chiSquareSurvival(statistic, groups - 1) };
}

function logLikelihood(positives: number, accounts: number): number {
  const part = (count: number) => (count > 0 ? count * Math.log(count / accounts) : 0);
  return part(positives) + part(accounts - positives);
}

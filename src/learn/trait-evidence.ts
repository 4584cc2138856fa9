import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Evidence } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import { liftInterval } from '../stats/lift-interval.js';
import { testReach } from './test-reach.js';

/**
 * Counts a trait. The lift is the plain ratio. Its interval is widened for the trait having been picked among many, and the
 * bound towards 1 is moved by what the choice of the range flatters it, so that it covers the truth as often as it says.
 * @param from `has`: as {@link matchTrait} answers; `optimism`: from {@link choiceOptimism}; `widening`: from {@link discoveryWidening}.
 */
export function traitEvidence(from: {
  readonly has: Uint8Array;
  readonly labels: Uint8Array;
  readonly q: number;
  readonly optimism: number;
  readonly widening: number;
}): Omit<Evidence, 'adjusted'> {
  const { has, labels, q, optimism, widening } = from;
  let [accounts, positives, totalPositives] = [0, 0, 0];
  for (let i = 0; i < has.length; i++) {
    totalPositives += labels[i];
    if (has[i] !== 1) continue;
    accounts++;
    positives += labels[i];
  }
  const counts = { accounts, positives, totalPositives, totalAccounts: labels.length };
  const lift = temper(liftInterval(counts), { optimism, widening, q });
  return { accounts, positives, share: accounts / labels.length, lift, q, crude: crudeLogOdds(counts) };
}

/**
 * By what factor a 95 % interval must grow to hold for a trait that was reported because it passed: found among `looked`,
 * `passed` of them in all. Source: Y. Benjamini and D. Yekutieli, "False discovery rate-adjusted multiple confidence
 * intervals for selected parameters", JASA 100 (2005) 71–81.
 */
export function discoveryWidening(passed: number, looked: number): number {
  if (passed === 0 || looked <= passed) return 1;
  return normalQuantile(1 - (0.025 * passed) / looked, 0, 1) / normalQuantile(0.975, 0, 1);
}

/** Widens both bounds and moves the one on the side of 1, which is the one that flattery makes too good. */
function temper(plain: Interval, by: { optimism: number; widening: number; q: number }): Interval {
  const { estimate, lower, upper } = plain;
  const flattery = Math.exp(by.optimism);
  if (!(estimate > 0)) return { estimate, lower, upper: Math.max(upper * flattery, upper ** (1 - testReach(by.q))) };
  const stretch = (bound: number) => estimate * (bound / estimate) ** by.widening;
  // That bound is no better than the test of the whole attribute: it reaches 1 exactly where q reaches .05.
  const tested = estimate ** (1 - testReach(by.q));
  return estimate > 1
    ? { estimate, lower: Math.min(stretch(lower) / flattery, tested), upper: stretch(upper) }
    : { estimate, lower: stretch(lower), upper: Math.max(stretch(upper) * flattery, tested) };
}

/** Against the accounts without the trait; half an account in each cell keeps it finite. */
export function crudeLogOdds(counts: {
  accounts: number;
  positives: number;
  totalPositives: number;
  totalAccounts: number;
}): number {
  const { accounts, positives, totalPositives, totalAccounts } = counts;
  const others = totalPositives - positives;
  const logOdds = (hits: number, misses: number) => Math.log((hits + 0.5) / (misses + 0.5));
  return logOdds(positives, accounts - positives) - logOdds(others, totalAccounts - accounts - others);
}

import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Evidence } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import { liftInterval } from '../stats/lift-interval.js';

/**
 * Counts a trait. The lift is the plain ratio; its interval is moved towards 1 by what the choice of the range flatters it
 * and widened for having been picked among many, so that it covers the truth as often as it says.
 * @param from `has`: as {@link matchTrait} answers; `optimism`: from {@link choiceOptimism}; `widening`: from {@link discoveryWidening}.
 */
export function traitEvidence(from: {
  readonly has: Uint8Array;
  readonly labels: Uint8Array;
  readonly q: number;
  readonly direction: 1 | -1;
  readonly optimism: number;
  readonly widening: number;
}): Omit<Evidence, 'adjusted'> {
  const { has, labels, q, direction, optimism, widening } = from;
  let [accounts, positives, totalPositives] = [0, 0, 0];
  for (let i = 0; i < has.length; i++) {
    totalPositives += labels[i];
    if (has[i] !== 1) continue;
    accounts++;
    positives += labels[i];
  }
  const counts = { accounts, positives, totalPositives, totalAccounts: labels.length };
  const lift = temper(liftInterval(counts), { shift: -direction * optimism, widening });
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

function temper({ estimate, lower, upper }: Interval, by: { shift: number; widening: number }): Interval {
  const move = Math.exp(by.shift);
  if (!(estimate > 0)) return { estimate, lower, upper: upper * Math.max(1, move) };
  const stretch = (bound: number) => estimate * (bound / estimate) ** by.widening * move;
  return { estimate, lower: Math.min(estimate, stretch(lower)), upper: Math.max(estimate, stretch(upper)) };
}

/** Against the accounts without the trait; half an account in each cell keeps it finite. */
function crudeLogOdds(counts: {
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

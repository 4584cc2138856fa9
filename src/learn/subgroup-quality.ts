import { wilsonInterval } from '../stats/wilson-interval.js';
import type { BitLayout, Tally } from './bitset.js';

/**
 * How good a subgroup is. For the search to be exact it must grow with the positives, fall with the accounts that are
 * none, and grow along subgroups that are all positive: then no refinement of one with t positives beats those t alone.
 */
export type SubgroupQuality = (tally: Tally) => number;

/**
 * share^a · (rate − base rate).
 * @param exponent a, above 0 up to 1: 1 is weighted relative accuracy, 0.5 the binomial test.
 */
export function standardQuality({ accounts: total, positives: all }: BitLayout, exponent: number): SubgroupQuality {
  const baseRate = all / total;
  const power = exponent === 0.5 ? Math.sqrt : (share: number) => share ** exponent;
  return ({ accounts, positives }) => power(accounts / total) * (positives / accounts - baseRate);
}

/** How far above 1 the lift is at least: lower end of Wilson's 95 % interval of the rate over the base rate, less 1. */
export function liftQuality({ accounts: total, positives: all }: BitLayout): SubgroupQuality {
  return ({ accounts, positives }) => (wilsonInterval(positives, accounts).lower * total) / all - 1;
}

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

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

const z = 1.959963984540054;
const z2 = z * z;

/**
 * The lower end of the 95 % interval of the rate (Wilson) over the base rate, less one: pure subgroups, but only as small as
 * their accounts can carry. Grows with every positive, alone or beside others (docs/methods/segments.md).
 */
export function lowerLiftQuality({ accounts: total, positives: all }: BitLayout): SubgroupQuality {
  const baseRate = all / total;
  return ({ accounts, positives }) => {
    // As in stats/wilson-interval.ts; written out, because the search asks millions of times.
    const half = z * Math.sqrt((positives * (accounts - positives)) / accounts + z2 / 4);
    return (positives + z2 / 2 - half) / (accounts + z2) / baseRate - 1;
  };
}

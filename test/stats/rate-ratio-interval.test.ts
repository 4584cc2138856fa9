import { describe, expect, it } from 'vitest';
import { chiSquareTest } from '../../src/stats/chi-square-test.js';
import { rateRatioInterval } from '../../src/stats/rate-ratio-interval.js';

describe('rateRatioInterval', () => {
  it('meets the scores at ±1.96 at its bounds', () => {
    // Independent evaluation of the score in closed form by numpy at the bounds, 2026: see docs/methods/lift.md.
    const { estimate, lower, upper } = rateRatioInterval({
      positives: 10,
      accounts: 20,
      otherPositives: 5,
      otherAccounts: 30,
    });
    expect(estimate).toBe(3);
    expect(lower).toBeCloseTo(1.2472718609, 9);
    expect(upper).toBeCloseTo(7.4841472483, 9);
  });

  it('turns round when the groups are exchanged', () => {
    const counts = { positives: 7, accounts: 40, otherPositives: 12, otherAccounts: 33 };
    const exchanged = { positives: 12, accounts: 33, otherPositives: 7, otherAccounts: 40 };
    const [one, other] = [rateRatioInterval(counts), rateRatioInterval(exchanged)];
    expect(one.lower).toBeCloseTo(1 / other.upper, 10);
    expect(one.upper).toBeCloseTo(1 / other.lower, 10);
  });

  it('holds where a group has no or only positives', () => {
    expect(rateRatioInterval({ positives: 0, accounts: 9, otherPositives: 5, otherAccounts: 30 }).lower).toBe(0);
    const only = rateRatioInterval({ positives: 4, accounts: 4, otherPositives: 0, otherAccounts: 30 });
    expect(only).toMatchObject({ estimate: Number.POSITIVE_INFINITY, upper: Number.POSITIVE_INFINITY });
    expect(only.lower).toBeCloseTo(8.57984, 5);
  });

  it('knows nothing of empty groups', () => {
    const nothing = { estimate: Number.NaN, lower: 0, upper: Number.POSITIVE_INFINITY };
    expect(rateRatioInterval({ positives: 0, accounts: 0, otherPositives: 5, otherAccounts: 30 })).toEqual(nothing);
    expect(rateRatioInterval({ positives: 0, accounts: 4, otherPositives: 0, otherAccounts: 30 })).toEqual(nothing);
  });

  it('excludes 1 exactly when Pearson’s test with n − 1 does', () => {
    for (let positives = 0; positives <= 25; positives++) {
      const { lower, upper } = rateRatioInterval({ positives, accounts: 25, otherPositives: 20, otherAccounts: 60 });
      const statistic = chiSquareTest([positives, 20], [25, 60]).statistic * (84 / 85);
      expect(lower > 1 || upper < 1).toBe(statistic > 3.841458820694124);
    }
  });
});

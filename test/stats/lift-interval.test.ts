import { describe, expect, it } from 'vitest';
import { liftInterval } from '../../src/stats/lift-interval.js';

describe('liftInterval', () => {
  it('divides the rate of the subset by the rate of all', () => {
    // 30 of 100 against 100 of 1,000: .3 / .1.
    const lift = liftInterval({ positives: 30, accounts: 100, totalPositives: 100, totalAccounts: 1000 });
    expect(lift.estimate).toBeCloseTo(3, 12);
    expect(lift.lower).toBeGreaterThan(2.2);
    expect(lift.upper).toBeLessThan(3.9);
  });

  it('has bounds at a subset without positives', () => {
    const lift = liftInterval({ positives: 0, accounts: 100, totalPositives: 100, totalAccounts: 1000 });
    expect(lift).toMatchObject({ estimate: 0, lower: 0 });
    expect(lift.upper).toBeCloseTo(0.357, 3);
  });

  it('is exactly 1 when the subset is everything', () => {
    expect(liftInterval({ positives: 9, accounts: 20, totalPositives: 9, totalAccounts: 20 })).toEqual({
      estimate: 1,
      lower: 1,
      upper: 1,
    });
  });

  it('knows nothing of an empty subset, or without positives', () => {
    const nothing = { estimate: Number.NaN, lower: 0, upper: Number.POSITIVE_INFINITY };
    expect(liftInterval({ positives: 0, accounts: 0, totalPositives: 9, totalAccounts: 20 })).toEqual(nothing);
    expect(liftInterval({ positives: 0, accounts: 5, totalPositives: 0, totalAccounts: 20 })).toEqual(nothing);
  });

  it('reaches its cap, 1 over the share, when the subset holds all positives', () => {
    const lift = liftInterval({ positives: 10, accounts: 25, totalPositives: 10, totalAccounts: 100 });
    expect(lift.estimate).toBe(4);
  });
});

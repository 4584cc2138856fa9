import { describe, expect, it } from 'vitest';
import { trendTest } from '../../src/stats/trend-test.js';

describe('trendTest', () => {
  it('gives z² = n r² of position and outcome', () => {
    // numpy and scipy: √300 · corrcoef, two-sided normal p. By hand: z² = 12.5.
    const { z, p } = trendTest({ positives: [10, 20, 30], accounts: [100, 100, 100] });
    expect(z).toBeCloseTo(Math.sqrt(12.5), 12);
    expect(p).toBeCloseTo(0.0004069520174449339, 14);
  });

  it('turns its sign with the order, and does not see the unit', () => {
    const { z } = trendTest({ positives: [30, 20, 10], accounts: [100, 100, 100], positions: [5, 15, 25] });
    expect(z).toBeCloseTo(-Math.sqrt(12.5), 12);
  });

  it('has nothing to test in one group, one class or no accounts', () => {
    expect(trendTest({ positives: [3], accounts: [9] })).toEqual({ z: 0, p: 1 });
    expect(trendTest({ positives: [3, 9], accounts: [3, 9] })).toEqual({ z: 0, p: 1 });
    expect(trendTest({ positives: [], accounts: [] })).toEqual({ z: 0, p: 1 });
  });
});

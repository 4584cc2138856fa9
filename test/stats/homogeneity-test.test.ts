import { describe, expect, it } from 'vitest';
import { homogeneityTest } from '../../src/stats/homogeneity-test.js';

describe('homogeneityTest', () => {
  it('is χ² of the table of two samples', () => {
    // Expected 25 everywhere: four cells of (5²)/25.
    const { statistic, df, p } = homogeneityTest([30, 20], [20, 30]);
    expect([statistic, df]).toEqual([4, 1]);
    expect(p).toBeCloseTo(0.0455, 4);
  });

  it('takes rare values together, and has nothing to test with one group', () => {
    expect(homogeneityTest([50, 1, 0, 1, 30], [50, 0, 1, 2, 30]).df).toBe(1);
    expect(homogeneityTest([50, 1], [60, 0])).toEqual({ statistic: 0, df: 0, p: 1 });
    expect(homogeneityTest([1, 0], [0, 1]).p).toBe(1);
  });

  it('does not depend on the order of values or of the samples', () => {
    const one = homogeneityTest([30, 20, 7], [20, 30, 9]);
    expect(homogeneityTest([7, 30, 20], [9, 20, 30])).toEqual(one);
    expect(homogeneityTest([20, 30, 9], [30, 20, 7]).p).toBeCloseTo(one.p, 12);
  });
});

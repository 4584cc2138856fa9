import { describe, expect, it } from 'vitest';
import { chiSquareSurvival } from '../../src/stats/chi-square-survival.js';
import { chiSquareTest } from '../../src/stats/chi-square-test.js';
import { gTest } from '../../src/stats/g-test.js';

describe('chiSquareSurvival', () => {
  it.each([
    // scipy 1.17.1: chi2.sf(x, df)
    [3.84, 1, 5.00435212487051e-2],
    [1400, 1, 2.10101452e-306],
    [300, 4, 1.08343949e-63],
    [2500, 2000, 1.07400802e-13],
    [2100, 2000, 5.86711114e-2],
    [3, 1000, 1],
    [1e-9, 1, 0.999974769],
  ])('keeps its digits at %d with %d degrees of freedom', (x, df, p) => {
    expect(chiSquareSurvival(x, df) / p).toBeCloseTo(1, 7);
  });

  it('is exp(−x / 2) with two degrees of freedom', () => {
    for (const x of [0.1, 1, 5, 40, 700]) expect(chiSquareSurvival(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
  });
});

describe('chiSquareTest', () => {
  it('gives scipy’s statistic and p', () => {
    // chi2_contingency([[10, 20, 30], [90, 80, 70]], correction=False)
    const { statistic, df, p } = chiSquareTest([10, 20, 30], [100, 100, 100]);
    expect(statistic).toBeCloseTo(12.5, 12);
    expect(df).toBe(2);
    expect(p).toBeCloseTo(0.0019304541362277095, 14);
  });

  it('leaves empty groups out', () => {
    expect(chiSquareTest([10, 0, 20, 30], [100, 0, 100, 100]).df).toBe(2);
  });

  it('has nothing to test in one group or one class', () => {
    expect(chiSquareTest([3, 0], [9, 0])).toEqual({ statistic: 0, df: 0, p: 1 });
    expect(gTest([9, 4], [9, 4])).toEqual({ statistic: 0, df: 0, p: 1 });
  });
});

describe('gTest', () => {
  it('gives scipy’s statistic and p', () => {
    // chi2_contingency(…, correction=False, lambda_='log-likelihood')
    const { statistic, p } = gTest([10, 20, 30], [100, 100, 100]);
    expect(statistic).toBeCloseTo(12.971514326006812, 10);
    expect(p).toBeCloseTo(0.001525005651537491, 13);
  });
});

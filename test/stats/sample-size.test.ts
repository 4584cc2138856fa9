import { describe, expect, it } from 'vitest';
import { meanSampleSize } from '../../src/stats/mean-sample-size.js';
import { rateSampleSize } from '../../src/stats/rate-sample-size.js';

describe('rateSampleSize', () => {
  it('gives what power.prop.test of R 4 gives', () => {
    expect(rateSampleSize({ rate: 0.18, otherRate: 0.23, alpha: 0.05, power: 0.8 }).plain).toBeCloseTo(1022.1572, 3);
    expect(rateSampleSize({ rate: 0.05, otherRate: 0.07, alpha: 0.01, power: 0.9 }).plain).toBeCloseTo(4193.5147, 3);
  });

  it('gives the 827 of Fleiss, table A.3 (rates .6 and .7, level .01, power .95), continuity corrected', () => {
    const { corrected } = rateSampleSize({ rate: 0.6, otherRate: 0.7, alpha: 0.01, power: 0.95 });
    expect(Math.ceil(corrected)).toBe(827);
  });

  it('needs fewer accounts of the first arm and more in all where the other is larger', () => {
    const even = rateSampleSize({ rate: 0.18, otherRate: 0.23, alpha: 0.05, power: 0.8 }).plain;
    const uneven = rateSampleSize({ rate: 0.18, otherRate: 0.23, ratio: 3, alpha: 0.05, power: 0.8 }).plain;
    expect(uneven).toBeLessThan(even);
    expect(4 * uneven).toBeGreaterThan(2 * even);
  });
});

describe('meanSampleSize', () => {
  it('lies within a tenth of an account of power.t.test of R 4', () => {
    expect(meanSampleSize({ difference: 0.5, sd: 1, alpha: 0.05, power: 0.9 })).toBeCloseTo(85.03129, 1);
    expect(meanSampleSize({ difference: 20, sd: 100, alpha: 0.05, power: 0.8 })).toBeCloseTo(393.40666, 2);
  });
});

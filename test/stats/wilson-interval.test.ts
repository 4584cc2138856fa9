import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/stats/wilson-interval.js';

describe('wilsonInterval', () => {
  it.each([
    // scipy 1.17.1: binomtest(x, n).proportion_ci(method='wilson')
    [10, 20, 0.2992980081982124, 0.7007019918017876],
    [0, 20, 0, 0.16112515805281935],
    [1, 29, 0.006113214292762667, 0.17175521879320282],
    // Newcombe 1998, table I: .2553 to .3662
    [81, 263, 0.2552885198782742, 0.36620957698280004],
  ])('gives scipy’s bounds for %i of %i', (positives, accounts, lower, upper) => {
    const interval = wilsonInterval(positives, accounts);
    expect(interval.estimate).toBe(positives / accounts);
    expect(interval.lower).toBeCloseTo(lower, 12);
    expect(interval.upper).toBeCloseTo(upper, 12);
  });

  it('knows nothing without accounts', () => {
    expect(wilsonInterval(0, 0)).toEqual({ estimate: Number.NaN, lower: 0, upper: 1 });
  });

  it('ends at 1 when all are positives', () => {
    expect(wilsonInterval(5, 5).upper).toBe(1);
  });
});

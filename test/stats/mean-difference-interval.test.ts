import { describe, expect, it } from 'vitest';
import { meanDifferenceInterval } from '../../src/stats/mean-difference-interval.js';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { sampleMoments } from '../../src/stats/sample-moments.js';
import { studentQuantile } from '../../src/stats/student-quantile.js';

describe('meanDifferenceInterval', () => {
  it('gives what t.test of R 4 gives', () => {
    const found = meanDifferenceInterval(sampleMoments([1, 2, 3, 10, 4]), sampleMoments([2, 2, 5, 3, 1, 0, 7]));
    expect(found.estimate).toBeCloseTo(1.1428571, 6);
    expect(found.lower).toBeCloseTo(-3.224155076, 8);
    expect(found.upper).toBeCloseTo(5.509869361, 8);
  });

  it('stays open where a group has one value', () => {
    const { lower, upper } = meanDifferenceInterval(sampleMoments([1]), sampleMoments([2, 3]));
    expect([lower, upper]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('meanInterval', () => {
  it('is the mean and Student on each side', () => {
    // By hand: mean 2, variance 1, half width 4.302653 · √(1/3).
    const { lower, upper } = meanInterval(sampleMoments([1, 2, 3]));
    expect(upper).toBeCloseTo(2 + 4.302653 / Math.sqrt(3), 5);
    expect(lower).toBeCloseTo(2 - 4.302653 / Math.sqrt(3), 5);
  });
});

describe('studentQuantile', () => {
  it('gives what qt of R gives', () => {
    expect(studentQuantile(0.975, 1.5)).toBeCloseTo(6.016663104, 8);
    expect(studentQuantile(0.025, 3)).toBeCloseTo(-3.182446305, 8);
    expect(studentQuantile(0.975, 30)).toBeCloseTo(2.042272456, 8);
    expect(studentQuantile(0.5, 7)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { aucDifference } from '../../src/stats/auc-difference.js';
import { aucInterval } from '../../src/stats/auc-interval.js';

const first = [0.1, 0.4, 0.35, 0.8, 0.7, 0.3, 0.2, 0.9, 0.55, 0.6, 0.65, 0.05];
const second = [0.2, 0.3, 0.5, 0.6, 0.9, 0.4, 0.1, 0.7, 0.3, 0.8, 0.4, 0.3];
const labels = [0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 0, 0];

describe('aucInterval', () => {
  it('gives DeLong’s variance on the logit scale with Student’s t', () => {
    // numpy 2.4.6 and scipy 1.17.1 from the definition: m × n kernel matrix, variance of its row and column means,
    // t at Welch's 8.8923 degrees of freedom.
    const interval = aucInterval(first, labels);
    expect(interval.estimate).toBeCloseTo(0.7777777777777778, 14);
    expect(interval.lower).toBeCloseTo(0.343700800695138, 9);
    expect(interval.upper).toBeCloseTo(0.9590020522764061, 9);
  });

  it('leaves room when the classes are parted completely', () => {
    const { estimate, lower, upper } = aucInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect([estimate, upper]).toEqual([1, 1]);
    expect(lower).toBeGreaterThan(0.5);
    expect(lower).toBeLessThan(0.8);
  });

  it('mirrors when the scores are turned round', () => {
    const forward = aucInterval(first, labels);
    const backward = aucInterval(
      first.map((score) => -score),
      labels,
    );
    expect(backward.lower).toBeCloseTo(1 - forward.upper, 12);
    expect(backward.upper).toBeCloseTo(1 - forward.lower, 12);
  });

  it('is wide with one positive', () => {
    const { lower, upper } = aucInterval([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 1, 0]);
    expect(lower).toBeLessThan(0.5);
    expect(upper).toBeGreaterThan(0.9);
  });

  it('knows that a constant score is worth exactly nothing', () => {
    expect(aucInterval([1, 1, 1], [1, 0, 0])).toEqual({ estimate: 0.5, lower: 0.5, upper: 0.5 });
  });

  it('knows nothing without both classes', () => {
    expect(aucInterval([1, 2], [0, 0])).toEqual({ estimate: Number.NaN, lower: 0, upper: 1 });
  });

  it('widens by the root of the design effect', () => {
    const logit = (p: number) => Math.log(p / (1 - p));
    const width = ({ lower, upper }: { lower: number; upper: number }) => logit(upper) - logit(lower);
    const plain = width(aucInterval(first, labels));
    expect(width(aucInterval(first, labels, { designEffect: 2 })) / plain).toBeCloseTo(Math.SQRT2, 10);
  });
});

describe('aucDifference', () => {
  it('gives DeLong’s paired test', () => {
    // numpy and scipy as above, with the covariance of both scores' placements.
    const difference = aucDifference([first, second], labels);
    expect(difference.estimate).toBeCloseTo(-0.05555555555555558, 14);
    expect(difference.p).toBeCloseTo(0.6879713161806404, 12);
    expect(difference.upper).toBeCloseTo(-0.05555555555555558 + 1.959963984540054 * 0.13833221775543036, 12);
  });

  it('is nothing between scores of one order', () => {
    const squared = first.map((score) => score ** 2);
    expect(aucDifference([first, squared], labels)).toEqual({ estimate: 0, lower: 0, upper: 0, p: 1 });
  });

  it('knows nothing of a single positive', () => {
    expect(
      aucDifference(
        [
          [1, 2, 3],
          [3, 2, 1],
        ],
        [1, 0, 0],
      ).p,
    ).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { adjustedRand } from '../../src/stats/adjusted-rand.js';

describe('adjustedRand', () => {
  it('gives what a case by hand gives', () => {
    // Pairs together in both: 1; in the first: 2, in the second: 1; of all 6. Expected 1/3, most 1.5: (1 - 1/3) / (1.5 - 1/3) = 4/7.
    expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(4 / 7, 12);
  });

  it('gives the values of scikit-learn’s documentation of adjusted_rand_score', () => {
    expect(adjustedRand([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    expect(adjustedRand([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.5714285714, 9);
    expect(adjustedRand([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
    expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
    // Its guide to clustering: labels_true [0, 0, 0, 1, 1, 1], labels_pred [0, 0, 1, 1, 2, 2].
    expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(0.2424242424, 9);
  });

  it('agrees with itself where there is one group or nothing', () => {
    expect(adjustedRand([0, 0, 0], [0, 0, 0])).toBe(1);
    expect(adjustedRand([], [])).toBe(1);
  });
});

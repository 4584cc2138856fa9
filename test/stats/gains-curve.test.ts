import { describe, expect, it } from 'vitest';
import { gainsCurve } from '../../src/stats/gains-curve.js';
import { liftTopShare } from '../../src/stats/lift-top-share.js';

const scores = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
const labels = [1, 1, 0, 1, 0, 0, 1, 0, 0, 0];

describe('gainsCurve', () => {
  it('counts the positives found from the best down', () => {
    const captured = gainsCurve(scores, labels).map((point) => point.captured);
    expect(captured).toEqual([0, 0.25, 0.5, 0.5, 0.75, 0.75, 0.75, 1, 1, 1, 1]);
  });

  it('is the diagonal for a constant score', () => {
    for (const { share, captured } of gainsCurve(new Array(7).fill(3), [1, 0, 0, 1, 0, 1, 0])) {
      expect(captured).toBeCloseTo(share, 14);
    }
  });
});

describe('liftTopShare', () => {
  it('divides the rate of the best fifth by the base rate', () => {
    // Two of two against four of ten: 1 / .4.
    expect(liftTopShare(scores, labels, { share: 0.2 }).estimate).toBeCloseTo(2.5, 14);
  });

  it('shares ties at the border in proportion', () => {
    // One account above, three tied for the second place with one positive: (1 + ⅓) / 2 against .4.
    const tied = [10, 9, 9, 9, 6, 5, 4, 3, 2, 1];
    expect(liftTopShare(tied, [1, 1, 0, 0, 1, 0, 1, 0, 0, 0], { share: 0.2 }).estimate).toBeCloseTo(
      4 / 3 / 2 / 0.4,
      14,
    );
  });

  it('finds no lift in a constant score', () => {
    const lift = liftTopShare(new Array(10).fill(0), labels, { share: 0.2 });
    expect(lift.estimate).toBeCloseTo(1, 14);
    expect(lift.lower).toBeLessThan(1);
    expect(lift.upper).toBeGreaterThan(1);
  });
});

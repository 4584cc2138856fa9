import { describe, expect, it } from 'vitest';
import { trendSlope } from '../../../src/intake/relate/trend-slope.js';

const day = 86_400_000;
const decision = 1000 * day;

/** Rows so that the 30-day parts before the decision have these counts, the earliest first. */
function rowsOf(counts: readonly number[]): number[] {
  return counts.flatMap((count, i) =>
    Array.from({ length: count }, (_, k) => decision - (counts.length - i) * 30 * day + k * day),
  );
}

describe('trendSlope', () => {
  it('agrees with scipy.stats.theilslopes', () => {
    const slope = (counts: number[]) =>
      trendSlope({ moments: rowsOf(counts), amounts: null, decision, first: 0, parts: 6 });
    expect(slope([3, 1, 4, 1, 5, 9])).toBe(1.2);
    expect(slope([5, 0, 0, 2, 1, 0])).toBe(-1);
  });

  it('adds amounts up, and passes over missing ones', () => {
    const moments = rowsOf([1, 1, 2]);
    const options = { moments, amounts: [10, 20, 20, Number.NaN], decision, parts: 6 };
    expect(trendSlope({ ...options, first: moments[0] })).toBe(5);
  });

  it('leaves out the time before the first row, and needs three parts of 30 days', () => {
    const moments = rowsOf([1, 2, 3]);
    expect(trendSlope({ moments, amounts: null, decision, first: moments[0], parts: 6 })).toBe(1);
    expect(trendSlope({ moments, amounts: null, decision, first: moments[0] + day, parts: 6 })).toBeNaN();
  });
});

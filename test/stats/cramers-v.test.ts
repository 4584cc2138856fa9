import { describe, expect, it } from 'vitest';
import { cramersV } from '../../src/stats/cramers-v.js';

describe('cramersV', () => {
  it('is what the formula gives by hand', () => {
    // χ² = 4 · 10² / 20 = 20 of 80: φ² = 0.25 − 1/79; both sizes 2 − 1/79.
    expect(cramersV([30, 10, 10, 30], 2).v).toBeCloseTo(Math.sqrt((0.25 - 1 / 79) / (1 - 1 / 79)), 12);
  });

  it('agrees with SciPy’s χ² and Bergsma’s correction, and takes empty rows for none', () => {
    const { v, p } = cramersV([12, 5, 3, 4, 9, 17, 8, 8, 9], 3);
    expect(v).toBeCloseTo(0.258635868138, 10);
    expect(p).toBeCloseTo(0.007903492666, 10);
    expect(cramersV([12, 5, 3, 0, 0, 0, 4, 9, 17, 8, 8, 9], 3)).toEqual({ v, p });
  });

  it('is 1 where one tells the other, 0 within chance and where there is nothing to compare', () => {
    expect(cramersV([50, 0, 0, 50], 2).v).toBeCloseTo(1, 12);
    expect(cramersV([10, 11, 11, 10], 2).v).toBe(0);
    expect(cramersV([10, 11], 2)).toEqual({ v: 0, p: 1 });
    expect(cramersV([], 3)).toEqual({ v: 0, p: 1 });
  });

  it('does not depend on which is the row', () => {
    expect(cramersV([12, 4, 8, 5, 9, 8, 3, 17, 9], 3).v).toBeCloseTo(cramersV([12, 5, 3, 4, 9, 17, 8, 8, 9], 3).v, 12);
  });
});

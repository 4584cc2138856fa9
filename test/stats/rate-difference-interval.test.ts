import { describe, expect, it } from 'vitest';
import { rateDifferenceInterval } from '../../src/stats/rate-difference-interval.js';

const of = (positives: number, accounts: number, otherPositives: number, otherAccounts: number) =>
  rateDifferenceInterval({ positives, accounts, otherPositives, otherAccounts });

describe('rateDifferenceInterval', () => {
  it('gives the intervals of Miettinen and Nurminen in the table of Newcombe (1998, II)', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890; the digits from a solution by brute force in R.
    expect(of(56, 70, 48, 80).lower).toBeCloseTo(0.0528297, 6);
    expect(of(56, 70, 48, 80).upper).toBeCloseTo(0.3381729, 6);
    expect(of(9, 10, 3, 10).lower).toBeCloseTo(0.170025, 6);
    expect(of(9, 10, 3, 10).upper).toBeCloseTo(0.8406495, 6);
    expect(of(5, 56, 0, 29).lower).toBeCloseTo(-0.0325966, 6);
    expect(of(5, 56, 0, 29).upper).toBeCloseTo(0.193331, 6);
  });

  it('turns with the two groups', () => {
    const [there, back] = [of(5, 56, 0, 29), of(0, 29, 5, 56)];
    expect(back.lower).toBeCloseTo(-there.upper, 10);
    expect(back.upper).toBeCloseTo(-there.lower, 10);
  });

  it('holds at the ends: ten of ten against none of ten', () => {
    // By hand: rates (1 ± d) / 2, so that d = (19 − z²) / (19 + z²).
    expect(of(10, 10, 0, 10).lower).toBeCloseTo((19 - 3.841459) / (19 + 3.841459), 6);
    expect(of(10, 10, 0, 10).upper).toBe(1);
  });

  it('knows nothing of an empty group', () => {
    expect(of(1, 3, 0, 0)).toEqual({ estimate: Number.NaN, lower: -1, upper: 1 });
  });
});

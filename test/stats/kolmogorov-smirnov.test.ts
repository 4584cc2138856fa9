import { describe, expect, it } from 'vitest';
import { kolmogorovSmirnov } from '../../src/stats/kolmogorov-smirnov.js';

const range = (from: number, count: number) => Float64Array.from({ length: count }, (_, i) => from + i);

describe('kolmogorovSmirnov', () => {
  it('gives the largest gap, and by hand its chance', () => {
    // n = 10·10/20 = 5, λ = (√5 + 0.12 + 0.11/√5)·0.5 = 1.2026, p = 2·(e^−2.8926 − e^−11.57 + …).
    const { statistic, p } = kolmogorovSmirnov(range(1, 10), range(6, 10));
    expect(statistic).toBe(0.5);
    expect(p).toBeCloseTo(0.1108, 4);
  });

  it('reaches the usual critical value of 1.36 at five in a hundred', () => {
    // Large samples: √n·D = 1.358 is the 5 % point of Kolmogorov's distribution.
    const a = range(0, 20_000);
    expect(kolmogorovSmirnov(a, range(272, 20_000)).p).toBeCloseTo(0.049, 2);
  });

  it('sees nothing between equal samples, and everything between samples apart', () => {
    expect(kolmogorovSmirnov(range(0, 50), range(0, 50))).toEqual({ statistic: 0, p: 1 });
    expect(kolmogorovSmirnov(range(0, 50), range(100, 50)).p).toBeLessThan(1e-15);
  });
});

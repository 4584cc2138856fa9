import { describe, expect, it } from 'vitest';
import { medianInterval } from '../../src/stats/median-interval.js';
import { npsDifference, npsInterval } from '../../src/stats/nps-interval.js';
import { poissonBinomialAtMost } from '../../src/stats/poisson-binomial.js';

describe('medianInterval', () => {
  it('lies between the sixth value from each end of twenty, as in the table of Conover', () => {
    const values = Float64Array.from({ length: 20 }, (_, i) => i + 1);
    // pbinom(5, 20, .5) = .0207, pbinom(6, 20, .5) = .0577 (R 4): the interval is x(6) to x(15).
    expect(medianInterval(values)).toEqual({ estimate: 10.5, lower: 6, upper: 15 });
  });

  it('is open for five values and a number for six', () => {
    expect(medianInterval([1, 2, 3, 4, 5]).lower).toBe(Number.NEGATIVE_INFINITY);
    expect(medianInterval([1, 2, 3, 4, 5, 6])).toEqual({ estimate: 3.5, lower: 1, upper: 6 });
  });
});

describe('npsInterval', () => {
  it('is promoters less detractors, with three answers added to the counts', () => {
    // By hand: n 100 + 3, shares 50.75 / 103 and 20.75 / 103, centre 30 / 103, variance (71.5/103 − (30/103)²) / 103.
    const { estimate, lower, upper } = npsInterval({ promoters: 50, passives: 30, detractors: 20 });
    const half = 100 * 1.959964 * Math.sqrt((71.5 / 103 - (30 / 103) ** 2) / 103);
    expect(estimate).toBe(30);
    expect(lower).toBeCloseTo(3000 / 103 - half, 5);
    expect(upper).toBeCloseTo(3000 / 103 + half, 5);
  });

  it('knows nothing without answers, and of two the same nothing but zero', () => {
    expect(npsInterval({ promoters: 0, passives: 0, detractors: 0 })).toEqual({
      estimate: Number.NaN,
      lower: -100,
      upper: 100,
    });
    const same = { promoters: 5, passives: 3, detractors: 2 };
    expect(npsDifference(same, same).estimate).toBe(0);
  });
});

describe('poissonBinomialAtMost', () => {
  it('adds up chances by hand, and is binomial where all are alike', () => {
    // At most 1 of .5, .2, .1: .5·.8·.9 + (.5·.8·.9 + .5·.2·.9 + .5·.8·.1) = .36 + .49.
    expect(poissonBinomialAtMost(1, [0.5, 0.2, 0.1])).toBeCloseTo(0.85, 12);
    // R: pbinom(6, 20, .5).
    expect(poissonBinomialAtMost(6, Array(20).fill(0.5))).toBeCloseTo(0.05765915, 7);
  });
});

import { describe, expect, it } from 'vitest';
import { gini } from '../../src/stats/gini.js';
import { createRandom } from '../../src/stats/random.js';

describe('gini', () => {
  it('is 0 where all are alike, and (n − 1)/n where one has all', () => {
    expect(gini([5, 5, 5]).estimate).toBeCloseTo(0, 12);
    expect(gini([0, 0, 0, 8]).estimate).toBeCloseTo(0.75, 12);
    expect(gini([0, 0])).toEqual({ estimate: 0, lower: 0, upper: 0 });
  });

  it('is half the mean difference over the mean: 1, 2, 5 by hand', () => {
    // Differences 1, 4, 3, each twice, over nine pairs: 16/9; half of it over 8/3.
    expect(gini([5, 1, 2]).estimate).toBeCloseTo(1 / 3, 12);
  });

  it('covers that of the exponential, which is ½, about 95 times in 100', () => {
    const random = createRandom(3);
    const rounds = 400;
    let inside = 0;
    for (let round = 0; round < rounds; round++) {
      const { lower, upper } = gini(Float64Array.from({ length: 300 }, () => -Math.log(1 - random.next())));
      if (lower <= 0.5 && 0.5 <= upper) inside++;
    }
    expect(inside / rounds).toBeGreaterThan(0.91);
    expect(inside / rounds).toBeLessThan(0.98);
  });
});

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/stats/random.js';
import { topHolding } from '../../src/stats/top-holding.js';

describe('topHolding', () => {
  it('is the share of the largest, a part of one in proportion', () => {
    expect(topHolding([10, 60, 20, 10], 0.25).estimate).toBeCloseTo(0.6, 12);
    expect(topHolding([10, 60, 20, 10], 0.375).estimate).toBeCloseTo(0.7, 12);
    expect(topHolding([0, 0], 0.5)).toEqual({ estimate: 0, lower: 0, upper: 0 });
  });

  it('covers what the best fifth of the exponential holds, 0.2 (1 + ln 5), about 95 times in 100', () => {
    const random = createRandom(4);
    const truth = 0.2 * (1 + Math.log(5));
    const rounds = 400;
    let inside = 0;
    for (let round = 0; round < rounds; round++) {
      const amounts = Float64Array.from({ length: 300 }, () => -Math.log(1 - random.next()));
      const { lower, upper } = topHolding(amounts, 0.2);
      if (lower <= truth && truth <= upper) inside++;
    }
    expect(inside / rounds).toBeGreaterThan(0.91);
    expect(inside / rounds).toBeLessThan(0.98);
  });
});

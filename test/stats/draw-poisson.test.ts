import { describe, expect, it } from 'vitest';
import { drawPoisson } from '../../src/stats/draw-poisson.js';
import { createRandom } from '../../src/stats/random.js';

describe('drawPoisson', () => {
  it.each([0.3, 7, 39, 400])('has mean and variance %d', (mean) => {
    const random = createRandom(2);
    const drawn = Array.from({ length: 20_000 }, () => drawPoisson(mean, random));
    const average = drawn.reduce((sum, count) => sum + count, 0) / drawn.length;
    const variance = drawn.reduce((sum, count) => sum + (count - average) ** 2, 0) / drawn.length;
    expect(Math.abs(average / mean - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.05);
  });

  it('is 0 of nothing', () => {
    expect(drawPoisson(0, createRandom(1))).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { drawBeta, drawGamma } from '../../src/stats/draw-gamma.js';
import { createRandom } from '../../src/stats/random.js';

function moments(draws: readonly number[]): { mean: number; variance: number } {
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  return { mean, variance: draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length };
}

describe('drawGamma', () => {
  it.each([0.3, 1, 7])('has mean and variance %d', (shape) => {
    const random = createRandom(3);
    const { mean, variance } = moments(Array.from({ length: 40_000 }, () => drawGamma(random, shape)));
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.08);
  });
});

describe('drawBeta', () => {
  it('has the moments of Beta(2, 6): 1/4 and 1/48', () => {
    const random = createRandom(4);
    const { mean, variance } = moments(Array.from({ length: 40_000 }, () => drawBeta(random, { a: 2, b: 6 })));
    expect(Math.abs(mean * 4 - 1)).toBeLessThan(0.02);
    expect(Math.abs(variance * 48 - 1)).toBeLessThan(0.05);
  });
});

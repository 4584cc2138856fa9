import { describe, expect, it } from 'vitest';
import { curvature } from '../../src/stats/curvature.js';
import { minimise } from '../../src/stats/minimise.js';

describe('minimise', () => {
  it('follows a bent valley to its end', () => {
    // Rosenbrock's function: least at (1, 1), where it is 0.
    const { point, value, isConverged } = minimise(([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, {
      start: [-1.2, 1],
    });
    expect(point[0]).toBeCloseTo(1, 6);
    expect(point[1]).toBeCloseTo(1, 6);
    expect(value).toBeLessThan(1e-12);
    expect(isConverged).toBe(true);
  });

  it('turns back from where the function has no value', () => {
    const { point } = minimise(([x]) => (x > 0 ? x - Math.log(x) : Number.NaN), { start: [30] });
    expect(point[0]).toBeCloseTo(1, 6);
  });

  it('does not say that it has arrived where there is no end', () => {
    expect(minimise(([x]) => -x, { start: [0], mostSteps: 20 }).isConverged).toBe(false);
  });

  it('needs no steps from the minimum', () => {
    expect(minimise(([x]) => x * x, { start: [0] }).point[0]).toBe(0);
  });
});

describe('curvature', () => {
  it('gives second derivatives', () => {
    // x²y + e^y at (2, 0): 2y, 2x, e^y.
    const matrix = curvature(([x, y]) => x * x * y + Math.exp(y), Float64Array.of(2, 0));
    [0, 4, 4, 1].forEach((expected, i) => {
      expect(matrix[i]).toBeCloseTo(expected, 5);
    });
  });
});

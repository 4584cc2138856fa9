import { describe, expect, it } from 'vitest';
import { fitPlatt } from '../../src/stats/fit-platt.js';

describe('fitPlatt', () => {
  it('gives the published fit of three scores', () => {
    // scikit-learn, test_sigmoid_calibration: [−0.20261354391187855, 0.65236314980010512] from Lin's own script, with
    // P = 1 / (1 + exp(A f + B)); that script stops at a gradient of 1e-5.
    const { intercept, slope } = fitPlatt([5, -4, 1], [1, 0, 0]);
    expect(slope).toBeCloseTo(0.20261354391187855, 5);
    expect(intercept).toBeCloseTo(-0.6523631498001051, 5);
  });

  it('stays finite when the classes are parted', () => {
    const { slope } = fitPlatt([1, 2, 3, 4], [0, 0, 1, 1]);
    expect(slope).toBeGreaterThan(0);
    expect(slope).toBeLessThan(10);
  });

  it('leaves a constant score flat, at Platt’s mean target', () => {
    // Targets of one positive and three negatives: (2/3 + 3 · 1/5) / 4 = 19/60.
    const { intercept, slope } = fitPlatt([7, 7, 7, 7], [1, 0, 0, 0]);
    expect(slope).toBe(0);
    expect(intercept).toBeCloseTo(Math.log(19 / 41), 14);
  });

  it('says even odds without accounts', () => {
    expect(fitPlatt([], [])).toEqual({ intercept: 0, slope: 0 });
  });

  it('does not depend on the unit of the scores', () => {
    const scores = [1, 4, 2, 8, 5, 7, 3, 6];
    const labels = [0, 1, 0, 1, 0, 1, 0, 1];
    const scaled = scores.map((score) => 1e6 + 1e3 * score);
    const [plain, other] = [fitPlatt(scores, labels), fitPlatt(scaled, labels)];
    expect(other.slope * 1e3).toBeCloseTo(plain.slope, 6);
  });
});

import { describe, expect, it } from 'vitest';
import { calibrationCurve } from '../../src/stats/calibration-curve.js';
import { calibrationError } from '../../src/stats/calibration-error.js';
import { calibrationNoise } from '../../src/stats/calibration-noise.js';

// Twenty accounts, two a bin: p = .025, .075 … .975; positives are the rows 9, 12 and 14 to 19.
const probabilities = Array.from({ length: 20 }, (_, i) => (i + 0.5) / 20);
const labels = Array.from({ length: 20 }, (_, i) => (i === 9 || i === 12 || i >= 14 ? 1 : 0));

describe('calibrationError', () => {
  it('averages the distance over ten bins of equal count', () => {
    // Bin means .05 .15 … .95 against 0 0 0 0 ½ 0 ½ 1 1 1: (.05 + .15 + .25 + .35 + .05 + .55 + .15 + .25 + .15 + .05) / 10
    expect(calibrationError(probabilities, labels)).toBeCloseTo(0.2, 14);
  });

  it('is the distance of the means for a constant probability', () => {
    expect(calibrationError([0.3, 0.3, 0.3, 0.3], [1, 0, 0, 0])).toBeCloseTo(0.05, 14);
  });

  it('is undefined without accounts', () => {
    expect(calibrationError([], [])).toBeNaN();
    expect(calibrationNoise([])).toBeNaN();
  });
});

describe('calibrationNoise', () => {
  it.each([
    // scipy 1.17.1: sum(|k − np| · binom.pmf(k, n, p))
    [25, 0.3, 1.8488913086730745],
    [10, 0.05, 0.598736939238379],
    [100, 0.5, 3.9794618693589365],
  ])('is exact for %i accounts of one probability %d', (n, p, deviation) => {
    expect(calibrationNoise(new Float64Array(n).fill(p))).toBeCloseTo(deviation / n, 12);
  });

  it('is nothing for certainties', () => {
    expect(calibrationNoise([0, 0, 1, 1])).toBe(0);
  });
});

describe('calibrationCurve', () => {
  it('keeps accounts of one probability together', () => {
    const curve = calibrationCurve([0.1, 0.1, 0.1, 0.8], [0, 1, 0, 1]);
    expect(curve.map(({ accounts, predicted }) => [accounts, predicted])).toEqual([
      [3, expect.closeTo(0.1, 12)],
      [1, 0.8],
    ]);
    expect(curve[0].observed.estimate).toBeCloseTo(1 / 3, 14);
  });
});

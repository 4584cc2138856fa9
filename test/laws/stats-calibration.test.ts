import { describe, expect, it } from 'vitest';
import { calibrationError } from '../../src/stats/calibration-error.js';
import { calibrationNoise } from '../../src/stats/calibration-noise.js';
import { createRandom } from '../../src/stats/random.js';

describe('calibrationNoise', () => {
  it.each([
    { n: 200, least: 0.02, most: 0.98 },
    { n: 200, least: 0, most: 0.1 },
    { n: 1000, least: 0.1, most: 0.5 },
  ])('is the mean error of a perfectly calibrated score ($n accounts, $least to $most)', ({ n, least, most }) => {
    const random = createRandom(n);
    const runs = 600;
    let [error, noise] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const probabilities = Float64Array.from({ length: n }, () => least + (most - least) * random.next());
      error += calibrationError(
        probabilities,
        probabilities.map((p) => (random.next() < p ? 1 : 0)),
      );
      noise += calibrationNoise(probabilities);
    }
    expect(Math.abs(error / noise - 1)).toBeLessThan(0.04);
  });
});

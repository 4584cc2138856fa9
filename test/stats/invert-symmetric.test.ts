import { describe, expect, it } from 'vitest';
import { invertSymmetric } from '../../src/stats/invert-symmetric.js';

describe('invertSymmetric', () => {
  it('inverts a matrix that can be inverted by hand', () => {
    // det = 4·3 − 2·2 = 8.
    const inverse = invertSymmetric(Float64Array.of(4, 2, 2, 3), 2);
    expect([...inverse]).toEqual([0.375, -0.25, -0.25, 0.5].map((value) => expect.closeTo(value, 14)));
  });

  it('gives the identity when multiplied back', () => {
    const size = 12;
    const matrix = Float64Array.from({ length: size * size }, (_, k) => {
      const [i, j] = [Math.floor(k / size), k % size];
      return 1 / (1 + Math.abs(i - j)) + (i === j ? 1 : 0);
    });
    const inverse = invertSymmetric(matrix, size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += matrix[i * size + k] * inverse[k * size + j];
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
  });
});

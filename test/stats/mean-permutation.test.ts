import { describe, expect, it } from 'vitest';
import { meanPermutation } from '../../src/stats/mean-permutation.js';
import { createRandom } from '../../src/stats/random.js';

const pOf = (values: number[], inside: number[]) => meanPermutation(Float64Array.from(values), Uint8Array.from(inside));

describe('meanPermutation', () => {
  it('is the share of all parts of that size that are worth as much', () => {
    // One of four parts of one account, and one of six parts of two.
    expect(pOf([0, 0, 0, 1], [0, 0, 0, 1])).toBeCloseTo(1 / 4, 1);
    expect(pOf([3, 2, 0, 0], [1, 1, 0, 0])).toBeCloseTo(1 / 6, 1);
    expect(pOf([3, 2, 0, 0], [0, 0, 1, 1])).toBe(1);
    // The larger side: three of four without the one that is worth least.
    expect(pOf([0, 1, 1, 1], [0, 1, 1, 1])).toBeCloseTo(1 / 4, 1);
  });

  it('says nothing where there is nothing to compare', () => {
    expect(pOf([1, 2], [1, 1])).toBe(1);
    expect(pOf([1, 2], [0, 0])).toBe(1);
  });

  it('is near the same by drawing and by the normal law', () => {
    const random = createRandom(4);
    const values = Float64Array.from({ length: 10_400 }, () => Math.exp(random.normal()));
    const inside = values.map((value, i) => (i % 2 === 0 || value > 6.3 ? 1 : 0));
    const some = Uint8Array.from(inside);
    const large = meanPermutation(values, some);
    // A few accounts less on the smaller side, so that it draws.
    const part = Array.from(values.keys()).slice(0, 9_900);
    const small = meanPermutation(
      Float64Array.from(part, (i) => values[i]),
      Uint8Array.from(part, (i) => some[i]),
    );
    expect(Math.abs(large - small)).toBeLessThan(0.05);
  });
});

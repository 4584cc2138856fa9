import { describe, expect, it } from 'vitest';
import { countNumbers } from '../../../src/intake/typing/count-numbers.js';

describe('countNumbers', () => {
  it('counts missing and different numbers, 0 and -0 as one', () => {
    expect(countNumbers(Float64Array.of(1, Number.NaN, 0, -0, 1, 2.5))).toEqual({ missing: 1, distinct: 3 });
    expect(countNumbers(new Float64Array(0))).toEqual({ missing: 0, distinct: 0 });
  });

  it('agrees with a set on many numbers', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 6007) / 8);
    expect(countNumbers(values).distinct).toBe(new Set(values).size);
  });
});

import { describe, expect, it } from 'vitest';
import { purifyPair } from '../../src/learn/purify-pair.js';

describe('purifyPair', () => {
  // By hand: rows have means 2 and 4; what is left, ±1, has column means 0, so it is the interaction.
  it('takes the means of rows and columns out of a table', () => {
    const counts = new Float64Array(4).fill(1);
    const pure = purifyPair(Float64Array.of(1, 3, 5, 3), { counts, columnCount: 2 });
    expect([...pure.rows]).toEqual([2, 4]);
    expect([...pure.columns]).toEqual([0, 0]);
    expect([...pure.values]).toEqual([-1, 1, 1, -1]);
  });

  it('leaves weighted means of zero along every row and column, and the sum as it was', () => {
    const values = Float64Array.of(0.3, -1, 2, 0.5, 0, 1);
    const counts = Float64Array.of(5, 1, 2, 3, 8, 0);
    const { rows, columns, values: rest } = purifyPair(values, { counts, columnCount: 3 });
    for (let a = 0; a < 2; a++) {
      expect([0, 1, 2].reduce((sum, b) => sum + counts[3 * a + b] * rest[3 * a + b], 0)).toBeCloseTo(0, 8);
      for (let b = 0; b < 3; b++) expect(rows[a] + columns[b] + rest[3 * a + b]).toBeCloseTo(values[3 * a + b], 12);
    }
    for (let b = 0; b < 3; b++) expect(counts[b] * rest[b] + counts[3 + b] * rest[3 + b]).toBeCloseTo(0, 8);
  });
});

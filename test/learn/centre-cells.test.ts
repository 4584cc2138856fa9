import { describe, expect, it } from 'vitest';
import { centreCells, centreSums } from '../../src/learn/centre-cells.js';

const blocks = [{ from: 1, rows: Float64Array.of(0.25, 0.75), columns: Float64Array.of(0.5, 0.5) }];

describe('centreCells', () => {
  it('takes the means of rows and columns out of a table, and leaves other cells', () => {
    // Row means 2 and 6; column means 0.25·1 + 0.75·5 = 4 and 0.25·3 + 0.75·7 = 6; of all 5.
    expect([...centreCells(Float64Array.of(9, 1, 3, 5, 7), blocks)]).toEqual([9, 0, 0, 0, 0]);
    expect([...centreCells(Float64Array.of(9, 4, 0, 0, 0), blocks)]).toEqual([9, 1.5, -1.5, -0.5, 0.5]);
  });
});

describe('centreSums', () => {
  it('is the transposed of it', () => {
    const [free, sums] = [Float64Array.of(2, 1, -3, 0.5, 4), Float64Array.of(1, 5, 2, -1, 3)];
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, k) => sum + value * b[k], 0);
    const through = dot(centreCells(Float64Array.from(free), blocks), sums);
    expect(dot(free, centreSums(Float64Array.from(sums), blocks))).toBeCloseTo(through, 12);
  });
});

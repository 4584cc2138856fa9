import { describe, expect, it } from 'vitest';
import { pairCells } from '../../src/learn/pair-cells.js';

describe('pairCells', () => {
  it('cuts a chain into five cells of about equal count, missing alone', () => {
    const codes = Uint8Array.from({ length: 110 }, (_, i) => (i < 100 ? Math.floor(i / 10) : 11));
    const { cellOf, size } = pairCells({ codes, size: 12, ordered: 10, prior: null });
    expect([...cellOf]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 0, 5]);
    expect(size).toBe(6);
  });

  it('keeps the four most frequent of many categories', () => {
    const codes = Uint8Array.of(0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5);
    const { cellOf, size, codes: joined } = pairCells({ codes, size: 8, ordered: 0, prior: null });
    expect([...cellOf]).toEqual([4, 4, 3, 2, 1, 0, 4, 4].map((cell, code) => (code === 2 ? 3 : cell)));
    expect(size).toBe(5);
    expect(joined[0]).toBe(4);
  });
});

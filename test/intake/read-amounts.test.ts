import { describe, expect, it } from 'vitest';
import { readAmounts } from '../../src/intake/read-amounts.js';
import type { RawColumn } from '../../src/model/table.js';

function column(...cells: readonly (string | null)[]): RawColumn {
  const labels = [...new Set(cells.filter((cell) => cell !== null))];
  return {
    type: 'text',
    name: 'revenue',
    labels,
    codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : labels.indexOf(cell))),
  };
}

describe('readAmounts', () => {
  it('reads what accounts came to; an empty cell is not known, rather than nothing', () => {
    const read = readAmounts(column('1200.50', '0', null, '35'));
    expect([...read.amounts]).toEqual([1200.5, 0, Number.NaN, 35]);
    expect([...read.labels]).toEqual([1, 0, 255, 1]);
    expect(read.best).toEqual({ outcome: 'revenue', isAmount: true, description: 'revenue is large' });
  });

  it('counts a few refunds as nothing, and says so', () => {
    const read = readAmounts(column(...Array.from({ length: 40 }, (_, i) => String(i)), '-5'));
    expect(read.amounts.at(-1)).toBe(0);
    expect(read.notes).toEqual(['1 values of revenue are below zero and count as 0.']);
  });

  it('refuses words, and columns that are largely below zero', () => {
    expect(() => readAmounts(column('yes', 'no'))).toThrow('--target amount needs numbers');
    expect(() => readAmounts(column('-1', '2'))).toThrow('1 of 2 values of revenue are below zero');
    expect(() => readAmounts(column('0', '0'))).toThrow('No value of revenue is above zero.');
  });
});

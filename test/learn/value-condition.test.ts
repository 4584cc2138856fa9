import { describe, expect, it } from 'vitest';
import { valueCondition } from '../../src/learn/value-condition.js';
import type { NumberColumn } from '../../src/model/table.js';
import { formatCondition } from '../../src/model/trait-text.js';

const column = (values: number[], whole = true): NumberColumn => ({
  type: 'number',
  name: 'seats',
  values: Float64Array.from(values),
  whole,
});
const said = (from: NumberColumn, lower: number | null, upper: number | null) =>
  formatCondition(valueCondition(from, { lower, upper }));

describe('valueCondition', () => {
  const seats = column([1, 5, 12, 20, 30, Number.NaN]);

  it('ends whole numbers on the last value that counts', () => {
    expect(said(seats, 5, 20)).toBe('5–19');
    expect(said(seats, null, 20)).toBe('up to 19');
    expect(said(seats, 12, null)).toBe('12+');
    expect(said(seats, 4.5, 20.5)).toBe('5–20');
  });

  it('keeps other numbers as they were cut', () => {
    expect(said(column([0.5, 1.5], false), 0.5, 2.5)).toBe('0.5 to under 2.5');
    expect(said(column([0.5, 1.5], false), null, 2.5)).toBe('under 2.5');
  });

  it('names the value where only one is meant', () => {
    expect(said(column([0, 1, 0, 1]), 1, null)).toBe('= 1');
    expect(said(column([0, 1, 0, 1]), null, 1)).toBe('= 0');
    expect(said(column([0, 3, 4, 9]), null, 2)).toBe('= 0');
    expect(said(seats, 10, 15)).toBe('= 12');
  });

  it('leaves an open end open', () => {
    expect(said(seats, 25, null)).toBe('25+');
    expect(said(seats, null, 3)).toBe('up to 2');
  });
});

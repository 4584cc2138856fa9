import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { coerceColumn } from '../../../src/intake/coerce-column.js';
import { buildGrids } from '../../../src/learn/build-grids.js';
import { valueCondition } from '../../../src/learn/value-condition.js';
import type { NumberColumn } from '../../../src/model/table.js';
import { rawTable } from '../raw-table.js';

function type(name: string, cells: readonly string[]) {
  const { table, findings } = assignTypes(rawTable({ [name]: cells }));
  const column = table.columns[0];
  return { ...findings[0], column, values: column.type === 'number' ? [...column.values] : null };
}

const often = (cells: readonly string[], times = 6) => Array.from({ length: times }, () => cells).flat();

const sizes = ['1-10', '11-50', '51-200', '201-500', '501-1,000', '1,001-5,000', '5,001-10,000', '10,001+'];

describe('tryRanges', () => {
  it.each([
    ['Company Size', sizes, [1, 11, 51, 201, 501, 1001, 5001, 10001]],
    ['Size', sizes.map((size) => `${size} employees`), [1, 11, 51, 201, 501, 1001, 5001, 10001]],
    ['Age', ['unter 18', '18 to 24', '25 to 34', '65+'], [0, 18, 25, 65]],
    ['Revenue', ['<$1M', '$1M - $5M', '$5M - $10M', '$10M+'], [0, 1e6, 5e6, 1e7]],
    ['Mitarbeiter', ['1-49', '50-249', '250-4999', '5000 und mehr'], [1, 50, 250, 5000]],
    ['Segment', ['SMB (1-50)', 'Mid-market (51-500)', 'Enterprise (501+)'], [1, 51, 501]],
    ['numemployees', ['1-5', '5-25', '25-50', '1 employee'], [1, 5, 25, 1]],
  ])('reads %s as lower bounds', (name, cells, bounds) => {
    const found = type(name, often(cells));
    expect(found.type).toBe('number');
    expect(found.values?.slice(0, cells.length)).toEqual(bounds);
    expect(found.detail).toContain('ranges in order');
  });

  it.each([
    ['Month', ['2024-03', '2024-04', '2024-05'], 'date'],
    ['Season', ['2021-2022', '2022-2023', '2023-2024'], 'category'],
    ['Score', ['3-1', '0-2', '1-1', '1-4'], 'category'],
    ['Shoe size', ['36-38', '38-40', '42-44'], 'category'],
    ['PHP version', ['7.4+', '8.0-8.1', '8.2+'], 'category'],
    ['Phone', ['555-1234', '555-9876', '556-1000'], 'category'],
    ['Item no', ['12-34', '35-90', '91-120'], 'category'],
    ['Overlapping', ['1-10 people', '5-20 people', '10-50 people'], 'category'],
    ['Address', ['5-10 Main St', '11-20 Oak Ave', '21-30 Elm Rd', '31-40 Fir Sq', '41-50 Ash Ln'], 'category'],
  ])('leaves %s as it is', (name, cells, expected) => {
    expect(type(name, often(cells)).type).toBe(expected);
  });

  it('counts and names cells that are no range', () => {
    const found = type('Company Size', [...often(sizes), 'large', 'Unknown', 'Self-employed', '75']);
    expect(found).toMatchObject({ type: 'number', unreadable: 2 });
    expect(found.values?.slice(-4)).toEqual([Number.NaN, Number.NaN, 1, 75]);
    expect(found.detail).toContain('first "large" on line 50');
  });

  it('is told in the words of the ranges', () => {
    const column = type('Size', often(sizes)).column as NumberColumn;
    const [grid] = buildGrids([column], null);
    expect(grid).toMatchObject({ kind: 'numeric', cuts: [11, 51, 201, 501, 1001, 5001, 10001] });
    expect(valueCondition(column, { lower: 51, upper: 201 })).toEqual({
      kind: 'range',
      lower: 51,
      upper: 200,
      upperIncluded: true,
    });
  });
});

describe('coerceColumn: ranges', () => {
  const numbers = (cells: string[]) => {
    const { column, unreadable } = coerceColumn(rawTable({ x: cells }).columns[0], { type: 'whole' });
    return [...(column as NumberColumn).values, unreadable.length];
  };

  it('puts a number and its range at the same place', () => {
    expect(numbers(['51-200 employees'])).toEqual([51, 0]);
    expect(numbers(['75', '51-200 employees', '10,001+', 'many'])).toEqual([75, 51, 10001, Number.NaN, 1]);
    expect(numbers(['1.001-5.000'])).toEqual([1001, 0]);
  });

  it('takes a range among numbers for a flaw, as learning does', () => {
    expect(numbers([...Array.from({ length: 20 }, (_, i) => String(i * 7)), '555-1234']).at(-1)).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { coerceColumn } from '../../src/intake/coerce-column.js';
import { rawTable } from './raw-table.js';

const column = (cells: string[]) => rawTable({ x: cells }).columns[0];

describe('coerceColumn', () => {
  it('reads numbers as recorded, and lists what it cannot read by row', () => {
    const { column: numbers, unreadable } = coerceColumn(column(['5', 'many', '', '$1,200', 'n/a', 'many']), {
      type: 'whole',
    });
    expect(numbers).toEqual({
      type: 'number',
      name: 'x',
      values: Float64Array.of(5, Number.NaN, Number.NaN, 1200, Number.NaN, Number.NaN),
      whole: true,
    });
    expect(unreadable).toEqual([
      { row: 1, value: 'many' },
      { row: 5, value: 'many' },
    ]);
  });

  it('reads numbers as labels where the profile has a category', () => {
    const raw = { type: 'number', name: 'x', values: Float64Array.of(1, Number.NaN, 2.5, 1), whole: false } as const;
    expect(coerceColumn(raw, { type: 'category' }).column).toEqual({
      type: 'category',
      name: 'x',
      codes: Int32Array.of(0, -1, 1, 0),
      labels: ['1', '2.5'],
    });
  });

  it('reads a single value as a set of one', () => {
    const { column: set } = coerceColumn(column(['Slack', '', 'Slack|AWS']), { type: 'set' });
    expect(set).toMatchObject({
      labels: ['Slack', 'AWS'],
      missing: Uint8Array.of(0, 1, 0),
      codes: Int32Array.of(0, 0, 1),
    });
  });

  it('divides a set as it was divided when it was learnt', () => {
    const members = (cells: string[], separator?: ';' | '|' | ',') => {
      const { column: set } = coerceColumn(column(cells), { type: 'set', separator });
      return set.type === 'set' ? set.labels : [];
    };
    expect(members(['Austin, TX'])).toEqual(['Austin', 'TX']);
    expect(members(['Austin, TX'], ';')).toEqual(['Austin, TX']);
    expect(members(['a;b,c'], ',')).toEqual(['a;b', 'c']);
    expect(members(['a|b;c'], '|')).toEqual(['a', 'b;c']);
    expect(members(['a|b'], ',')).toEqual(['a', 'b']);
    expect(members(['a;b'], '|')).toEqual(['a', 'b']);
  });

  it('does not guess a category anew', () => {
    expect(coerceColumn(column(['1', '2', '3']), { type: 'category' }).column.type).toBe('category');
  });

  it('lists dates that stand where numbers should', () => {
    const raw = { type: 'date', name: 'x', values: Float64Array.of(0) } as const;
    expect(coerceColumn(raw, { type: 'number' }).unreadable).toEqual([{ row: 0, value: '1970-01-01T00:00:00.000Z' }]);
  });
});

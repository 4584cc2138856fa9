import { describe, expect, it } from 'vitest';
import { AssayError } from '../../src/errors.js';
import type { Table } from '../../src/model/table.js';
import { areApart, insideWindow } from '../../src/workspace/time-window.js';

const days = ['2024-01-31', '2024-02-01', '2024-03-01'].map((day) => Date.parse(day));
const table: Table = {
  source: 'deals.csv',
  snapshot: '',
  rowCount: 3,
  lines: Int32Array.from([2, 3, 4]),
  columns: [{ type: 'date', name: 'closed', values: Float64Array.from(days) }],
};

describe('insideWindow', () => {
  it('takes in the first moment and leaves out the last', () => {
    const isInside = insideWindow(table, { time: 'closed', since: '2024-02-01', until: '2024-03-01' });
    expect([0, 1, 2].map(isInside)).toEqual([false, true, false]);
  });

  it('takes everything without a window', () => {
    expect(insideWindow(table, { time: undefined })(0)).toBe(true);
  });

  it('wants to know the column, and a date', () => {
    expect(() => insideWindow(table, { time: undefined, since: '2024-02-01' })).toThrow(AssayError);
    expect(() => insideWindow(table, { time: 'closed', since: 'spring' })).toThrow('--since spring is not a date');
  });
});

describe('areApart', () => {
  it('is true only when one window ends before the other begins', () => {
    expect(areApart({ until: '2024-07-01' }, { since: '2024-07-01' })).toBe(true);
    expect(areApart({ until: '2024-07-01' }, { since: '2024-06-01' })).toBe(false);
    expect(areApart({ since: '2024-07-01' }, { until: '2024-07-01' })).toBe(true);
    expect(areApart({}, { since: '2024-07-01' })).toBe(false);
    expect(areApart({ until: '900' }, { since: '1000' })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { compareTables } from '../../src/store/compare-tables.js';
import { dates, numbers, sets } from '../engine/parquet/any-table.js';
import { textTable } from './sample-import.js';

const rows = (...cells: (string | null)[][]) => textTable(['id', 'size'], { rows: cells });

describe('compareTables', () => {
  it('matches rows by id, in order where an id stands twice', () => {
    const before = rows(['a', 's'], ['a', 'm'], ['b', 's'], [null, 'x']);
    const after = rows(['b', 'l'], ['a', 's'], ['a', 'm'], ['a', 'm'], ['c', null]);
    const { rows: counts, examples } = compareTables(before, { after, id: 'id' });
    expect(counts).toEqual({ before: 4, after: 5, added: 2, removed: 1, changed: 1, same: 2 });
    expect(examples).toEqual({ added: ['a', 'c'], removed: [''], changed: ['b'] });
  });

  it('matches whole rows where there is no id', () => {
    const { rows: counts, matchedBy } = compareTables(rows(['a', 's'], ['b', 's']), {
      after: rows(['b', 's'], ['a', 'm']),
    });
    expect(matchedBy).toBeNull();
    expect(counts).toEqual({ before: 2, after: 2, added: 1, removed: 1, changed: 0, same: 1 });
  });

  it('tells of each column fill, distinct values, moved share, and values that came and went', () => {
    const before = rows(['1', 's'], ['2', 's'], ['3', 'm'], ['4', null]);
    const after = rows(['1', 's'], ['2', 'l'], ['3', 'l'], ['4', 'm']);
    const [, size] = compareTables(before, { after, id: 'id' }).columns;
    expect(size).toMatchObject({
      column: 'size',
      fill: { before: 0.75, after: 1 },
      distinct: { before: 2, after: 3 },
      newValues: ['l'],
      goneValues: [],
      changedCells: 3,
    });
    // By hand: s 2/3 → 1/4, m 1/3 → 1/4, l 0 → 1/2; half of 5/12 + 1/12 + 1/2.
    expect(size.shift).toBeCloseTo(0.5, 12);
  });

  it('compares numbers, dates and sets', () => {
    const table = (values: number[], tools: (string[] | null)[]) => ({
      rowCount: 4,
      columns: [numbers('seats', values), dates('since', values), sets('tools', tools)],
    });
    const before = table([1, 2, 3, 4], [['a', 'b'], ['a'], null, []]);
    const after = table([3, 4, 5, Number.NaN], [['b', 'a'], ['c'], [], null]);
    const [seats, since, tools] = compareTables(before, { after }).columns;
    // scipy.stats.ks_2samp([1, 2, 3, 4], [3, 4, 5]).statistic
    expect([seats.shift, since.shift]).toEqual([0.5, 0.5]);
    expect(seats).toMatchObject({ fill: { before: 1, after: 0.75 }, distinct: { before: 4, after: 3 } });
    // a 2/3 → 1/3, b 1/3 → 1/3, c 0 → 1/3.
    expect(tools.shift).toBeCloseTo(1 / 3, 12);
    expect(tools).toMatchObject({
      fill: { before: 0.75, after: 0.75 },
      newValues: ['c'],
      distinct: { before: 2, after: 3 },
    });
  });

  it('gives no shift where there is nothing to compare', () => {
    const many = (from: number) =>
      textTable(['note'], { rows: Array.from({ length: 201 }, (_, i) => [`${from + i}`]) });
    expect(compareTables(many(0), { after: many(1) }).columns[0].shift).toBeNull();
    expect(compareTables(rows(['1', null]), { after: rows(['1', 's']) }).columns[1].shift).toBeNull();
  });
});

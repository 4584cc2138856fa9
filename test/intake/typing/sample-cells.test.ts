import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { valuesOf, weighCells, weigherOf, weighOnce } from '../../../src/intake/typing/cells.js';
import { sampleCells } from '../../../src/intake/typing/sample-cells.js';
import { tryNumber } from '../../../src/intake/typing/try-number.js';
import type { RawTable, TextColumn } from '../../../src/model/table.js';

function column(name: string, labels: readonly string[], repeat = 1): TextColumn {
  const codes = Int32Array.from({ length: labels.length * repeat }, (_, row) => row % labels.length);
  return { type: 'text', name, codes, labels };
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}.5`);

function table(columns: readonly TextColumn[]): RawTable {
  const rowCount = columns[0].codes.length;
  const lines = Int32Array.from({ length: rowCount }, (_, row) => row + 2);
  return { source: 'a.csv', snapshot: '0', format: 'csv', columns, rowCount, lines, quarantined: [], notes: [] };
}

describe('sampleCells', () => {
  it('looks at all labels of a column that has no more than 20,000', () => {
    const cells = weighCells(column('x', numbers(20_000)));
    expect(sampleCells(cells)).toBe(null);
    expect(cells.sample).toBe(cells);
  });

  it('takes every so many-th label of more, which counts for those between', () => {
    const { sample } = weighCells(column('x', numbers(60_000)));
    expect(sample.labels.length).toBe(10_000);
    expect([...sample.labels.slice(0, 2)]).toEqual(['1.5', '7.5']);
    expect(sample.counts[0]).toBe(6);
    expect(sample.present).toBe(60_000);
  });

  it('never leaves out a label that many cells have', () => {
    const labels = [...numbers(39_999), 'Unknown'];
    const codes = Int32Array.from({ length: 80_000 }, (_, row) => (row < 40_000 ? row : 39_999));
    const { sample } = weighCells({ type: 'text', name: 'x', codes, labels });
    expect(sample.counts[sample.labels.indexOf('Unknown')]).toBe(40_001);
  });
});

describe('weighCells of very many labels', () => {
  it('reads and counts every cell, whatever the sample holds', () => {
    const labels = numbers(50_000);
    labels[12_345] = 'about ten';
    const { table: typed, findings } = assignTypes(table([column('amount', labels)]));
    expect(findings[0]).toMatchObject({ type: 'number', unreadable: 1, distinct: 50_000 });
    const [typedColumn] = typed.columns;
    expect(typedColumn.type === 'number' && typedColumn.values[49_999]).toBe(50_000.5);
  });

  it('does not believe a sample that all cells contradict', () => {
    // One in six labels is looked at, the first, the seventh and so on: just those are numbers.
    const labels = Array.from({ length: 60_000 }, (_, i) => (i % 6 === 0 ? `${i}.5` : `word ${i}`));
    const cells = weighCells(column('x', labels));
    expect(tryNumber(cells.sample)).not.toBe(null);
    expect(tryNumber(cells)).toBe(null);
  });
});

describe('weighOnce', () => {
  it('weighs each column of a table once', () => {
    const [one] = [column('x', ['a', 'b'])];
    const weigh = weigherOf(weighOnce(table([one])));
    expect(weigh(one)).toBe(weigh(one));
    expect(weigherOf(table([one]))).toBe(weighCells);
  });
});

describe('valuesOf', () => {
  it('reads each label once for each way of reading, and none that says nothing', () => {
    const cells = weighCells(column('x', ['1', 'N/A', '3']));
    let reads = 0;
    const read = (label: string) => {
      reads++;
      return Number(label);
    };
    expect([...valuesOf(cells, { as: 'plain', read })]).toEqual([1, Number.NaN, 3]);
    valuesOf(cells, { as: 'plain', read });
    expect(reads).toBe(2);
  });
});

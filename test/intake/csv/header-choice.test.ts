import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/intake/csv/read-csv.js';
import { readXlsx } from '../../../src/intake/read-xlsx.js';
import { workbook } from '../workbook.js';

const read = (text: string, header?: 'none' | 'first') => {
  const { columns, rowCount, quarantined, notes } = readCsv(Buffer.from(text), { file: 'f', invalidAt: [], header });
  return { names: columns.map(({ name }) => name), rowCount, quarantined: quarantined.length, notes };
};

describe('readCsv: header', () => {
  it('takes no line for a header where there is none', () => {
    const words = 'Ada,red\nBen,blue\nCyd,green\n';
    expect(read(words).names).toEqual(['Ada', 'red']);
    expect(read(words, 'none')).toMatchObject({ names: ['column 1', 'column 2'], rowCount: 3, quarantined: 0 });
    expect(read(words, 'none').notes).toContain('No header, as asked for: Columns are called column 1, column 2 ….');
  });

  it('keeps a first record that has few values', () => {
    expect(read('a,,,,,\nb,1,2,3,4,5\nc,1,2,3,4,5\n', 'none')).toMatchObject({ rowCount: 3, quarantined: 0 });
  });

  it('passes over a title before the first record', () => {
    expect(read('Report of May\nb,1,2\nc,1,2\nd,4,5\n', 'none')).toMatchObject({ rowCount: 3, quarantined: 0 });
  });

  it('takes the first line for the header, though it is like a record', () => {
    const numbers = '17,4\n3,9\n11,12\n8,1\n';
    expect(read(numbers)).toMatchObject({ names: ['column 1', 'column 2'], rowCount: 4 });
    expect(read(numbers, 'first')).toMatchObject({ names: ['17', '4'], rowCount: 3 });
  });

  it('takes the first line for the header, though it is like a title', () => {
    expect(read('id,,,,,\nb,1,2,3,4,5\nc,1,2,3,4,5\n', 'first')).toMatchObject({ rowCount: 2, quarantined: 0 });
  });

  it('keeps to it in tables set with spaces', () => {
    const table = Array.from({ length: 12 }, (_, i) => `item ${String.fromCharCode(97 + i)}   red      ${i + 10}`).join(
      '\n',
    );
    expect(read(`${table}\n`, 'none').rowCount).toBe(12);
    expect(read(`${table}\n`, 'first').rowCount).toBe(11);
  });
});

describe('readXlsx: header', () => {
  const bytes = workbook({
    S: [
      ['Ada', 'red'],
      ['Ben', 'blue', 'x'],
      ['Cyd', 'green'],
    ],
  });

  it('takes no row for a header where there is none', async () => {
    const table = await readXlsx(bytes, { file: 'f', header: 'none' });
    expect(table).toMatchObject({ rowCount: 3, quarantined: [] });
    expect(table.columns.map(({ name }) => name)).toEqual(['column 1', 'column 2', 'column 3']);
  });

  it('takes the first row', async () => {
    const table = await readXlsx(
      workbook({
        S: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      }),
      { file: 'f', header: 'first' },
    );
    expect(table.rowCount).toBe(2);
  });
});

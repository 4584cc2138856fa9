import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadOptions, readFile } from '../../src/intake/read-file.js';
import { contentOf as content } from './raw-table.js';
import { workbook } from './workbook.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, bytes: Buffer, options: ReadOptions = {}) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return await readFile(path, options);
}

describe('readXlsx', () => {
  const book = () =>
    workbook({
      Report: [
        ['Pipeline report'],
        [],
        ['id', 'name', 'seats', 'won', 'mixed'],
        ['007', ' Acme ', 5, true, 1],
        [],
        ['008', 'Beta', 2.5, false, 'x'],
        ['009', 'Gamma', 1, true, 2, 'extra'],
      ],
      2024: [['a'], [1], [2]],
    });

  it('reads the first sheet with the types of its cells', async () => {
    const table = await read('x.xlsx', book());
    expect(content(table)).toEqual({
      id: ['007', '008'],
      name: [' Acme ', 'Beta'],
      seats: [5, 2.5],
      won: ['true', 'false'],
      mixed: ['1', 'x'],
    });
    expect([...table.lines]).toEqual([4, 6]);
    expect(table.quarantined).toMatchObject([
      { line: 7, reason: 'row 7 has a value in column 6, the header has 5 columns' },
    ]);
  });

  it('reads dates as dates, and as text beside text', async () => {
    const day = new Date('2024-02-29T00:00:00Z');
    const noon = new Date('2024-02-29T12:00:00Z');
    const table = await read(
      'd.xlsx',
      workbook({
        Dates: [
          ['signup', 'mixed'],
          [day, day],
          [noon, 'later'],
          ['', noon],
        ],
      }),
    );
    expect(table.columns.map(({ type }) => type)).toEqual(['date', 'text']);
    expect(content(table)).toEqual({
      signup: [day.getTime(), noon.getTime(), null],
      mixed: ['2024-02-29', 'later', '2024-02-29T12:00:00.000Z'],
    });
  });

  it('reads a sheet by name or by number, and lists them where there is none', async () => {
    expect(content(await read('x.xlsx', book(), { sheet: '2024' }))).toEqual({ a: [1, 2] });
    expect(content(await read('x.xlsx', book(), { sheet: '2' }))).toEqual({ a: [1, 2] });
    await expect(read('x.xlsx', book(), { sheet: 'Leads' })).rejects.toMatchObject({
      code: 'USAGE',
      hint: 'Its sheets are: Report, 2024.',
    });
  });

  const xml = (text: string) => ({ xml: text });

  it('reads percent, money, formulas, errors and formats with a d in quotes', async () => {
    const table = await read(
      'k.xlsx',
      workbook({
        S: [
          ['share', 'usd', 'when', 'days', 'bad', 'sum', 'text'],
          [
            xml('<c r="{at}" s="2"><v>0.125</v></c>'),
            xml('<c r="{at}" s="3"><v>1234.5</v></c>'),
            xml('<c r="{at}" s="4"><v>45322.5</v></c>'),
            xml('<c r="{at}" s="5"><v>12</v></c>'),
            xml('<c r="{at}" t="e"><v>#N/A</v></c>'),
            xml('<c r="{at}"><f>1+1</f><v>2</v></c>'),
            xml('<c r="{at}" t="str"><f>A1</f><v>007</v></c>'),
          ],
          [0.5, 2, '', 3, 'x', 4, 'a'],
        ],
      }),
    );
    expect(content(table)).toEqual({
      share: [0.125, 0.5],
      usd: [1234.5, 2],
      when: [Date.UTC(2024, 0, 31, 12), null],
      days: [12, 3],
      bad: [null, 'x'],
      sum: [2, 4],
      text: ['007', 'a'],
    });
    expect(table.notes).toEqual(['One cell holds an error (#N/A) and counts as empty.']);
  });

  it('counts formulas whose result is not in the file, and names them', async () => {
    const table = await read(
      'k.xlsx',
      workbook({
        S: [
          ['id', 'sum', 'text'],
          [1, xml('<c r="{at}"><f>SUM(A1:A2)</f></c>'), xml('<c r="{at}" t="str"><f>""</f><v></v></c>')],
          [2, xml('<c r="{at}" s="1"><f>A3*2</f><v/></c>'), 'b'],
          [3, xml('<c r="{at}"><f t="shared" si="0"/><v>7</v></c>'), 'c'],
        ],
      }),
    );
    expect(content(table)).toMatchObject({ sum: [null, null, 7] });
    expect(table.notes).toEqual([
      '2 formulas have no result in the file (B2, B3) and count as empty: open it in a spreadsheet program and save it, so that they are computed.',
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const day = xml('<c r="{at}" s="1"><v>43860</v></c>');
    const book = workbook(
      {
        S: [
          ['d', 'n'],
          [day, 1],
        ],
      },
      { is1904: true },
    );
    expect(content(await read('m.xlsx', book)).d).toEqual([Date.UTC(2024, 0, 31)]);
  });

  it('repeats what is merged over rows, and leaves out empty columns before the table', async () => {
    const rows = [[], ['', 'region', 'n', 'm'], ['', 'North', 1, 2], ['', '', 3, 4], ['', 'South', 5, '']];
    const table = await read('g.xlsx', workbook({ S: rows }, { merged: ['B3:B4', 'C5:D5'] }));
    expect(content(table)).toEqual({ region: ['North', 'North', 'South'], n: [1, 3, 5], m: [2, 4, null] });
    expect(table.notes).toEqual([
      'The header is row 2; what stands above it (title or blank) is passed over.',
      'Cells merged over several rows (1 time): each row has their value.',
    ]);
  });

  it('takes the first sheet with records and says so', async () => {
    const book = workbook({
      'Instructions & more': [['Read me']],
      Deals: [
        ['id', 'n'],
        ['x', 1],
      ],
      Odd: [['a'], [1]],
    });
    const table = await read('s.xlsx', book);
    expect(content(table)).toEqual({ id: ['x'], n: [1] });
    expect(table.notes).toEqual([
      'Sheet "Deals" of 3: the first with records. Not read: "Instructions & more", "Odd"; name one with --sheet.',
    ]);
  });

  it('quarantines the header once more and a row of totals, and reads sheets without a header', async () => {
    const table = await read(
      't.xlsx',
      workbook({
        S: [
          ['id', 'name', 'n'],
          ['a', 'x', 1],
          ['id', 'name', 'n'],
          ['b', 'y', 2],
          ['Total', '', 3],
        ],
      }),
    );
    expect(content(table)).toEqual({ id: ['a', 'b'], name: ['x', 'y'], n: [1, 2] });
    expect(table.quarantined.map(({ reason }) => reason)).toEqual([
      'row 3 is the header once more',
      'row 5 seems to add up the rows above it',
    ]);
    const bare = await read(
      'h.xlsx',
      workbook({
        S: [
          ['a', 1.5, 'x'],
          ['b', 2, 'y'],
          ['c', 3, 'x'],
        ],
      }),
    );
    expect(content(bare)).toEqual({
      'column 1': ['a', 'b', 'c'],
      'column 2': [1.5, 2, 3],
      'column 3': ['x', 'y', 'x'],
    });
  });
});

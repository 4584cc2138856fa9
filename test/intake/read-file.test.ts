import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadOptions, readFile } from '../../src/intake/read-file.js';
import type { RawColumn, RawTable } from '../../src/model/table.js';
import { zipOf } from './torture-corpus.js';
import { workbook } from './workbook.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-intake-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function cells(column: RawColumn): (string | number | null)[] {
  if (column.type === 'text') return Array.from(column.codes, (code) => (code < 0 ? null : column.labels[code]));
  return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
}

function content(table: RawTable) {
  return Object.fromEntries(table.columns.map((column) => [column.name, cells(column)]));
}

const read = async (name: string, text: string | Buffer, options: ReadOptions = {}) =>
  await readFile(await put(name, text), options);

function utf32(text: string): Buffer {
  return Buffer.from(Uint32Array.from([...text], (character) => character.codePointAt(0) ?? 0).buffer);
}

describe('readFile: text', () => {
  it('gives source, hash, format, lines and notes', async () => {
    const table = await read('leads.csv', 'id,won\n1,yes\n2,no\n');
    expect(table).toMatchObject({ source: 'leads.csv', format: 'csv', rowCount: 2, quarantined: [] });
    // sha256sum of the same bytes
    expect(table.snapshot).toBe('f4f04f1b7cbd62c07622e87b793a5a39fef29e4bfa5a3f322db86309fa4037b8');
    expect([...table.lines]).toEqual([2, 3]);
    expect(content(table)).toEqual({ id: ['1', '2'], won: ['yes', 'no'] });
  });

  it('reads tab-separated text under any name', async () => {
    expect((await read('x.tsv', 'a\tb\n1\t2\n')).format).toBe('tsv');
    expect((await read('x.txt', 'a\tb\n1\t2\n')).format).toBe('tsv');
  });

  it.each([
    ['UTF-8 with mark', Buffer.from('\ufeffname,n\nVélo,1\n')],
    ['UTF-16LE with mark', Buffer.from('\ufeffname,n\nVélo,1\n', 'utf16le')],
    ['UTF-16BE with mark', Buffer.from('\ufeffname,n\nVélo,1\n', 'utf16le').swap16()],
    ['UTF-16LE without mark', Buffer.from('name,n\nVélo,1\n', 'utf16le')],
    ['UTF-32LE with mark', utf32('\ufeffname,n\nVélo,1\n')],
    ['UTF-32BE with mark', utf32('\ufeffname,n\nVélo,1\n').swap32()],
    ['UTF-32LE without mark', utf32('name,n\nVélo,1\n')],
    ['Windows-1252', Buffer.from('name,n\nVélo,1\n', 'latin1')],
  ])('reads %s', async (_, bytes) => {
    expect(content(await read('e.csv', bytes))).toEqual({ name: ['Vélo'], n: ['1'] });
  });

  it('says which byte was not UTF-8 when it reads Windows-1252, and how to override', async () => {
    const table = await read('e.csv', Buffer.from('name,n\nVélo \x80,1\n', 'latin1'));
    expect(content(table).name).toEqual(['Vélo €']);
    expect(table.notes[0]).toBe(
      'Encoding Windows-1252: line 2, byte 2 (0xE9) is not UTF-8, and nothing else in the file is either. If that is wrong, name the encoding, e.g. --encoding iso-8859-2.',
    );
  });

  it('quarantines only the records with invalid bytes where the file is UTF-8 otherwise', async () => {
    const table = await read(
      'e.csv',
      Buffer.concat([Buffer.from('name,n\nVélo,1\n'), Buffer.from('Lumi\xe8re,2\nx,3\n', 'latin1')]),
    );
    expect(content(table)).toEqual({ name: ['Vélo', 'x'], n: ['1', '3'] });
    expect(table.quarantined).toMatchObject([{ line: 3, reason: 'line 3 has bytes that are not UTF-8', before: 1 }]);
  });

  it('quarantines records with half a surrogate in UTF-16', async () => {
    const bytes = Buffer.from('\ufeffa,b\n\ud83d,1\nx,2\n', 'utf16le');
    const table = await read('e.csv', bytes);
    expect(content(table)).toEqual({ a: ['x'], b: ['2'] });
    expect(table.quarantined[0].line).toBe(2);
  });

  it('reads the encoding that is asked for', async () => {
    const table = await read('e.csv', Buffer.from('name,n\n\xb3\xf3d\x9f,1\n', 'latin1'), { encoding: 'windows-1250' });
    expect(content(table).name).toEqual(['łódź']);
    await expect(read('e.csv', 'a\n1\n', { encoding: 'klingon' })).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('keeps single zero bytes of a text', async () => {
    const table = await read('z.csv', `id,name\n1,a\u0000b\n${'2,some name that is long enough\n'.repeat(5)}`);
    expect(content(table).name?.[0]).toBe('a\u0000b');
  });

  it('unpacks gzip', async () => {
    const table = await read('leads.csv.gz', gzipSync('a,b\n1,2\n'));
    expect(table).toMatchObject({ source: 'leads.csv', format: 'csv', rowCount: 1 });
    await expect(read('cut.csv.gz', gzipSync('a,b\n1,2\n').subarray(0, 15))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
  });
});

describe('readFile: zip', () => {
  it('reads the one file in an archive, under its own name', async () => {
    expect(await read('leads.zip', zipOf(Buffer.from('a,b\n1,2\n')))).toMatchObject({
      source: 'export.csv',
      rowCount: 1,
      notes: ['The file was taken out of the zip archive leads.zip.', expect.any(String)],
    });
  });

  it('does not believe what an archive says of sizes', async () => {
    const zip = zipOf(Buffer.alloc(60_000_000, 'a,b\n'), { size: 8 });
    await expect(read('bomb.zip', zip)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(read('cut.zip', zipOf(Buffer.from('a,b\n1,2\n')).subarray(8))).rejects.toMatchObject({
      code: 'FORMAT_UNKNOWN',
    });
  });
});

describe('readFile: refusals', () => {
  it('names a missing file, a folder, an empty file and a header without records', async () => {
    await expect(readFile(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    await expect(readFile(folder)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: `${folder} is a folder, not a file.`,
    });
    await expect(read('empty.csv', '')).rejects.toMatchObject({ code: 'NO_RECORDS' });
    await expect(read('blank.csv', '\n \r\n')).rejects.toMatchObject({ code: 'NO_RECORDS' });
    await expect(read('head.csv', 'a,b\n')).rejects.toMatchObject({ code: 'NO_RECORDS' });
  });

  it('names what is no table', async () => {
    await expect(read('x.csv', Buffer.from([1, 2, 0, 4, 0xff, 0, 0, 7, 9]))).rejects.toMatchObject({
      code: 'FORMAT_UNKNOWN',
    });
    await expect(read('x.pdf', '%PDF-1.7\n')).rejects.toMatchObject({ code: 'FORMAT_UNKNOWN' });
    await expect(read('x.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]))).rejects.toThrowError(
      'an Excel file of before 2007',
    );
    await expect(read('x.zip', Buffer.from('PK\x03\x04rest of it'))).rejects.toThrowError('a zip archive');
    await expect(read('x.xlsx', 'a,b\n1,2\n')).rejects.toThrowError('not the xlsx file that its name says');
    await expect(read('x.xlsx', Buffer.from('PK\x03\x04rest of it'))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
    await expect(read('x.parquet', 'PAR1 and then nothing')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('names an option that does not exist', async () => {
    await expect(read('x.csv', 'a\n1\n', { format: 'sas' })).rejects.toMatchObject({ code: 'USAGE' });
    await expect(read('x.csv', 'a\n1\n', { delimiter: '||' })).rejects.toMatchObject({ code: 'USAGE' });
  });
});

describe('readFile: JSON', () => {
  const jsonl =
    '{"id":1,"name":"Acme","stack":["Slack","Jira"],"size":{"staff":5},"won":true}\n\n{"id":2,"stack":[],"size":{"staff":null},"late":"x"}\n';

  it('reads JSON Lines: dotted names, lists as sets, missing keys as empty cells', async () => {
    const table = await read('x.jsonl', jsonl);
    expect(content(table)).toEqual({
      id: [1, 2],
      name: ['Acme', null],
      stack: ['Slack;Jira', null],
      'size.staff': [5, null],
      won: ['true', null],
      late: [null, 'x'],
    });
    expect([...table.lines]).toEqual([1, 3]);
  });

  it('quarantines lines that are no object, by line', async () => {
    const table = await read('x.ndjson', '{"a":1}\n{"a":\n[1]\n7\n{"a":2}\n');
    expect(content(table)).toEqual({ a: [1, 2] });
    expect(table.quarantined.map(({ line, before }) => [line, before])).toEqual([
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
    expect(table.quarantined[1].reason).toBe('line 3 is a list, not an object');
  });

  it('reads a top-level array, keeping its sound elements', async () => {
    const table = await read('x.json', '[\n {"a": "x,}]"},\n {"a": },\n {"a": "y"}\n]\n');
    expect(content(table)).toEqual({ a: ['x,}]', 'y'] });
    expect([...table.lines]).toEqual([2, 4]);
    expect(table.quarantined).toMatchObject([{ line: 3 }]);
  });

  it('reads records out of an envelope', async () => {
    const table = await read('x.json', '{"totalSize": 2, "done": true, "records": [{"a": 1}, {"a": 2}]}');
    expect(content(table)).toEqual({ a: [1, 2] });
  });

  it('reads records out of nested envelopes, beside other objects', async () => {
    expect(
      content(
        await read('x.json', '{"meta":{"n":[1]},"response":{"next":null,"results":[{"a":"]"},\n{"a":2}]},"z":1}'),
      ),
    ).toEqual({ a: [']', '2'] });
    expect(content(await read('x.json', `{"companies":[${'{"a":1},'.repeat(20)}{"a":2}]}`))).toEqual({
      a: [...Array.from({ length: 20 }, () => 1), 2],
    });
    expect(content(await read('x.json', '{"a":{"b":[1,2]},"c":"x"}'))).toEqual({ 'a.b': ['1;2'], c: ['x'] });
  });

  it('reads objects one behind the other, and those behind a broken one', async () => {
    expect(content(await read('x.json', '{"a":1}{"a":2} {"a":3}\n'))).toEqual({ a: [1, 2, 3] });
    const table = await read('x.json', '{\n "a": 1\n}\n{\n "a": \n{\n "a": "}"\n}\n{\n "a": 2');
    expect(content(table)).toEqual({ a: ['1', '}'] });
    expect(table.quarantined.map(({ line }) => line)).toEqual([4, 9]);
  });

  it('quarantines a last line that was cut off', async () => {
    const table = await read('x.jsonl', '{"a":1}\n{"a":2}\n{"a":3,"b":"x');
    expect(content(table)).toEqual({ a: [1, 2] });
    expect(table.quarantined).toMatchObject([{ line: 3, raw: '{"a":3,"b":"x' }]);
  });

  it('keeps numbers that are too large or small for a double', async () => {
    expect(content(await read('x.jsonl', '{"x":1e400,"y":1e-400,"z":1e300}\n'))).toEqual({
      x: ['1e400'],
      y: ['1e-400'],
      z: [1e300],
    });
  });

  it('keeps the digits of long numbers', async () => {
    const table = await read('x.jsonl', '{"id":12345678901234567890,"t":"9007199254740993","x":0.1}\n');
    expect(content(table)).toEqual({ id: ['12345678901234567890'], t: ['9007199254740993'], x: [0.1] });
  });

  it('quarantines records with a key twice or half a character rather than dropping a value', async () => {
    const table = await read(
      'x.jsonl',
      '{"a":1,"b":{"c":1,"c":2}}\n{"a":"\\ud83d\\ude00","b":[{"c":1},{"c":2}]}\n{"a":"\\ud83d"}\n{"a.b":1,"a":{"b":2}}\n{"\\u0061":1,"a":2}\n{"a":"\\\\ud83d"}\n',
    );
    expect(content(table)).toEqual({ a: ['😀', '\\ud83d'], b: ['[{"c":1},{"c":2}]', null] });
    expect(table.quarantined.map(({ reason }) => reason)).toEqual([
      'line 1 has the key "c" twice in one object',
      'line 3 holds half of a character (a lone surrogate, \\ud800 to \\udfff)',
      'line 4 has the key "a.b" twice, once as an object within another',
      'line 5 has the key "a" twice in one object',
    ]);
  });

  it('keeps keys called like parts of objects', async () => {
    expect((await read('x.jsonl', '{"__proto__":"p","constructor":"c"}\n')).columns.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

describe('readFile: Parquet', () => {
  it('reads types without losing digits, in file order', async () => {
    const path = join(folder, "it's.parquet");
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (SELECT * FROM (VALUES
      (1::BIGINT, 9007199254740993::BIGINT, 1.5::DECIMAL(10,2), 12345678901234567.25::DECIMAL(20,2), DATE '2024-01-31', ['Slack','Jira'], 'é', true, {'a': 1}),
      (2::BIGINT, 5::BIGINT, NULL, NULL, NULL, NULL, '', NULL, NULL)
    ) t(small, wide, money, exact, day, stack, "na""me", flag, struct)) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
    const table = await readFile(path);
    expect(table).toMatchObject({ format: 'parquet', rowCount: 2, quarantined: [] });
    expect(content(table)).toEqual({
      small: [1, 2],
      wide: ['9007199254740993', '5'],
      money: [1.5, null],
      exact: ['12345678901234567.25', null],
      day: [Date.UTC(2024, 0, 31), null],
      stack: ['Slack;Jira', null],
      'na"me': ['é', null],
      flag: ['true', null],
      struct: ['{"a":1}', null],
    });
    expect(table.columns.find(({ name }) => name === 'day')?.type).toBe('date');
  });
});

describe('readFile: Parquet of odd types', () => {
  it('reads each value as it is', async () => {
    const path = join(folder, 'odd.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (SELECT * FROM (VALUES
      (0.1::FLOAT, 18446744073709551615::UBIGINT, TIMESTAMP '2024-01-31 12:00:00.123456', TIMESTAMPTZ '2024-01-31 12:00:00+02', TIME '12:34:56', '\\xAB\\x00'::BLOB, chr(65279) || 'x', ['a;b', 'c|d'], ['a', NULL], [1, 2], MAP {'k': 'v'}, 'ffffffff-0000-1111-2222-333333333333'::UUID, {'a': [{'b': 1}]}, 123456789012345678901234567890.12::DECIMAL(38,2)),
      (NULL, NULL, NULL, NULL, NULL, NULL, chr(65279), ['a;b'], [], NULL, NULL, NULL, NULL, -0.01)
    ) t(f, u, ts, tz, t, b, bom, l, n, i, m, id, s, d)) TO '${path}' (FORMAT parquet)`);
    expect(content(await readFile(path))).toEqual({
      f: [0.1, null],
      u: ['18446744073709551615', null],
      ts: [Date.UTC(2024, 0, 31, 12) + 123.456, null],
      tz: [Date.UTC(2024, 0, 31, 10), null],
      t: ['12:34:56', null],
      b: ['\\xAB\\x00', null],
      bom: ['\ufeffx', '\ufeff'],
      l: ['["a;b","c|d"]', 'a;b'],
      n: ['["a",null]', null],
      i: ['[1,2]', null],
      m: ['{"k":"v"}', null],
      id: ['ffffffff-0000-1111-2222-333333333333', null],
      s: ['{"a":[{"b":1}]}', null],
      d: ['123456789012345678901234567890.12', '-0.01'],
    });
  });
});

describe('readFile: XLSX', () => {
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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadOptions, readFile } from '../../src/intake/read-file.js';
import { contentOf as content } from './raw-table.js';
import { zipOf } from './torture-corpus.js';

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

describe('readFile: a header without records', () => {
  it('is a table without rows where that is asked for, and refused else', async () => {
    const path = await put('empty.csv', 'id,name,amount\n');
    await expect(readFile(path)).rejects.toMatchObject({ code: 'NO_RECORDS' });
    const table = await readFile(path, { isEmptyTaken: true });
    expect(table.rowCount).toBe(0);
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'name', 'amount']);
    expect(table.notes).toContain('A header without records: a table without rows.');
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

  it('reads sizes of 64 bits, and calls what unpacks to too much too large', async () => {
    expect((await read('leads.zip', zip64Of(Buffer.from('a,b\n1,2\n')))).rowCount).toBe(1);
    await expect(read('bomb.zip', zip64Of(Buffer.alloc(60_000_000, 'a,b\n')))).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
  });
});

/** The archive of {@link zipOf} with its sizes where those stand that need 64 bits (APPNOTE 4.5.3). */
function zip64Of(bytes: Buffer): Buffer {
  const zip = zipOf(bytes);
  const directory = zip.indexOf('PK\x01\x02');
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(zip.readUInt32LE(directory + 24)), 4);
  extra.writeBigUInt64LE(BigInt(zip.readUInt32LE(directory + 20)), 12);
  zip.writeUInt32LE(0xffffffff, directory + 20);
  zip.writeUInt32LE(0xffffffff, directory + 24);
  zip.writeUInt16LE(extra.length, directory + 30);
  const end = zip.indexOf('PK\x05\x06');
  return Buffer.concat([zip.subarray(0, end), extra, zip.subarray(end)]);
}

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

  it('quarantines records that are nested too deep, and takes the others', async () => {
    const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    const table = await read('x.jsonl', `{"a":1}\n${deep(8000)}\n{"a":2,"b":"${'[['.repeat(400)}"}\n${deep(400)}\n`);
    expect(table.rowCount).toBe(3);
    expect(table.quarantined.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'line 2 is nested 8001 levels deep; the limit is 500'],
    ]);
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

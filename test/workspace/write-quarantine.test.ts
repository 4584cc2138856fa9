import { mkdtemp, readFile as readText, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printQuarantine } from '../../src/intake/quarantine/print-quarantine.js';
import { readFile } from '../../src/intake/read-file.js';
import type { RawTable } from '../../src/model/table.js';
import { writeQuarantine } from '../../src/workspace/write-quarantine.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-quarantine-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, text: string): Promise<RawTable> {
  const path = join(folder, name);
  await writeFile(path, text);
  return await readFile(path);
}

function rows({ columns, rowCount }: RawTable): unknown[] {
  return Array.from({ length: rowCount }, (_, row) =>
    columns.map((column) => (column.type === 'text' ? (column.labels[column.codes[row]] ?? '') : column.values[row])),
  );
}

const dirty =
  'id;"na;me";won\n1;Acme;yes\n2;Beta\n3;"open;no\n4;Gamma;yes\n5;"two\nlines";yes\n#> 6;x;yes;no\n7;Del;ta;no\n';

describe('writeQuarantine', () => {
  it('keeps the manner of quoting of the file, and divides records of spaced tables by tabs', async () => {
    const slashed =
      'id,name,won\n1,"a \\"b\\"",yes\n2,"c, \\"d\\""\n3,"\\"e\\" f","no"\n4,"\\"g\\"",yes\n5,"\\"h, i"\n';
    const table = await read('slashed.csv', slashed);
    expect(table.quarantined.map(({ line }) => line)).toEqual([3, 6]);
    const mended = (printQuarantine(table) ?? '').replace('d\\""', 'd\\"",no').replace('i"', 'i",yes');
    expect(rows(await read('mended.csv', mended))).toEqual([
      ['2', 'c, "d"', 'no'],
      ['5', '"h, i', 'yes'],
    ]);
    const spaced = `id  name   n\n${Array.from({ length: 60 }, (_, i) => `${10 + i}  Acme   ${i % 10}`).join('\n')}\n99xxAcme   4\n`;
    const text = printQuarantine(await read('spaced.txt', spaced)) ?? '';
    expect(text).toContain('id\tname\tn\n');
    expect(rows(await read('tabbed.csv', text.replace('99xxAcme   4', '99\tAcme\t4')))).toEqual([['99', 'Acme', '4']]);
  });

  it('writes each record under a line that says where and why, with the header and delimiter of the file', async () => {
    const table = await read('leads.csv', dirty);
    expect(printQuarantine(table)).toBe(
      [
        '#>> 4 records of "leads.csv", fields apart by semicolon. Mend what the lines above the records say and import this file; lines that begin with #>> are passed over.',
        'id;"na;me";won',
        '#>> line 3 has 2 fields, the header has 3',
        '2;Beta',
        '#>> a quote opens on line 4 and is never properly closed',
        '3;"open;no',
        '#>> line 8 has 4 fields, the header has 3',
        '#> 6;x;yes;no',
        '#>> line 9 has 4 fields, the header has 3',
        '7;Del;ta;no',
        '',
      ].join('\n'),
    );
  });

  it('comes back with the same faults where nothing is mended, and clean where everything is', async () => {
    const table = await read('leads.csv', dirty);
    const path = join(folder, 'quarantine.csv');
    expect(await writeQuarantine(path, table)).toBe(4);
    const partly = await readText(path, 'utf8');
    const again = await read('partly.csv', partly.replace('2;Beta\n', '2;Beta;yes\n'));
    expect(rows(again)).toEqual([['2', 'Beta', 'yes']]);
    expect(again.quarantined.map(({ raw }) => raw)).toEqual(table.quarantined.slice(1).map(({ raw }) => raw));
    const mended = partly
      .replace('2;Beta\n', '2;Beta;yes\n')
      .replace('"open', 'open')
      .replace('yes;no', 'yes')
      .replace('Del;ta', '"Del;ta"');
    const clean = await read('mended.csv', mended);
    expect(clean.quarantined).toEqual([]);
    expect(clean.columns.map(({ name }) => name)).toEqual(['id', 'na;me', 'won']);
    expect(rows(clean)).toEqual([
      ['2', 'Beta', 'yes'],
      ['3', 'open', 'no'],
      ['#> 6', 'x', 'yes'],
      ['7', 'Del;ta', 'no'],
    ]);
  });

  it('survives a spreadsheet program that quotes and pads the lines about the records', async () => {
    const text = printQuarantine(await read('leads.csv', dirty)) ?? '';
    const saved = text
      .replace(/^(#>> .*)$/gm, (line) => `"${line.replaceAll('"', '""')}";;`)
      .replace('2;Beta', '2;Beta;no');
    expect(rows(await read('saved.csv', saved))).toEqual([['2', 'Beta', 'no']]);
  });

  it('keeps JSON records on lines of their own', async () => {
    const table = await read('x.json', '[\n {"a": 1},\n {"a":\n  2,, "b": "x"},\n {"a": 3}\n]\n');
    const text = printQuarantine(table) ?? '';
    const clean = await read('mended.jsonl', text.replace(',,', ','));
    expect(clean.quarantined).toEqual([]);
    expect(rows(clean)).toEqual([[2, 'x']]);
  });

  it('writes nothing where nothing was quarantined', async () => {
    const path = join(folder, 'none.csv');
    expect(await writeQuarantine(path, await read('ok.csv', 'a,b\n1,2\n'))).toBe(0);
    await expect(readText(path)).rejects.toThrow('ENOENT');
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssayError } from '../../src/errors.js';
import { readFile } from '../../src/intake/read-file.js';
import type { RawTable } from '../../src/model/table.js';
import { naughtyStrings } from '../intake/naughty-strings.js';
import { workbook } from '../intake/workbook.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The table, or null where the file is refused with an error of ours; anything else fails the test. */
async function attempt(name: string, bytes: Buffer): Promise<RawTable | null> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  try {
    return await readFile(path);
  } catch (error) {
    if (
      error instanceof AssayError &&
      error.hint !== 'This is a fault of Assay; please report it. Nothing was imported.'
    )
      return null;
    throw error;
  }
}

function expectWhole(table: RawTable): void {
  expect(table.lines).toHaveLength(table.rowCount);
  for (const column of table.columns) {
    expect(column.type === 'text' ? column.codes : column.values).toHaveLength(table.rowCount);
  }
  for (const { reason, raw, before } of table.quarantined) {
    expect(reason).not.toBe('');
    expect(typeof raw).toBe('string');
    expect(before).toBeLessThanOrEqual(table.rowCount);
  }
}

const texts = ({ columns, rowCount }: RawTable) =>
  Array.from({ length: rowCount }, (_, row) =>
    columns.map((column) =>
      column.type === 'text' ? (column.labels[column.codes[row]] ?? '') : String(column.values[row]),
    ),
  );

/** Short ones: the long ones have tests of their own. */
const naughty = fc.constantFrom(...naughtyStrings.filter((text) => text.length < 200));
const cell = fc.oneof(
  naughty,
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => Buffer.from(text).toString()),
);

type Write = (text: string, delimiter: string) => string;
const doubled =
  (quote: string, pad = ''): Write =>
  (text) =>
    `${pad}${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
const manners: Readonly<Record<string, Write>> = {
  standard: doubled('"'),
  single: doubled("'"),
  padded: doubled('"', ' '),
  bare: (text, delimiter) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text,
};

describe('readFile (law)', () => {
  it('gives back tables in any dialect, or quarantines: no value in a wrong place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(manners)),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('utf8', 'utf16le'),
        fc.array(fc.tuple(cell, cell), { minLength: 4, maxLength: 15 }),
        async (manner, delimiter, end, encoding, pairs) => {
          const rows = pairs.map(([a, b], i) => [`r${i}`, `x${a}`, 'plain', `x${b}`]);
          const lines = [['id', 'first', 'second', 'third'], ...rows].map((row) =>
            row.map((text) => manners[manner](text, delimiter)).join(delimiter),
          );
          const text = lines.join(end) + end;
          const table = await attempt('t.csv', Buffer.from(`\ufeff${text}`, encoding === 'utf8' ? 'utf8' : 'utf16le'));
          if (table === null) throw new Error('a sound table was refused');
          expectWhole(table);
          const known = new Map(rows.map((row) => [row[0], row]));
          for (const row of texts(table)) {
            // CR ends lines where all lines end so, in cells too: such cells may be in quarantine, never changed.
            expect(row).toEqual(known.get(row[0]));
          }
          if (end !== '\r') expect(table.rowCount + table.quarantined.length).toBe(rows.length);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('survives any bytes, under any name', async () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '{',
            '}',
            '[',
            ']',
            '"',
            ':',
            ',',
            '\\',
            '\n',
            'null',
            '{"a":1}',
            '\\ud83d',
            '1e999',
            ';',
            "'",
            '\t',
          ),
          naughty,
        ),
        { maxLength: 40 },
      )
      .map((pieces) => Buffer.from(pieces.join('')));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)),
      soup,
    );
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom('a.csv', 'a.json', 'a.jsonl', 'a.xlsx', 'a.parquet', 'a.zip', 'a.gz', 'a'),
        async (some, name) => {
          const table = await attempt(name, some);
          if (table !== null) expectWhole(table);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('quarantines nothing but the last record of JSON Lines that were cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), cell), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        async (records, cut) => {
          const lines = records.map((record) => JSON.stringify(record));
          const whole = Buffer.from(lines.join('\n'));
          const table = await attempt('j.jsonl', whole.subarray(0, 1 + (cut % whole.length)));
          if (table === null) return;
          expectWhole(table);
          expect(table.quarantined.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('gives back the text of workbooks, and refuses or reads what is left of cut ones', async () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'é', '1', ' ', '=', '😀', '-'), minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(plain, plain), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        async (pairs, cut) => {
          const rows = pairs.map(([a, b], i) => [`r${i}`, `x${a}`, `y${b}`]);
          const bytes = workbook({ S: [['id', 'a', 'b'], ...rows] });
          const table = await attempt('w.xlsx', bytes);
          expect(table === null ? null : texts(table)).toEqual(rows);
          const rest = await attempt('c.xlsx', bytes.subarray(0, cut % bytes.length));
          if (rest !== null) expectWhole(rest);
        },
      ),
      { numRuns: 25 },
    );
  });
});

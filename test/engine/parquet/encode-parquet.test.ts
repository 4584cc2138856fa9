import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb/open-duckdb.js';
import { decodeParquet } from '../../../src/engine/parquet/decode-parquet.js';
import { encodeParquet, type ParquetContent } from '../../../src/engine/parquet/encode-parquet.js';
import type { Column } from '../../../src/model/table.js';
import { anyColumns, coded, dates, numbers, sets } from './any-table.js';

const folder = mkdtempSync(join(tmpdir(), 'assay-parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (content: ParquetContent) =>
  Buffer.concat([...encodeParquet(content)].map((piece) => Buffer.from(piece)));
const contentOf = (columns: Column[], rowCount: number): ParquetContent => ({
  columns,
  rowCount,
  lines: Int32Array.from({ length: rowCount }, (_, row) => row + 2),
  facts: { source: 'a.csv' },
});
const typesOf = (columns: readonly Column[]) => columns.map(({ type }) => type);

/** What DuckDB makes of the file: our oracle for the format. */
async function askDuckdb(content: ParquetContent, select: string) {
  const file = join(folder, 'oracle.parquet');
  writeFileSync(file, bytesOf(content));
  const database = await openDuckdb({ readable: [file] });
  try {
    return await database.query({ text: `SELECT ${select} FROM read_parquet($1)`, params: [file] });
  } finally {
    database.close();
  }
}

const texts = (column: { type: string; codes?: Int32Array; labels?: readonly string[] }) =>
  Array.from(column.codes ?? [], (code) => (code < 0 ? null : column.labels?.[code]));

describe('encodeParquet', () => {
  it('comes back as it was, whatever the cells are', () => {
    const table = fc
      .integer({ min: 0, max: 40 })
      .chain((rowCount) => fc.tuple(anyColumns(rowCount), fc.constant(rowCount)));
    fc.assert(
      fc.property(table, ([columns, rowCount]) => {
        const content = contentOf(columns, rowCount);
        expect(decodeParquet(bytesOf(content), typesOf(columns))).toEqual(content);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('is read by DuckDB as it was, whatever the cells are', async () => {
    const table = fc
      .integer({ min: 1, max: 40 })
      .chain((rowCount) => fc.tuple(anyColumns(rowCount), fc.constant(rowCount)));
    await fc.assert(
      fc.asyncProperty(table, async ([columns, rowCount]) => {
        const kept = columns.map((column, i) => ({ ...column, name: `c${i}` }) as Column);
        const select = kept.map(({ name, type }) => oracleOf(name, type)).join(', ');
        const answer = await askDuckdb(contentOf(kept, rowCount), `${select}${select && ', '}"assay.line"::DOUBLE`);
        expect(
          answer.slice(0, -1).map((column) => (column.type === 'number' ? [...column.values] : texts(column))),
        ).toEqual(kept.map(cellsOf));
        expect(answer.at(-1)).toMatchObject({ values: Float64Array.from({ length: rowCount }, (_, row) => row + 2) });
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('holds columns over several groups of rows, each with labels of its own', async () => {
    const rowCount = 131_072 * 2 + 7;
    const cells = Array.from({ length: rowCount }, (_, row) => (row % 97 === 0 ? null : row));
    const columns = [
      {
        type: 'text',
        name: 'id',
        codes: Int32Array.from({ length: rowCount }, (_, row) => row),
        labels: cells.map((_, row) => `id ${row}`),
      },
      { type: 'category', name: 'size', ...fewLabels(cells) },
      numbers(
        'value',
        cells.map((row) => (row === null ? Number.NaN : row / 3)),
      ),
      dates(
        'day',
        cells.map((row) => (row === null ? Number.NaN : row * 86_400_000)),
      ),
      sets(
        'tools',
        cells
          .slice(0, rowCount)
          .map((row) => (row === null ? null : row % 5 === 0 ? [] : [`t${row % 7}`, `u${row % 11}`].slice(row % 2))),
      ),
    ] as Column[];
    const content = contentOf(columns, rowCount);
    const bytes = bytesOf(content);
    const back = decodeParquet(bytes, typesOf(columns));
    expect(bytesOf(back).equals(bytes)).toBe(true);
    expect(back.columns.map((column) => ('labels' in column ? column.labels.length : 0))).toEqual([
      rowCount,
      3,
      0,
      0,
      18,
    ]);
    const [count, distinct, members] = await askDuckdb(
      content,
      'count(*)::DOUBLE, count(DISTINCT "id")::DOUBLE, sum(len("tools"))::DOUBLE',
    );
    expect([count, distinct]).toMatchObject([
      { values: Float64Array.of(rowCount) },
      { values: Float64Array.of(rowCount) },
    ]);
    expect(members).toMatchObject({ values: Float64Array.of((columns[4] as { codes: Int32Array }).codes.length) });
  });

  it('gives the same bytes however the labels are numbered', () => {
    const column = (codes: number[], labels: string[]): Column => ({
      type: 'text',
      name: 'a',
      codes: Int32Array.from(codes),
      labels,
    });
    const plain = bytesOf(contentOf([column([0, 1, -1, 0], ['x', 'y'])], 4));
    expect(bytesOf(contentOf([column([2, 0, -1, 2], ['y', 'never used', 'x'])], 4))).toEqual(plain);
    expect(bytesOf(contentOf([column([0, 1, 0, 0], ['x', 'y'])], 4))).not.toEqual(plain);
  });

  it('refuses half a character rather than altering it', () => {
    const columns: Column[] = [{ type: 'text', name: 'note', ...coded(['fine', 'cut \ud83d']) }];
    expect(() => bytesOf(contentOf(columns, 2))).toThrow('Column note holds "cut \\ud83d": half a character');
  });

  it('keeps a moment with a part of a millisecond', () => {
    const content = contentOf([dates('at', [1.5, Number.NaN])], 2);
    expect(decodeParquet(bytesOf(content), ['date'])).toEqual(content);
  });
});

describe('decodeParquet', () => {
  it('throws on what it did not write', () => {
    const bytes = bytesOf(contentOf([numbers('a', [1, 2])], 2));
    expect(() => decodeParquet(Buffer.from('PAR1'), [])).toThrow(RangeError);
    expect(() => decodeParquet(bytes.subarray(0, bytes.length - 9), ['number'])).toThrow(RangeError);
    expect(() => decodeParquet(bytes, ['number', 'text'])).toThrow('1 columns, not 2');
  });
});

function oracleOf(name: string, type: Column['type']): string {
  if (type === 'date') return `epoch_ms("${name}")::DOUBLE`;
  // The driver drops a leading U+FEFF when it decodes text, so bytes are compared.
  return type === 'set'
    ? `array_to_string(list_transform("${name}", x -> hex(encode(x))), ',')`
    : type === 'number'
      ? `"${name}"`
      : `hex(encode("${name}"))`;
}

function cellsOf(column: Column): unknown[] {
  if (column.type === 'number' || column.type === 'date') return [...column.values];
  if (column.type !== 'set') return texts(column).map((text) => (text === null ? null : hex(text ?? '')));
  return Array.from(column.missing, (missing, row) =>
    missing === 1
      ? null
      : Array.from(column.codes.subarray(column.offsets[row], column.offsets[row + 1]), (code) =>
          hex(column.labels[code]),
        ).join(','),
  );
}

function hex(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex').toUpperCase();
}

function fewLabels(cells: readonly (number | null)[]): { codes: Int32Array; labels: string[] } {
  return { codes: Int32Array.from(cells, (row) => (row === null ? -1 : (row - 1) % 3)), labels: ['a', 'b', 'c'] };
}

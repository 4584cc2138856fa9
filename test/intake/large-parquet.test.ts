import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countParquet } from '../../src/intake/count-parquet.js';
import { countParquetRows } from '../../src/intake/count-parquet-rows.js';
import { readFile } from '../../src/intake/read-file.js';
import { matchTrait } from '../../src/learn/match-trait.js';

let folder: string;
let file: string;

/** 300,000 rows: numbers, of which some are missing; categories; a repeated id; the outcome hangs on two of them. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-windows-'));
  file = join(folder, 'accounts.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const columns = [
    "'a' || (i // 2) AS account_id",
    'CASE WHEN i % 7 = 0 THEN NULL ELSE (i % 100)::INTEGER END AS size',
    "CASE WHEN i % 5 = 0 THEN '' ELSE 'v' || (i % 4) END AS kind",
    "CASE WHEN i % 11 = 0 THEN NULL WHEN i % 100 > 60 AND i % 4 = 1 THEN 'won' ELSE 'lost' END AS status",
  ];
  await connection.run(`COPY (SELECT ${columns.join(', ')} FROM range(300000) t(i)) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
});
afterAll(() => rm(folder, { recursive: true }));

const best = { outcome: 'status', is: ['won'], not: ['lost'], description: 'status is won' };
const rows = Array.from({ length: 300_000 }, (_, i) => i);
const isKnown = (i: number) => i % 11 !== 0;
const isWon = (i: number) => isKnown(i) && i % 100 > 60 && i % 4 === 1;
const countWhere = (passes: (i: number) => boolean) => rows.filter(passes).length;

describe('countParquet', () => {
  it('counts outcomes and traits in all rows, missing cells and empty texts left out', async () => {
    const range = { kind: 'range', lower: 50, upper: 70, upperIncluded: false } as const;
    const among = { kind: 'in', values: ['v1', 'v2'] } as const;
    const missing = { kind: 'missing' } as const;
    const counted = await countParquet(file, {
      best,
      traits: [
        { attribute: { name: 'size', type: 'whole' }, match: (column) => matchTrait(column, range), range },
        { attribute: { name: 'kind', type: 'category' }, match: (column) => matchTrait(column, among) },
        { attribute: { name: 'size', type: 'whole' }, match: (column) => matchTrait(column, missing) },
        { attribute: { name: 'kind', type: 'category' }, match: (column) => matchTrait(column, missing) },
        { attribute: { name: 'gone', type: 'category' }, match: (column) => matchTrait(column, missing) },
      ],
    });
    const has = [
      (i: number) => i % 7 !== 0 && i % 100 >= 50 && i % 100 < 70,
      (i: number) => i % 5 !== 0 && (i % 4 === 1 || i % 4 === 2),
      (i: number) => i % 7 === 0,
      (i: number) => i % 5 === 0,
    ];
    expect(counted).toEqual({
      accounts: countWhere(isKnown),
      positives: countWhere(isWon),
      traits: [
        ...has.map((trait) => ({
          accounts: countWhere((i) => isKnown(i) && trait(i)),
          positives: countWhere((i) => isWon(i) && trait(i)),
        })),
        null,
      ],
    });
  });
});

describe('readFile of a Parquet file of many rows', () => {
  it('draws about half of the most that are read, the same ones every time, with the rows that they are', async () => {
    const first = await readFile(file, { mostRows: 40_000 });
    const again = await readFile(file, { mostRows: 40_000 });
    expect(first.rowCount).toBeGreaterThan(19_000);
    expect(first.rowCount).toBeLessThan(21_000);
    expect(first.sampled).toEqual({ of: 300_000, by: null });
    expect(again.lines).toEqual(first.lines);
    const [, size] = first.columns;
    const expected = Float64Array.from(first.lines, (line) => ((line - 1) % 7 === 0 ? Number.NaN : (line - 1) % 100));
    expect(size.type === 'number' && size.values).toEqual(expected);
    // Every part of the file is in it alike: no rhythm of the rows is met.
    for (const period of [2, 4, 7, 100]) {
      const hits = first.lines.filter((line) => line % period === 0).length;
      expect(Math.abs(hits / first.rowCount - 1 / period)).toBeLessThan(0.012);
    }
  });

  it('draws all rows of one id or none where it is drawn by the id', async () => {
    const { columns, rowCount, sampled } = await readFile(file, { mostRows: 40_000, sampleBy: 'account_id' });
    expect(sampled).toEqual({ of: 300_000, by: 'account_id' });
    const [id] = columns;
    expect(id.type === 'text' && id.labels.length * 2).toBe(rowCount);
  });

  it('reads windows that add up to the whole', async () => {
    expect(await countParquetRows(file)).toBe(300_000);
    const whole = await readFile(file);
    const window = await readFile(file, { window: { from: 120_000, to: 130_000 } });
    expect(window.rowCount).toBe(10_000);
    expect([window.lines[0], window.lines[9_999]]).toEqual([120_001, 130_000]);
    for (const [c, column] of window.columns.entries()) {
      const all = whole.columns[c];
      const read = (at: number) => (all.type === 'text' ? all.labels[all.codes[at]] : all.values[at]);
      const own = (at: number) => (column.type === 'text' ? column.labels[column.codes[at]] : column.values[at]);
      expect(rows.slice(0, 10_000).map(own)).toEqual(rows.slice(120_000, 130_000).map(read));
    }
  });
});

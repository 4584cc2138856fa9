import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { measureValue } from '../src/workspace/value/measure-value.js';
import type { BenchCase } from './cases.js';

const customers = 1_000_000;

/** Raw purchases to the lifetime value of each customer. */
export const accountValueCases: Readonly<Record<string, BenchCase>> = {
  'value-1m': {
    about: { what: 'a CSV file of purchases to the lifetime value of each of 1,000,000 customers', customers },
    prepare: () => makePurchases('csv'),
    run: async (file) => {
      await measureValue(file);
    },
  },
  'value-parquet-1m': {
    about: { what: 'the same purchases from Parquet', customers },
    prepare: () => makePurchases('parquet'),
    run: async (file) => {
      await measureValue(file);
    },
  },
};

/**
 * About five million purchases of a million customers over two years, seeded by hashes of their numbers: each customer buys
 * at a rate of its own until it leaves, and spends about an amount of its own.
 * @returns the path; made once.
 */
async function makePurchases(format: 'csv' | 'parquet'): Promise<string> {
  const folder = join(tmpdir(), 'assay-bench');
  const file = join(folder, `purchases-1m.${format}`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const chance = (k: string) => `((hash(${k}) >> 11)::DOUBLE / 9007199254740992.0)`;
  const text = `
    COPY (
      SELECT 'C' || lpad(c::VARCHAR, 7, '0') AS customer_id, 'O' || (c * 64 + n) AS order_id,
        (DATE '2022-01-01' + floor(start + (life * n) / more)::INTEGER)::VARCHAR AS order_date,
        round(mean * (0.3 - ln(${chance('c * 1000003 + n * 7 + 3')} + 1e-9)), 2) AS amount
      FROM (
        SELECT c, floor(${chance('c * 3 + 1')} * 500) AS start, 20 - 60 * ln(${chance('c * 7 + 2')} + 1e-9) AS mean,
          least(60, floor(-4.6 * ln(${chance('c * 11 + 5')} + 1e-9)) + 1)::INTEGER AS more,
          ${chance('c * 13 + 9')} * (728 - floor(${chance('c * 3 + 1')} * 500)) AS life
        FROM range(${customers}) t(c)
      ), unnest(range(more)) u(n)
      ORDER BY hash(c * 64 + n)
    ) TO '${`${file}.partial`.replaceAll("'", "''")}' (FORMAT ${format}${format === 'csv' ? ', HEADER' : ''})`;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(text);
  connection.closeSync();
  instance.closeSync();
  renameSync(`${file}.partial`, file);
  return file;
}

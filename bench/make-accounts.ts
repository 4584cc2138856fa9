import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export interface AccountsShape {
  readonly rows: number;
  readonly attributes: number;
  /** Number of the first row; the rows of two files are different accounts where their numbers are. */
  readonly from?: number;
  readonly isDated?: boolean;
}

/**
 * A Parquet file of accounts, half of the attributes numbers and half categories, with the outcome `status`: seeded by
 * hashes of the row number, so that it is the same everywhere. The outcome hangs on eleven attributes and two pairs of them.
 * Dated, each account also has a name and the day it was decided, a thousand accounts a day from the first row on.
 * @returns its path; made once.
 */
export async function makeAccounts({ rows, attributes, from = 0, isDated = false }: AccountsShape): Promise<string> {
  const folder = join(tmpdir(), 'assay-bench');
  const file = join(folder, `accounts-${rows}x${attributes}${isDated ? `-dated-from-${from}` : ''}.parquet`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const half = Math.floor(attributes / 2);
  const columns = [
    ...(isDated ? ["'A-' || i AS account", "DATE '2020-01-01' + (i // 1000)::INTEGER AS decided_on"] : []),
    ...Array.from({ length: attributes - half }, (_, k) => `${numberOf(k)} AS n${k}`),
    ...Array.from({ length: half }, (_, k) => `'v' || ${categoryOf(k)}::INTEGER AS c${k}`),
    `CASE WHEN ${uniform(999)} < 1 / (1 + exp(-(${logOdds(attributes - half, half)}))) THEN 'won' ELSE 'lost' END AS status`,
  ];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const text = `COPY (SELECT ${columns.join(', ')} FROM range(${from}, ${from + rows}) t(i)) TO '${file.replaceAll("'", "''")}.partial' (FORMAT parquet)`;
  await connection.run(text);
  connection.closeSync();
  instance.closeSync();
  renameSync(`${file}.partial`, file);
  return file;
}

function uniform(k: number): string {
  return `((hash(i * 1000 + ${k}) >> 11)::DOUBLE / 9007199254740992.0)`;
}

function numberOf(k: number): string {
  if (k % 3 === 0) return `round(-1000 * ln(${uniform(k)} + 1e-9), 2)`;
  if (k % 3 === 1) return `floor(${uniform(k)} * 100)::INTEGER`;
  return `CASE WHEN ${uniform(k + 400)} < .1 THEN NULL ELSE round(${uniform(k)} * 50, 1) END`;
}

function categoryOf(k: number): string {
  return `floor(power(${uniform(k + 700)}, 2) * ${3 + 5 * (k % 10)})`;
}

function logOdds(numbers: number, categories: number): string {
  const ofNumbers = [1.2, -0.8, 0.5, 0.9, -0.6, 0.4].slice(0, numbers).map((b, k) => `${b} * (${uniform(k)} - .5)`);
  const ofCategories = [0.8, -0.9, 0.7, 0.5, -0.4]
    .slice(0, categories)
    .map((b, k) => `${b} * sin(${categoryOf(k)} * 1.7)`);
  const pairs = numbers < 5 ? [] : [product(0, 1), product(3, 4)];
  return ['-1.2', ...ofNumbers, ...ofCategories, ...pairs].join(' + ');
}

function product(a: number, b: number): string {
  return `4 * (${uniform(a)} - .5) * (${uniform(b)} - .5)`;
}

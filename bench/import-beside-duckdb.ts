import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { accountExport } from './account-export.js';
import { type WatchedRun, watchRun } from './watch-run.js';

/** How many rows; each is a case of its own. */
export const importCases: Readonly<Record<string, number>> = {
  'import-100k': 100_000,
  'import-1m': 1_000_000,
  'import-3m': 3_000_000,
};

const runs = 3;
const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const assay = fromHere('../bin/assay.js');
const duckdb = fromHere('./copy-by-duckdb.mjs');

/**
 * `assay import` of one CSV file into a new workspace, with all that belongs to it, and DuckDB's plain read_csv and COPY of the same
 * file to Parquet: each in a process of its own, by turns, on an otherwise equal footing.
 */
export async function importBesideDuckdb(rows: number): Promise<Readonly<Record<string, unknown>>> {
  const file = await exportFile(rows);
  const imports: WatchedRun[] = [];
  const copies: WatchedRun[] = [];
  for (let run = 0; run < runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
    try {
      copies.push(await watchRun([duckdb, file, join(folder, 'plain.parquet')]));
      execFileSync(process.execPath, [assay, 'init', folder], { stdio: 'ignore' });
      imports.push(await watchRun([assay, 'import', file, '--workspace', folder]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [ours, theirs] = [summarise(imports), summarise(copies)];
  return {
    rows,
    columns: 20,
    fileMb: Math.round(statSync(file).size / 1e6),
    assay: ours,
    duckdb: theirs,
    ratio: rounded(ours.seconds / theirs.seconds),
    cpuRatio:
      ours.cpuSeconds === null || theirs.cpuSeconds === null ? null : rounded(ours.cpuSeconds / theirs.cpuSeconds),
    runs,
  };
}

async function exportFile(rows: number): Promise<string> {
  const folder = join(tmpdir(), 'assay-bench');
  const file = join(folder, `accounts-${rows}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  await pipeline(Readable.from(accountExport({ rows, seed: 1 })), createWriteStream(`${file}.partial`));
  renameSync(`${file}.partial`, file);
  return file;
}

/** Medians, and the highest peak. */
function summarise(runs: readonly WatchedRun[]): WatchedRun {
  const peaks = runs.flatMap(({ peakMb }) => peakMb ?? []);
  const cpu = runs.flatMap(({ cpuSeconds }) => cpuSeconds ?? []);
  return {
    seconds: rounded(median(runs.map(({ seconds }) => seconds))),
    cpuSeconds: cpu.length === 0 ? null : rounded(median(cpu)),
    peakMb: peaks.length === 0 ? null : Math.round(Math.max(...peaks)),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

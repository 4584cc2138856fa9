import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demoCompanies } from '../src/demo/demo-companies.js';
import { outcomeColumn } from '../src/demo/generate-company.js';
import { generateTable } from '../src/demo/generate-table.js';
import { printCsv } from '../src/demo/print-csv.js';
import { learnProfile } from '../src/workspace/learn-profile.js';

export interface BenchCase {
  /** What is measured, for the line that is printed. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Makes the input; not counted. */
  prepare(): Promise<string>;
  run(prepared: string): Promise<void>;
}

const learnedAttributes = 20;

export const cases: Readonly<Record<string, BenchCase>> = {
  'learn-100k': {
    about: { what: 'assay learn on a CSV file, hold-out proof and all', rows: 100_000, columns: learnedAttributes },
    prepare: () => demoFile(100_000),
    run: async (file) => {
      await learnProfile(file, { outcome: 'status=won', id: 'account_id' });
    },
  },
};

/** Accounts of the B2B demo company with the outcome and as many other columns as named, made once. */
async function demoFile(accounts: number): Promise<string> {
  const folder = join(tmpdir(), 'assay-bench');
  const file = join(folder, `tech-titan-${accounts}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const spec = demoCompanies['tech-titan'];
  const generated = generateTable(spec, { seed: 1, accounts });
  const columns = [...generated.table.columns.slice(0, learnedAttributes), outcomeColumn(spec, generated)];
  await pipeline(
    Readable.from(printCsv({ columns }, { from: 0, to: generated.table.rowCount })),
    createWriteStream(file),
  );
  return file;
}

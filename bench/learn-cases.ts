import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeAccounts } from './make-accounts.js';
import { watchRun } from './watch-run.js';

type Measured = Readonly<Record<string, unknown>>;

const attributes = 20;
const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Learning as a whole, and its fit beside XGBoost's; each one run. */
export const learnCases: Readonly<Record<string, () => Promise<Measured>>> = {
  'learn-1m': () => learnFile({ rows: 1_000_000, attributes }),
  'learn-10m': () => learnFile({ rows: 10_000_000, attributes }),
  'fit-1m': () => fitBesideXgboost(1_000_000),
};

/** `assay learn` of a Parquet file, from its bytes to the document, in a process of its own. */
export async function learnFile(shape: { rows: number; attributes: number }): Promise<Measured> {
  const file = await makeAccounts(shape);
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  try {
    const learn = ['learn', file, '--outcome', 'status=won', '--quiet', '--output', join(folder, 'icp.yaml')];
    return { ...shape, ...rounded(await watchRun([fromHere('../bin/assay.js'), ...learn])) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fitBesideXgboost(rows: number): Promise<Measured> {
  const file = await makeAccounts({ rows, attributes });
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  const codes = join(folder, 'codes.bin');
  try {
    const run = ['--import', 'tsx', fromHere('./fit-coded.ts'), file, codes];
    const ours = JSON.parse(execFileSync(process.execPath, run, { encoding: 'utf8' }));
    return { rows, attributes, assay: rounded(ours), xgboost: fitByXgboost(codes, ours.columns) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fitByXgboost(codes: string, columns: number): Measured | string {
  try {
    const run = [fromHere('./fit-xgboost.py'), codes, String(columns)];
    return rounded(JSON.parse(execFileSync('/usr/bin/python3', run, { encoding: 'utf8', stdio: 'pipe' })));
  } catch {
    return '/usr/bin/python3 has no xgboost here: not measured';
  }
}

function rounded(values: object): Measured {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 100) / 100 : value,
    ]),
  );
}

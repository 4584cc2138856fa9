import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeAccounts } from './make-accounts.js';
import { type WatchedRun, watchRun } from './watch-run.js';

const assay = fileURLToPath(new URL('../bin/assay.js', import.meta.url));
const learnt = 100_000;
/** With the name, the day and the outcome they are 30 columns. */
const attributes = 27;

/** `assay validate` of a Parquet file with everything on; the profile is learnt from the accounts before, which is not counted. */
export const validateCases: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>> = {
  'validate-1m': () => validateFile(1_000_000),
};

async function validateFile(rows: number) {
  const earlier = await makeAccounts({ rows: learnt, attributes, isDated: true });
  const later = await makeAccounts({ rows, attributes, from: learnt, isDated: true });
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  const profile = join(folder, 'icp.yaml');
  try {
    const from = ['--outcome', 'status=won', '--id', 'account', '--time', 'decided_on'];
    await watchRun([assay, 'learn', earlier, ...from, '--quiet', '--output', profile]);
    const measured = await watchRun([assay, 'validate', later, '--profile', profile, '--quiet']);
    return { rows, columns: attributes + 3, learnt, ...rounded(measured) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rounded({ seconds, cpuSeconds, peakMb }: WatchedRun) {
  const round = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);
  return { seconds: round(seconds), cpuSeconds: round(cpuSeconds), peakMb: round(peakMb) };
}

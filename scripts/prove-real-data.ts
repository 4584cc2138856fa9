/**
 * What Assay reaches on public data, a JSON line a case, each with the goal it is held to.
 * ASSAY_DATA names the folder of the data sets; without it nothing is measured, and that is said.
 * Run: ASSAY_DATA=… npx tsx scripts/prove-real-data.ts
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LearnedProfile, type LearnOptions, learnProfile, printProfile } from '../src/index.js';
import { readFile } from '../src/intake/read-file.js';
import type { RawColumn } from '../src/model/table.js';

const data = process.env.ASSAY_DATA;
if (data === undefined || !existsSync(data)) {
  console.log('SKIPPED: ASSAY_DATA does not name the folder of the public data sets; nothing was measured.');
  process.exit(0);
}
const folder: string = data;
const scratch = mkdtempSync(join(tmpdir(), 'assay-prove-'));
let failures = 0;

try {
  await prove('ibm-telco-churn: stayed', join(folder, 'ibm-telco-churn/Telco-Customer-Churn.csv'), {
    options: { outcome: 'Churn=No' },
    holds: ({ profile }) => (profile.proof?.auc.estimate ?? 0) >= 0.84 && profile.verdict === 'publishable',
    goal: 'publishable, AUC >= 0.84',
  });
  await prove('salvirt-b2b-sales: won', join(folder, 'salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv'), {
    options: { outcome: 'Status=Won' },
    holds: ({ profile }) => (profile.proof?.auc.estimate ?? 0) >= 0.8,
    goal: 'AUC >= 0.80, duplicates grouped',
  });
  await prove(
    'uci-bank-marketing: latest 20 % in file order',
    join(folder, 'uci-bank-marketing/bank-additional-full.csv'),
    {
      options: { outcome: 'y=yes', exclude: ['duration'], inTimeOrder: true, holdout: 0.2 },
      holds: ({ profile }) =>
        (profile.proof?.auc.estimate ?? 0) >= 0.74 &&
        (profile.proof?.liftTopFifth.estimate ?? 0) >= 1.93 &&
        profile.gates?.some(({ name, passed }) => name === 'probability in each period' && !passed) === true,
      goal: 'AUC >= 0.74, lift of the top fifth >= 1.93, calibration in time reported as failing',
    },
  );
  await prove('ravenstack-saas: churn of accounts', join(folder, 'ravenstack-saas/ravenstack_accounts.csv'), {
    options: { outcome: 'churn_flag=FALSE' },
    holds: ({ profile }) => profile.verdict === 'refused' && profile.scorecard === null,
    goal: 'refused',
  });
  await prove('adventureworks-dw: top quarter of resellers by revenue', await resellers(), {
    options: { outcome: 'Revenue=top25%', id: 'ResellerKey' },
    holds: ({ profile }) => (profile.proof?.auc.estimate ?? 0) >= 0.72,
    goal: 'AUC >= 0.72 from firmographics',
  });
} finally {
  rmSync(scratch, { recursive: true });
}
process.exitCode = failures === 0 ? 0 : 1;

interface Case {
  readonly options: LearnOptions;
  readonly holds: (learned: LearnedProfile) => boolean;
  readonly goal: string;
}

/** Learns twice, so that the line can also say whether the bytes are the same. */
async function prove(name: string, file: string, { options, holds, goal }: Case): Promise<void> {
  const started = performance.now();
  const learned = await learnProfile(file, options);
  const seconds = (performance.now() - started) / 1000;
  const again = await learnProfile(file, options);
  const isSame = digest(printProfile(learned.profile)) === digest(printProfile(again.profile));
  const pass = holds(learned) && isSame;
  if (!pass) failures++;
  const { proof, verdict, baselines } = learned.profile;
  console.log(
    JSON.stringify({
      case: name,
      verdict,
      accounts: proof?.accounts,
      split: proof?.split.method,
      auc: proof?.auc,
      liftTopFifth: proof?.liftTopFifth,
      logLoss: proof?.logLoss,
      calibrationError: proof?.calibrationError,
      calibrationNoise: proof?.calibrationNoise,
      baselines: baselines.map(({ name: baseline, auc, logLoss }) => ({ name: baseline, auc: auc.estimate, logLoss })),
      identicalBytes: isSame,
      seconds: Math.round(seconds * 100) / 100,
      goal,
      pass,
    }),
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Resellers with their revenue summed from their orders; those without orders have none. */
async function resellers(): Promise<string> {
  const revenue = new Map<string, number>();
  for (const { ResellerKey, SalesAmount } of await records('derived-reseller_orders.csv')) {
    revenue.set(ResellerKey, (revenue.get(ResellerKey) ?? 0) + Number(SalesAmount));
  }
  const places = await records('DimGeography.csv');
  const country = new Map(places.map((place) => [place.GeographyKey, place.EnglishCountryRegionName]));
  const kept = 'ResellerKey,BusinessType,NumberEmployees,ProductLine,AnnualSales,AnnualRevenue,YearOpened'.split(',');
  const lines = (await records('DimReseller.csv')).map((account) =>
    [
      ...kept.map((name) => account[name]),
      country.get(account.GeographyKey) ?? '',
      (revenue.get(account.ResellerKey) ?? 0).toFixed(2),
    ].join(','),
  );
  const path = join(scratch, 'resellers.csv');
  writeFileSync(path, `${[...kept, 'Country', 'Revenue'].join(',')}\n${lines.join('\n')}\n`);
  return path;
}

async function records(file: string): Promise<Record<string, string>[]> {
  const raw = await readFile(join(folder, 'adventureworks-dw', file), {});
  const cells = raw.columns.map((column) => ({ name: column.name, at: cellReader(column) }));
  return Array.from({ length: raw.rowCount }, (_, row) =>
    Object.fromEntries(cells.map(({ name, at }) => [name, at(row)])),
  );
}

function cellReader(column: RawColumn): (row: number) => string {
  if (column.type !== 'text') return (row) => String(column.values[row]);
  return (row) => (column.codes[row] < 0 ? '' : column.labels[column.codes[row]]);
}

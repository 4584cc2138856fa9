import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../src/intake/assign-types.js';
import { findDuplicates } from '../../src/intake/find-duplicates.js';
import { readFile } from '../../src/intake/read-file.js';
import { readOutcome } from '../../src/intake/read-outcome.js';

// Public data sets that are too large, or not ours, to be kept here: name their folder in ASSAY_DATA.
const folder = process.env.ASSAY_DATA ?? '';

async function load(path: string) {
  const raw = await readFile(join(folder, path));
  const { table, findings } = assignTypes(raw);
  const byType = (type: string) => findings.filter((finding) => finding.type === type).map(({ name }) => name);
  return { raw, table, findings, byType, of: (name: string) => findings.find((finding) => finding.name === name) };
}

describe.skipIf(!existsSync(join(folder, 'ibm-telco-churn')))('intake of public data sets', () => {
  it('ibm-telco-churn: 11 blank TotalCharges are missing, the id is set aside, the rest can be learnt from', async () => {
    const { raw, byType, of } = await load('ibm-telco-churn/Telco-Customer-Churn.csv');
    expect(raw.rowCount).toBe(7043);
    expect(of('TotalCharges')).toMatchObject({ type: 'number', missing: 11, unreadable: 0 });
    expect(byType('identifier')).toEqual(['customerID']);
    expect(byType('number')).toEqual(['SeniorCitizen', 'tenure', 'MonthlyCharges', 'TotalCharges']);
    const outcome = readOutcome(raw.columns[20], {});
    expect(outcome.best.description).toBe('Churn is No');
    expect(outcome.labels.reduce((sum, label) => sum + label, 0)).toBe(7043 - 1869);
  });

  it('ravenstack: byte order mark, day first', async () => {
    const { findings, of } = await load('ravenstack-saas/ravenstack_accounts.csv');
    expect(findings[0]).toMatchObject({ name: 'account_id', type: 'identifier', key: 'id' });
    expect(of('signup_date')?.detail).toBe('date: day first');
    expect(of('churn_flag')?.type).toBe('category');
  });

  it('salvirt: semicolons and quotes; its repeated rows are grouped, not dropped', async () => {
    const { raw, findings, byType } = await load('salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv');
    expect([raw.rowCount, byType('category').length]).toEqual([448, 23]);
    const { drop, groups } = findDuplicates(raw, { findings });
    expect(drop.length).toBe(0);
    expect(new Set(groups).size).toBeLessThan(448);
  });

  it('uci-bank-marketing and adventureworks: numbers, categories and keys', async () => {
    const bank = await load('uci-bank-marketing/bank-additional-full.csv');
    expect(bank.raw.rowCount).toBe(41_188);
    expect([bank.byType('number').length, bank.byType('category').length]).toEqual([10, 11]);
    const resellers = await load('adventureworks-dw/DimReseller.csv');
    expect(resellers.byType('identifier')).toEqual([
      ...[
        'ResellerKey',
        'GeographyKey',
        'ResellerAlternateKey',
        'Phone',
        'ResellerName',
        'AddressLine1',
        'AddressLine2',
      ],
    ]);
    expect((await load('adventureworks-dw/derived-reseller_orders.csv')).of('Categories')?.type).toBe('set');
  });
});

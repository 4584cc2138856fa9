import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../src/intake/assign-types.js';
import { readFile } from '../../src/intake/read-file.js';
import { readOutcome } from '../../src/intake/read-outcome.js';
import { binAttributes } from '../../src/learn/binning/bin-attributes.js';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { findCriteria } from '../../src/learn/find-criteria.js';
import { findLeaks } from '../../src/learn/find-leaks.js';
import { findSegments } from '../../src/learn/find-segments.js';
import { testAttributes } from '../../src/learn/test-attributes.js';

// Public data sets that are too large, or not ours, to be kept here: name their folder in ASSAY_DATA.
const folder = process.env.ASSAY_DATA ?? '';

async function load(path: string, outcome: { name: string; value?: string }) {
  const raw = await readFile(join(folder, path));
  const { table, findings } = assignTypes(raw);
  const usable = new Set(
    findings.filter(({ type }) => ['number', 'category', 'set'].includes(type)).map(({ name }) => name),
  );
  const columns = table.columns.filter(({ name }) => usable.has(name) && name !== outcome.name);
  const result = raw.columns.find(({ name }) => name === outcome.name)!;
  const labels = Uint8Array.from(
    readOutcome(result, outcome.value === undefined ? {} : { value: outcome.value }).labels,
  );
  return { columns, labels, coded: codeTable(buildGrids(columns, null), { columns, rowCount: raw.rowCount }) };
}

describe.skipIf(!existsSync(join(folder, 'ibm-telco-churn')))('traits, segments and leaks of public data sets', () => {
  it('telco: information values as in the documentation of optbinning', async () => {
    const telco = await load('ibm-telco-churn/Telco-Customer-Churn.csv', { name: 'Churn', value: 'No' });
    const tests = testAttributes(telco);
    const binned = new Map(binAttributes(telco).map(({ attribute, ...one }) => [attribute, one]));
    const value = (name: string) => Number(binned.get(name)?.informationValue.toFixed(6));
    expect(value('Contract')).toBe(1.23856);
    expect(value('OnlineSecurity')).toBe(0.717777);
    expect(value('TechSupport')).toBe(0.699567);
    expect(value('InternetService')).toBe(0.617953);
    expect(value('PaymentMethod')).toBe(0.457109);
    expect(value('gender')).toBe(0.00038);
    expect(value('tenure')).toBe(0.872052);
    expect(binned.get('tenure')).toMatchObject({ trend: 'increasing', bins: { length: 11 } });
    expect(tests.find(({ attribute }) => attribute === 'gender')?.q).toBeGreaterThan(0.3);
  });

  it('telco: segments hold on the accounts that the search did not see', async () => {
    const telco = await load('ibm-telco-churn/Telco-Customer-Churn.csv', { name: 'Churn', value: 'No' });
    const rows = Int32Array.from(telco.labels, (_, row) => row);
    const segments = findSegments({
      ...telco,
      discovery: rows.filter((row) => row % 4 !== 0),
      confirmation: rows.filter((row) => row % 4 === 0),
    });
    expect(segments.length).toBeGreaterThanOrEqual(2);
    for (const { status } of segments) expect(status).toBe('validated');
    expect(segments[segments.length - 1].lift.upper).toBeLessThan(0.7);
  });

  it('flags no attribute of telco and salvirt, and of bank only the duration of the call', async () => {
    const telco = await load('ibm-telco-churn/Telco-Customer-Churn.csv', { name: 'Churn', value: 'No' });
    expect(findLeaks({ ...telco, outcome: 'Churn' })).toEqual([]);
    const salvirt = await load('salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv', { name: 'Status', value: 'Won' });
    expect(findLeaks({ ...salvirt, outcome: 'Status' })).toEqual([]);
    const bank = await load('uci-bank-marketing/bank-additional-full.csv', { name: 'y', value: 'yes' });
    const flagged = findLeaks({ ...bank, outcome: 'y' });
    expect(flagged.map(({ attribute, severity }) => [attribute, severity])).toEqual([['duration', 'set aside']]);
  });

  it('ravenstack: no trait passes', async () => {
    const raven = await load('ravenstack-saas/ravenstack_accounts.csv', { name: 'churn_flag' });
    expect(findCriteria({ ...raven, tests: testAttributes(raven), card: null })).toEqual([]);
  });
});

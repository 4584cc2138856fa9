import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcile } from '../../src/value/reconcile.js';
import { measureValue } from '../../src/workspace/value/measure-value.js';

describe('reconcile', () => {
  const minor = Float64Array.of(100, 250, Number.NaN, -50);
  const about = { reasons: ['used', 'no customer', 'no amount'], scale: 2, quarantined: 1 };

  it('accounts for every row and every cent', () => {
    expect(reconcile(minor, { ...about, reasonOf: Uint8Array.of(0, 1, 2, 0), usedTotal: 50n })).toEqual({
      rows: 5,
      total: '3.00',
      used: { rows: 2, total: '0.50' },
      excluded: [
        { reason: 'no customer', rows: 1, total: '2.50' },
        { reason: 'no amount', rows: 1, total: '' },
        { reason: 'the record could not be read', rows: 1, total: '' },
      ],
      isWhole: true,
    });
  });

  it('notices accounts that do not sum to their rows', () => {
    expect(reconcile(minor, { ...about, reasonOf: Uint8Array.of(0, 1, 2, 0), usedTotal: 51n }).isWhole).toBe(false);
  });
});

const data = process.env.ASSAY_DATA;

describe.skipIf(!data)('measureValue beside the sums of DuckDB (needs ASSAY_DATA)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-value-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['adventureworks-dw/derived-reseller_orders.csv', 'SalesAmount', 'ResellerKey'],
    ['adventureworks-dw/derived-consumer_orders.csv', 'SalesAmount', 'CustomerKey'],
    ['ibm-telco-churn/Telco-Customer-Churn.csv', 'TotalCharges', 'customerID'],
  ])(
    '%s: %s to the cent',
    async (file, column, key) => {
      const path = join(data ?? '', file);
      const { report } = await measureValue(path);
      const [{ total, accounts }] = await ask(
        `SELECT sum(try_cast("${column}" AS DECIMAL(18, 2)))::VARCHAR AS total, count(DISTINCT "${key}")::VARCHAR AS accounts FROM read_csv('${path}', all_varchar = true)`,
      );
      const found = report.reconciliations.find((one) => one.column === column);
      expect([found?.total, found?.isWhole, report.money?.total]).toEqual([total, true, total]);
      expect(String(report.accounts)).toBe(accounts);
    },
    120_000,
  );

  it('CDNOW: 69,659 rows, 2,500,315.63', async () => {
    const { report } = await measureValue(join(data ?? '', 'cdnow/CDNOW_master.txt'));
    expect(report.reconciliations[0]).toMatchObject({ rows: 69659, total: '2500315.63', isWhole: true, excluded: [] });
    expect([report.accounts, report.money?.total]).toEqual([23570, '2500315.63']);
  }, 120_000);
});

async function ask(text: string): Promise<Record<string, string>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = await (await connection.runAndReadAll(text)).getRowObjects();
  connection.closeSync();
  instance.closeSync();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])));
}

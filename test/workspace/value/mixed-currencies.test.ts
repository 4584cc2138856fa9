import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareAccounts } from '../../../src/workspace/prepare-accounts.js';
import { measureValue } from '../../../src/workspace/value/measure-value.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-currencies-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('measureValue', () => {
  const accounts = 'account_id,revenue,currency\nA,10.00,EUR\nB,20.00,USD\nC,30.00,\nD,1.01,EUR\n';

  it('does not add currencies of accounts, a row each, without rates', async () => {
    await expect(measureValue(write('a.csv', accounts))).rejects.toThrow(
      'a.csv has amounts in EUR (2 rows), USD (1 rows): different currencies are not added.',
    );
  });

  it('tells accounts in one currency, and what the source sums to in each', async () => {
    const { report } = await measureValue(write('b.csv', accounts), { currency: 'USD', rates: { EUR: 1.5 } });
    // 15.00 + 20.00 + 30.00 + 1.515, rounded up to 1.52.
    expect([report.money?.total, report.currency]).toEqual(['66.52', 'USD']);
    expect(report.notes.slice(1)).toEqual([
      'revenue sums to EUR 11.01 (2 rows, at 1.5), USD 20.00 (1 rows); all is told in USD, each amount rounded to 0.01, which adds 0.01 in all.',
      '1 amount has no currency and is taken as USD.',
    ]);
  });

  it('believes an amount that names its currency', async () => {
    const text = accounts.replace('revenue', 'revenue_eur');
    const { report } = await measureValue(write('c.csv', text), { columns: { amount: 'revenue_eur' } });
    expect(report.money?.total).toBe('61.01');
  });

  it('does not add currencies of contracts by tenure, and converts them', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `k${i},${1 + (i % 9)},${i % 2 ? 'Yes' : 'No'},10.00,${i % 2 ? 'EUR' : 'USD'}`,
    );
    const path = write('t.csv', `id,tenure,churn,mrr,currency\n${rows.join('\n')}\n`);
    await expect(measureValue(path)).rejects.toThrow('different currencies are not added');
    const { report } = await measureValue(path, { currency: 'USD', rates: { EUR: 2 } });
    expect(report.reconciliations[0].total).toBe('600');
  });
});

describe('prepareAccounts', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `k${i},${i % 5},${i},${i % 2 ? 'EUR' : 'USD'}`);
  const text = `id,size,revenue,currency\n${rows.join('\n')}\n`;

  it('does not learn amounts of several currencies, unless their column is left out', async () => {
    const path = write('learn.csv', text);
    const asked = { outcome: 'revenue', target: 'amount' } as const;
    await expect(prepareAccounts(path, asked)).rejects.toThrow('learn.csv has amounts in USD (15 rows), EUR (15 rows)');
    const { amounts } = await prepareAccounts(path, { ...asked, exclude: ['currency'] });
    expect(amounts?.length).toBe(30);
  });
});

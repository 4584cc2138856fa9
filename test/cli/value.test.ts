import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newFolder, runAssay } from './run-assay.js';

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

describe('assay value', () => {
  it('tells the value of purchases by attribute, and writes accounts and report', async () => {
    const folder = newFolder();
    const [csv, page] = [join(folder, 'values.csv'), join(folder, 'value.html')];
    const files = ['-o', csv, '--report', page];
    const flags = ['--accounts', example('customers.csv'), '--by', 'kind', '--months', '24', '--discount', '0.08'];
    const { exit, out } = await runAssay('value', example('orders.csv'), ...flags, ...files, '--as-of', '2024-06-30');
    expect(exit).toBe(0);
    expect(out).toMatch(/24 months, discounted by 8/);
    expect(readFileSync(csv, 'utf8')).toMatch(/^account,amount,purchases,first_purchase/);
    expect(existsSync(page)).toBe(true);
  });

  it('takes columns by name, and money of other currencies by its rate', async () => {
    const file = join(newFolder(), 'sales.csv');
    const rows = Array.from(
      { length: 30 },
      (_, i) => `K${i % 6},2024-0${1 + (i % 9)}-11,${10 + i},${i % 2 ? 'EUR' : 'USD'}`,
    );
    writeFileSync(file, `buyer,day,sum,currency\n${rows.join('\n')}\n`);
    const named = ['--customer', 'buyer', '--date', 'day', '--amount', 'sum', '--json', '--quiet'];
    const mixed = await runAssay('value', file, ...named);
    expect([mixed.exit, mixed.err]).toEqual([2, expect.stringMatching(/different currencies are not added/)]);
    const { exit, out } = await runAssay('value', file, ...named, '--currency', 'USD', '--rate', 'EUR=2');
    // 10 + 12 + … + 38 in dollars, 11 + 13 + … + 39 in euros.
    expect([exit, JSON.parse(out).money.total, JSON.parse(out).currency]).toEqual([0, '1110', 'USD']);
    expect((await runAssay('value', file, ...named, '--rate', 'EUR')).exit).toBe(2);
  });

  it('tells subscriptions of two currencies in one', async () => {
    const file = join(newFolder(), 'subscriptions.csv');
    const rows = Array.from({ length: 80 }, (_, i) => {
      const end = i % 2 === 0 ? `2023-${String(1 + (i % 12)).padStart(2, '0')}-05` : '';
      return `S${i},A${i},2022-0${1 + (i % 9)}-01,${end},100,${i < 40 ? 'EUR' : 'USD'}`;
    });
    writeFileSync(file, `subscription_id,account_id,start_date,end_date,mrr,currency\n${rows.join('\n')}\n`);
    const { exit, out, err } = await runAssay(
      'value',
      file,
      '--json',
      '--quiet',
      '--currency',
      'USD',
      '--rate',
      'EUR=2',
    );
    expect([exit, err]).toEqual([0, '']);
    const { kind, reconciliations } = JSON.parse(out);
    expect([kind, Number(reconciliations[0].total)]).toEqual(['contracts', 40 * 200 + 40 * 100]);
  });
});

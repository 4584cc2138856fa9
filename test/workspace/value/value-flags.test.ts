import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureValue, type ValueOptions } from '../../../src/workspace/value/measure-value.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-flags-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, rows: readonly string[]) => {
  writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  return join(folder, name);
};
const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + ((i * 37) % 300))).toISOString().slice(0, 10);
const orders = [
  'customer_id,order_date,amount,shop',
  ...Array.from({ length: 120 }, (_, i) => `C${i % 40},${day(i)},${10 + (i % 7)}.50,${i % 2 ? 'north' : 'south'}`),
];

describe('measureValue', () => {
  it.each<[string, ValueOptions, RegExp]>([
    ['--by of no column', { by: ['nope'] }, /--by nope: .* has no such column/],
    ['--by of numbers', { by: ['amount'] }, /--by amount: it is number/],
    ['--customer of the amount', { columns: { customer: 'amount' } }, /--customer amount: .* says how much/],
    ['--amount of the customer', { columns: { amount: 'customer_id' } }, /--amount customer_id: .* names the account/],
    ['--amount of the date', { columns: { amount: 'order_date' } }, /--amount order_date: .* says when/],
    ['--amount of text', { columns: { amount: 'shop' } }, /--amount shop: it holds no numbers/],
    ['--date of text', { columns: { date: 'shop' } }, /--date shop: it holds no dates/],
    ['--order of the customer', { columns: { order: 'customer_id' } }, /--order customer_id/],
    ['--tenure of purchases', { columns: { tenure: 'amount' } }, /--tenure amount has no use here/],
    ['--churned of purchases', { columns: { churned: 'shop' } }, /--churned shop has no use here/],
    ['--churned of no column', { columns: { churned: 'gone' } }, /--churned gone: .* has no such column/],
    ['one column twice', { columns: { date: 'order_date', order: 'order_date' } }, /both name order_date/],
    ['a rate of no amount', { rates: { EUR: 1.1 } }, /--rate EUR=1.1: no amount of orders.csv is in EUR/],
    ['a rate of another', { currency: 'USD', rates: { XYZ: 3 } }, /--rate XYZ=3: no amount/],
  ])('refuses %s', async (_, options, message) => {
    await expect(measureValue(write('orders.csv', orders), options)).rejects.toThrow(message);
  });

  it('tells purchases apart by a column of their own, where asked', async () => {
    const { report } = await measureValue(write('orders.csv', orders), { by: ['shop'] });
    expect(report.groups.map(({ group }) => group).sort()).toEqual(['north', 'south']);
  });

  it('takes rows of one purchase each as purchases where --date says so, and says so where it does not', async () => {
    const once = [
      'customer_id,order_date,amount',
      ...Array.from({ length: 60 }, (_, i) => `C${i},${day(i)},${10 + i}.5`),
    ];
    const path = write('once.csv', once);
    const { report } = await measureValue(path, { columns: { date: 'order_date' } });
    expect([report.kind, report.accounts, report.columns.account]).toEqual(['purchases', 60, 'customer_id']);
    const plain = await measureValue(path);
    expect(plain.report.kind).toBe('accounts');
    expect(plain.report.notes.join()).toContain('--date order_date');
  });

  const contracts = [
    'account_id,start_date,end_date,mrr,plan',
    ...Array.from({ length: 60 }, (_, i) => `S${i},${day(i)},${i % 3 === 0 ? '2024-12-20' : ''},${10 + (i % 5)},basic`),
  ];

  it('takes a monthly amount between a start and an end for subscriptions, whatever the file is called', async () => {
    const { report } = await measureValue(write('subs.csv', contracts));
    expect([report.kind, report.accounts, report.columns.startedAt]).toEqual(['contracts', 60, 'start_date']);
  });

  it('takes --start and --end for subscriptions', async () => {
    const path = write('odd.csv', [
      contracts[0].replace('start_date,end_date,mrr', 'von,bis,preis_x'),
      ...contracts.slice(1),
    ]);
    const { report } = await measureValue(path, { columns: { start: 'von', end: 'bis', amount: 'preis_x' } });
    expect([report.kind, report.accounts, report.columns.endedAt]).toEqual(['contracts', 60, 'bis']);
  });
});

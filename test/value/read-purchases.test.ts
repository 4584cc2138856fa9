import { describe, expect, it } from 'vitest';
import { customerTotals } from '../../src/value/customer-totals.js';
import { readPurchases } from '../../src/value/read-purchases.js';
import { purchaseTable } from './purchase-table.js';

const fields = { who: 'account', day: 'paidAt', paid: 'amount', id: 'id', money: 'currency', state: 'status' };

describe('readPurchases', () => {
  it('joins the rows of one day, takes returns off and counts them as no purchases', () => {
    const { raw, applied } = purchaseTable(
      {
        who: ['a', 'b', 'a', 'a', 'b'],
        day: ['2024-01-05', '2024-01-06', '2024-01-05', '2024-02-01', '2024-03-01'],
        paid: ['10.50', '0', '4.50', '-5.00', '7'],
      },
      fields,
    );
    const { log, reconciliation, notes } = readPurchases(raw, applied);
    const { purchases, net, first, last } = customerTotals(log);
    expect(log.customers).toEqual(['a', 'b']);
    expect([...purchases]).toEqual([1, 2]);
    expect([...net]).toEqual([1000, 700]);
    expect([first[0], last[0]]).toEqual([19727, 19727]);
    expect(reconciliation).toEqual({
      rows: 5,
      total: '17.00',
      used: { rows: 5, total: '17.00' },
      excluded: [],
      isWhole: true,
    });
    expect(notes).toEqual([
      '1 row of nothing counts as a purchase that brought no money.',
      '1 row below zero counts as a return: taken off the value, and no purchase.',
    ]);
  });

  it('says of every row that does not count why, and what they sum to', () => {
    const { raw, applied } = purchaseTable(
      {
        who: ['a', null, 'b', 'b', 'c', 'c'],
        day: ['2024-01-05', '2024-01-05', null, '2024-01-07', '2024-01-08', '2024-06-01'],
        paid: ['1.00', '2.00', '4.00', null, '8.00', '16.00'],
        state: ['paid', 'paid', 'paid', 'paid', 'failed', 'paid'],
      },
      fields,
    );
    const { reconciliation } = readPurchases(raw, applied, { until: Date.parse('2024-06-01') });
    expect(reconciliation).toEqual({
      rows: 6,
      total: '31',
      used: { rows: 1, total: '1' },
      excluded: [
        { reason: 'no customer', rows: 1, total: '2' },
        { reason: 'no date', rows: 1, total: '4' },
        { reason: 'no amount', rows: 1, total: '' },
        { reason: 'it did not come about, by its status', rows: 1, total: '8' },
        { reason: 'after the last day asked for', rows: 1, total: '16' },
      ],
      isWhole: true,
    });
  });

  it('leaves out a row that stands twice with its own id, and keeps twins without one', () => {
    const cells = { who: ['a', 'a', 'b'], day: ['2024-01-05', '2024-01-05', '2024-01-05'], paid: ['1', '1', '1'] };
    const many = Array.from({ length: 20 }, (_, i) => `o${i}`);
    const named = purchaseTable(
      {
        who: ['a', 'a', ...many],
        day: ['2024-01-05', '2024-01-05', ...many.map(() => '2024-01-06')],
        paid: ['1', '1', ...many.map(() => '1')],
        id: ['x', 'x', ...many],
      },
      fields,
    );
    expect(readPurchases(named.raw, named.applied).reconciliation.excluded).toEqual([
      { reason: 'the same row again, with the same id', rows: 1, total: '1' },
    ]);
    const bare = purchaseTable(cells, fields);
    expect(readPurchases(bare.raw, bare.applied).reconciliation.used.rows).toBe(3);
  });

  it('adds no different currencies without rates', () => {
    const { raw, applied } = purchaseTable(
      {
        who: ['a', 'b', 'a'],
        day: ['2024-01-05', '2024-01-05', '2024-01-07'],
        paid: ['10', '10', '5'],
        money: ['USD', 'EUR', 'USD'],
      },
      fields,
    );
    expect(() => readPurchases(raw, applied)).toThrow('USD (2 rows), EUR (1 rows): different currencies are not added');
    const { log, currency, reconciliation } = readPurchases(raw, applied, { currency: 'USD', rates: { EUR: 1.1 } });
    expect([currency, ...customerTotals(log).net, reconciliation.total]).toEqual(['USD', 15, 11, '26']);
  });

  it('tells currencies by the signs beside the amounts', () => {
    const { raw, applied } = purchaseTable(
      { who: ['a', 'b'], day: ['2024-01-05', '2024-01-05'], paid: ['$10.00', '€5.00'] },
      fields,
    );
    expect(() => readPurchases(raw, applied)).toThrow('different currencies');
  });
});

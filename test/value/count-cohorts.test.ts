import { describe, expect, it } from 'vitest';
import { countCohorts } from '../../src/value/count-cohorts.js';
import { readPurchases } from '../../src/value/read-purchases.js';
import { purchaseTable } from './purchase-table.js';

describe('countCohorts', () => {
  it('counts who bought again in which month, and leaves out months that are not over', () => {
    const { raw, applied } = purchaseTable(
      {
        who: ['a', 'a', 'b', 'c', 'b', 'a', 'a'],
        day: ['2024-01-05', '2024-02-10', '2024-01-20', '2024-02-01', '2024-03-31', '2024-03-01', '2024-04-10'],
        paid: ['10', '20', '5', '1', '7', '-2', '1'],
      },
      { who: 'account', day: 'paidAt', paid: 'amount' },
    );
    const { cohorts, retention } = countCohorts(readPurchases(raw, applied).log);
    expect(cohorts).toEqual([
      { month: '2024-01', customers: 2, active: [2, 1, 1], net: [15, 20, 5] },
      { month: '2024-02', customers: 1, active: [1, 0], net: [1, 0] },
    ]);
    expect(retention.map(({ month, customers, estimate }) => [month, customers, estimate])).toEqual([
      [0, 3, 1],
      [1, 3, 1 / 3],
      [2, 2, 1 / 2],
    ]);
  });
});

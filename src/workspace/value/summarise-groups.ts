import type { Column } from '../../model/table.js';
import { meanOfAmounts } from '../../value/mean-of-amounts.js';
import type { GroupRow } from '../../value/value-report.js';

const mostGroups = 30;
const fewestAccounts = 5;

/**
 * What the accounts of each value of an attribute come to, the best first; for categories of 2–30 values.
 * @param accountOf account of each row of the table that holds the column. @param values by account.
 */
export function summariseGroups(
  column: Column,
  { accountOf, values }: { accountOf: Int32Array; values: Float64Array },
): GroupRow[] {
  if (column.type !== 'category' || column.labels.length < 2 || column.labels.length > mostGroups) return [];
  const groupOf = new Int32Array(values.length).fill(-1);
  accountOf.forEach((account, row) => {
    if (account >= 0 && groupOf[account] < 0) groupOf[account] = column.codes[row];
  });
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  return column.labels
    .flatMap((group, code): GroupRow[] => {
      const own = values.filter((_, account) => groupOf[account] === code);
      return own.length < fewestAccounts ? [] : [{ attribute: column.name, group, ...groupOfValues(own, total) }];
    })
    .sort((a, b) => b.mean.estimate - a.mean.estimate);
}

/** Numbers of one group of accounts. @param total what all accounts come to. */
export function groupOfValues(own: Float64Array, total: number): Omit<GroupRow, 'attribute' | 'group'> {
  const positive = own.map((value) => Math.max(0, value));
  const sum = positive.reduce((all, value) => all + value, 0);
  const largest = positive.reduce((most, value) => Math.max(most, value), 0);
  return {
    accounts: own.length,
    value: own.reduce((all, value) => all + value, 0),
    valueShare: total > 0 ? sum / total : 0,
    mean: meanOfAmounts(own),
    top1: sum > 0 ? largest / sum : 0,
  };
}

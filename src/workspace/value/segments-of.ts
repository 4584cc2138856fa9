import type { AccountSegments } from '../../value/account-segments.js';
import type { ValueData } from './load-value.js';

/** Accounts by the first attribute that was asked for, where it is a category; null where none was. */
export function segmentsOf({ base, main, attributes }: ValueData, by: readonly string[]): AccountSegments | null {
  if (by.length === 0) return null;
  const tables = [{ table: main, accountOf: base.accountOf }, ...(attributes === null ? [] : [attributes])];
  for (const { table, accountOf } of tables) {
    const column = table.typed.table.columns.find(({ name }) => name === by[0]);
    if (column?.type !== 'category') continue;
    const of = new Int32Array(base.accounts.length).fill(-1);
    accountOf.forEach((account, row) => {
      if (account >= 0) of[account] = column.codes[row];
    });
    return { attribute: column.name, names: column.labels, of };
  }
  return null;
}

import { AssayError } from '../../errors.js';
import { headerKey } from '../../intake/mapping/header-key.js';
import type { RawColumn } from '../../model/table.js';
import type { ValueTable } from './value-table.js';

/**
 * The account of each row of a table, by the column whose values name the most accounts; a column that is called as it is
 * in the data goes before others.
 * @param about `key`: what the account is called in the data.
 * @throws AssayError USAGE where no column names them.
 */
export function placeAttributes(
  { raw }: ValueTable,
  { accounts, key }: { accounts: readonly string[]; key: string | undefined },
): Int32Array {
  const place = new Map(accounts.map((name, at) => [name, at]));
  let best: Int32Array | null = null;
  let most = 0;
  for (const column of raw.columns) {
    const of = rowsOf(column, place);
    const named = new Set(of).size - (of.includes(-1) ? 1 : 0);
    const isSame = key !== undefined && headerKey(column.name) === headerKey(key);
    const known = named * (isSame ? 2 : 1);
    if (known > most) [most, best] = [known, of];
  }
  if (best !== null && most >= 0.1 * Math.min(accounts.length, raw.rowCount)) return best;
  throw new AssayError('USAGE', {
    detail: `No column of ${raw.source} names the accounts.`,
    hint: 'Give a table with the same ids as the purchases have.',
    place: { file: raw.source },
  });
}

/** Of each row the account that a column names; -1 where none. */
export function rowsOf(column: RawColumn, place: ReadonlyMap<string, number>): Int32Array {
  if (column.type !== 'text') return Int32Array.from(column.values, (value) => place.get(String(value)) ?? -1);
  const places = column.labels.map((label) => place.get(label.trim()) ?? -1);
  return column.codes.map((code) => (code < 0 ? -1 : places[code]));
}

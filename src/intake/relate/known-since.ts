import type { Column, DateColumn } from '../../model/table.js';
import { headerKey } from '../mapping/header-key.js';

/** What stands behind or before the name of a column in that of the date on which it was written. */
const behind =
  /^(at|on|since|date|datum|timestamp|(last)?(changed|updated|modified|entered|set|known)(at|on|date|since)?)$/;
const before = /^(date|dateof|(date)?(last)?(changed|updated|modified|entered|became))$/;

/**
 * The date column that says when the values of a column were written: `lifecyclestage_date` beside `lifecyclestage`,
 * `Churn Date` beside `Churn`, `date_entered_stage` … Undefined where there is none.
 */
export function knownSince(name: string, columns: readonly Column[]): DateColumn | undefined {
  const key = headerKey(name);
  if (key.length < 3) return undefined;
  return columns.find((column): column is DateColumn => {
    if (column.type !== 'date' || column.name === name) return false;
    const other = headerKey(column.name);
    if (other.startsWith(key)) return behind.test(other.slice(key.length));
    return other.endsWith(key) && before.test(other.slice(0, -key.length));
  });
}

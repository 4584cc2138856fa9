import { fieldHeaders } from '../intake/mapping/field-headers.js';
import { headerKey, headerWords, keysOf } from '../intake/mapping/header-key.js';
import type { MappedTable } from '../intake/relate/mapped-table.js';
import type { Column, RawColumn, RawTable } from '../model/table.js';

const isoCode = /^[A-Z]{3}$/i;
const most = 200;

/**
 * The column that says in which currency each amount of a table is: the mapped one, else one that is called so and holds
 * codes or signs. Undefined where there is none, or where the amount names its currency itself (`revenue_usd`).
 */
export function findCurrencyCodes(
  { columns }: Pick<RawTable, 'columns'>,
  { applied, amount }: { applied: Pick<MappedTable, 'columns'>; amount: string },
): Column | RawColumn | undefined {
  const mapped = applied.columns.find(({ name }) => name === 'currency');
  const known = new Set(keysOf(fieldHeaders.payment.currency));
  const found = mapped ?? columns.find((column) => known.has(headerKey(column.name)) && holdsCodes(column));
  if (found === undefined || !('labels' in found)) return undefined;
  const own = new Set(headerWords(amount).map((word) => word.toUpperCase()));
  return found.labels.some((label) => own.has(label.trim().toUpperCase())) ? undefined : found;
}

function holdsCodes(column: RawColumn): boolean {
  if (column.type !== 'text' || column.labels.length > most) return false;
  return column.labels.every((label) => {
    const text = label.trim();
    return text === '' || isoCode.test(text) || (text.length <= 4 && !/\d/.test(text));
  });
}

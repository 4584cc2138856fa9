import { AssayError } from '../errors.js';
import { shellWord } from '../model/shell-word.js';
import type { RawTable } from '../model/table.js';
import { findCurrencyCodes } from '../value/find-currency-codes.js';
import { readCurrencies } from '../value/read-currencies.js';

/**
 * Amounts of several currencies are no scale to learn on.
 * @param about `exclude`: a column of currencies that was left out is not asked.
 * @throws AssayError USAGE where the rows are in several currencies.
 */
export function refuseMixedCurrencies(
  raw: RawTable,
  { amount, exclude }: { amount: string; exclude: ReadonlySet<string> },
): void {
  const amounts = raw.columns.find(({ name }) => name === amount);
  if (amounts === undefined) return;
  const found = findCurrencyCodes(raw, { applied: { columns: [] }, amount });
  const codes = found === undefined || exclude.has(found.name) ? undefined : found;
  try {
    readCurrencies({ amounts, codes }, { rates: {}, file: raw.source });
  } catch (cause) {
    if (!(cause instanceof AssayError)) throw cause;
    const inOne =
      codes === undefined ? '' : `, or if they are in one currency already: --exclude ${shellWord(codes.name)}`;
    throw new AssayError('USAGE', {
      detail: cause.message,
      hint: `Bring ${amount} into one currency first, or keep to the rows of one${inOne}.`,
      place: { file: raw.source },
    });
  }
}

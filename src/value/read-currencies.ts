import { AssayError } from '../errors.js';
import { currencyOf } from '../intake/typing/read-number.js';
import type { Column, RawColumn } from '../model/table.js';

export interface RowCurrencies {
  /** What all amounts are told in; null where nothing says it. */
  readonly currency: string | null;
  /** What each row is multiplied by; null where all are in one currency already. */
  readonly rateOf: Float64Array | null;
  /** Rows by currency, where there are several. */
  readonly counts: readonly { readonly currency: string; readonly rows: number }[];
}

/**
 * The currency of each row: by a column of codes, else by the signs beside the amounts.
 * @param about `amounts`: the column as it stands in the file; `rates`: worth of one unit in `currency`.
 * @throws AssayError USAGE where there are several and no rate for one of them: they are never added.
 */
export function readCurrencies(
  { amounts, codes }: { amounts: RawColumn; codes: Column | undefined },
  { currency, rates, file }: { currency?: string | undefined; rates: Readonly<Record<string, number>>; file: string },
): RowCurrencies {
  const column = codes !== undefined && 'labels' in codes && 'codes' in codes && codes.type !== 'set' ? codes : null;
  const labels = column === null ? signs(amounts) : column.labels.map((label) => label.trim().toUpperCase());
  const rowCodes = column?.codes ?? (amounts.type === 'text' ? amounts.codes : null);
  const rowsOf = new Map<string, number>();
  if (rowCodes !== null)
    for (const code of rowCodes) {
      const name = code < 0 ? null : labels[code];
      if (name !== null) rowsOf.set(name, (rowsOf.get(name) ?? 0) + 1);
    }
  const counts = [...rowsOf].map(([name, rows]) => ({ currency: name, rows })).sort((a, b) => b.rows - a.rows);
  const target = currency?.toUpperCase() ?? (counts.length === 1 ? counts[0].currency : undefined);
  if (counts.length === 0 || (counts.length === 1 && counts[0].currency === target))
    return { currency: target ?? null, rateOf: null, counts };
  const rateBy = new Map(Object.entries(rates).map(([name, rate]) => [name.toUpperCase(), rate]));
  const lacking = counts.filter(({ currency: name }) => name !== target && !rateBy.has(name));
  if (target === undefined || lacking.length > 0) throw mixed(counts, { target, lacking, file });
  const rateOf = Float64Array.from(rowCodes ?? [], (code) => {
    const name = code < 0 ? null : labels[code];
    return name === null || name === target ? 1 : (rateBy.get(name) ?? 1);
  });
  return { currency: target, rateOf, counts };
}

function signs(amounts: RawColumn): (string | null)[] {
  return amounts.type === 'text' ? amounts.labels.map((label) => currencyOf(label)) : [];
}

function mixed(
  counts: RowCurrencies['counts'],
  { target, lacking, file }: { target: string | undefined; lacking: RowCurrencies['counts']; file: string },
): AssayError {
  const found = counts.map(({ currency, rows }) => `${currency} (${rows} rows)`).join(', ');
  const into = target ?? counts[0].currency;
  const others = (target === undefined ? counts.slice(1) : lacking).map(({ currency }) => `--rate ${currency}=…`);
  return new AssayError('USAGE', {
    detail: `${file} has amounts in ${found}: different currencies are not added.`,
    hint: `Say what one unit of each is worth: --currency ${into} ${others.join(' ')}, or keep to the rows of one currency.`,
    place: { file },
  });
}

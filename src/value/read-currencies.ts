import { AssayError } from '../errors.js';
import { currencyOf } from '../intake/typing/read-number.js';
import type { Column, RawColumn } from '../model/table.js';

export interface RowCurrencies {
  /** What all amounts are told in; null where nothing says it. */
  readonly currency: string | null;
  /** What each row is multiplied by; null where all are in one currency already. */
  readonly rateOf: Float64Array | null;
  /** Rows by currency, and what one unit is worth in that of the report. */
  readonly counts: readonly { readonly currency: string; readonly rows: number; readonly rate: number }[];
  /** Place in `counts` of each row, -1 where it has none; null where nothing is converted. */
  readonly placeOf: Int32Array | null;
}

/**
 * The currency of each row: by a column of codes, else by the signs beside the amounts.
 * @param about `amounts`: the column as it stands in the file; `rates`: worth of one unit in `currency`.
 * @throws AssayError USAGE where there are several and no rate for one of them: they are never added.
 */
export function readCurrencies(
  { amounts, codes }: { amounts: RawColumn; codes: Column | RawColumn | undefined },
  { currency, rates, file }: { currency?: string | undefined; rates: Readonly<Record<string, number>>; file: string },
): RowCurrencies {
  const column = codes !== undefined && 'labels' in codes && 'codes' in codes && codes.type !== 'set' ? codes : null;
  const labels = column === null ? signs(amounts) : column.labels.map(codeOf);
  const rowCodes = column?.codes ?? (amounts.type === 'text' ? amounts.codes : null);
  const rowsOf = new Map<string, number>();
  if (rowCodes !== null)
    for (const code of rowCodes) {
      const name = code < 0 ? null : labels[code];
      if (name !== null) rowsOf.set(name, (rowsOf.get(name) ?? 0) + 1);
    }
  const rateBy = new Map(Object.entries(rates).map(([name, rate]) => [name.toUpperCase(), rate]));
  const found = [...rowsOf].map(([name, rows]) => ({ currency: name, rows })).sort((a, b) => b.rows - a.rows);
  const target = currency?.toUpperCase() ?? (found.length === 1 ? found[0].currency : undefined);
  const counts = found.map((one) => ({
    ...one,
    rate: one.currency === target ? 1 : (rateBy.get(one.currency) ?? Number.NaN),
  }));
  if (counts.length === 0 || (counts.length === 1 && counts[0].currency === target))
    return { currency: target ?? null, rateOf: null, counts, placeOf: null };
  const lacking = counts.filter(({ rate }) => Number.isNaN(rate));
  if (target === undefined || lacking.length > 0) throw mixed(counts, { target, lacking, file });
  const placeBy = new Map(counts.map(({ currency: name }, place) => [name, place]));
  const byLabel = labels.map((name) => (name === null ? -1 : (placeBy.get(name) ?? -1)));
  const placeOf = Int32Array.from(rowCodes ?? [], (code) => (code < 0 ? -1 : byLabel[code]));
  const rateOf = Float64Array.from(placeOf, (place) => (place < 0 ? 1 : counts[place].rate));
  return { currency: target, rateOf, counts, placeOf };
}

function codeOf(label: string): string | null {
  const text = label.trim();
  // Signs are read as beside an amount.
  return text === '' ? null : (currencyOf(`${text}1`) ?? text.toUpperCase());
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

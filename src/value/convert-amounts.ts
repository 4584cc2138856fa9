import { decimalText, type MinorUnits, sumMinor } from './minor-units.js';
import type { RowCurrencies } from './read-currencies.js';

/**
 * Amounts in the currency that all are told in, each rounded to a minor unit, and what the source sums to by currency.
 * @param units `name`: of the column; one amount a row, in minor units of whatever currency the row has.
 */
export function convertAmounts(
  units: MinorUnits & { readonly name: string },
  { currency, rateOf, counts, placeOf }: RowCurrencies,
): { readonly minor: Float64Array; readonly notes: readonly string[] } {
  if (rateOf === null || placeOf === null) return { minor: units.minor, notes: [] };
  const { scale } = units;
  const minor = units.minor.map((amount, row) => Math.round(amount * rateOf[row]));
  let exact = 0;
  for (let row = 0; row < minor.length; row++)
    if (!Number.isNaN(minor[row])) exact += units.minor[row] * rateOf[row] - minor[row];
  const unsaid = placeOf.reduce((count, place, row) => count + (place < 0 && !Number.isNaN(minor[row]) ? 1 : 0), 0);
  const parts = counts.map(({ currency: name, rows, rate }, place) => {
    const total = sumMinor(units.minor.map((amount, row) => (placeOf[row] === place ? amount : Number.NaN)));
    return `${name} ${decimalText(total, scale)} (${rows} rows${name === currency ? '' : `, at ${rate}`})`;
  });
  return {
    minor,
    notes: [
      `${units.name} sums to ${parts.join(', ')}; all is told in ${currency}, each amount rounded to ${10 ** -scale}, which ${exact < 0 ? 'adds' : 'takes off'} ${(Math.abs(exact) / 10 ** scale).toFixed(scale)} in all.`,
      ...(unsaid === 0
        ? []
        : [
            `${unsaid} ${unsaid === 1 ? 'amount has no currency and is' : 'amounts have no currency and are'} taken as ${currency}.`,
          ]),
    ],
  };
}

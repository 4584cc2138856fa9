import type { Column, NumberColumn, RawColumn, RawTable } from '../model/table.js';
import { convertAmounts } from './convert-amounts.js';
import { minorUnits, sumMinor } from './minor-units.js';
import { readCurrencies } from './read-currencies.js';
import { type Reconciliation, reconcile } from './reconcile.js';

export interface AccountMoney {
  /** Minor units that each account came to. */
  readonly money: Float64Array;
  readonly scale: number;
  readonly currency: string | null;
  /** Currencies that the source has, where it says so. */
  readonly currencies: readonly string[];
  readonly reconciliation: Reconciliation;
  readonly notes: readonly string[];
}

/**
 * What rows of accounts say that each came to, in one currency.
 * @param about `accountOf`: account of each row, -1 none; `codes`: the column of currencies, where there is one.
 * @throws AssayError USAGE where there are several currencies and no rate for one of them.
 */
export function readAccountMoney(
  raw: RawTable,
  {
    amounts,
    codes,
    accounts,
    accountOf,
    currency: wanted,
    rates,
  }: {
    amounts: NumberColumn;
    codes: Column | RawColumn | undefined;
    accounts: number;
    accountOf: Int32Array;
    currency: string | undefined;
    rates: Readonly<Record<string, number>>;
  },
): AccountMoney {
  const original = raw.columns.find(({ name }) => name === amounts.name) ?? raw.columns[0];
  const currencies = readCurrencies({ amounts: original, codes }, { currency: wanted, rates, file: raw.source });
  const units = minorUnits(amounts);
  const { minor, notes } = convertAmounts({ ...units, name: amounts.name }, currencies);
  const money = new Float64Array(accounts);
  const reasonOf = Uint8Array.from(minor, (value, row) => (accountOf[row] < 0 ? 1 : Number.isNaN(value) ? 2 : 0));
  minor.forEach((value, row) => {
    if (reasonOf[row] === 0) money[accountOf[row]] += value;
  });
  const reconciliation = reconcile(minor, {
    reasonOf,
    reasons: ['used', 'no account', 'no amount'],
    scale: units.scale,
    usedTotal: sumMinor(money),
    quarantined: raw.quarantined.length,
  });
  return {
    money,
    scale: units.scale,
    currency: currencies.currency,
    currencies: currencies.counts.map((one) => one.currency),
    reconciliation,
    notes: [
      ...(accounts < raw.rowCount
        ? [`${raw.rowCount} rows of ${accounts} accounts: amounts of one account are added.`]
        : []),
      ...notes,
    ],
  };
}

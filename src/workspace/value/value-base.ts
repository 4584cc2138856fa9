import { AssayError } from '../../errors.js';
import { headerKey } from '../../intake/mapping/header-key.js';
import { dealOutcomes } from '../../intake/relate/deal-outcomes.js';
import { columnNamed } from '../../intake/relate/mapped-table.js';
import { toldEndings } from '../../intake/relate/told-endings.js';
import { shellWord } from '../../model/shell-word.js';
import type { Column, NumberColumn } from '../../model/table.js';
import type { ContractLog } from '../../value/contract-log.js';
import { type CustomerTotals, customerTotals } from '../../value/customer-totals.js';
import { type ContractColumns, findContractColumns } from '../../value/find-contract-columns.js';
import { findCurrencyCodes } from '../../value/find-currency-codes.js';
import type { PurchaseLog } from '../../value/purchase-log.js';
import { readAccountMoney } from '../../value/read-account-money.js';
import { readSubscriptions, readTenures, startsLater } from '../../value/read-contracts.js';
import { readCurrencies } from '../../value/read-currencies.js';
import { readPurchases } from '../../value/read-purchases.js';
import type { ReconciledColumn } from '../../value/reconcile.js';
import type { ValueColumns } from './value-columns.js';
import { namedColumn, type ValueTable } from './value-table.js';

/** What the rows of the data are. */
export type ValueKindOfData = 'purchases' | 'contracts' | 'accounts';

/** Accounts and what each has come to, whatever the data is. */
export interface ValueBase {
  readonly kind: ValueKindOfData;
  /** Why it is taken for that. */
  readonly why: string;
  readonly accounts: readonly string[];
  /** Minor units that each account has come to; null where no column says it. */
  readonly money: Float64Array | null;
  readonly scale: number;
  readonly currency: string | null;
  /** Currencies that the source has, where it says so. */
  readonly currencies: readonly string[];
  /** What the money is, e.g. `SalesAmount`. */
  readonly of: string;
  readonly reconciliations: readonly ReconciledColumn[];
  readonly purchases: { readonly log: PurchaseLog; readonly totals: CustomerTotals } | null;
  readonly contracts: ContractLog | null;
  /** The moment after the last that is known, in ms; NaN where nothing is dated. */
  readonly until: number;
  /** Account of each row of the table; -1: none. */
  readonly accountOf: Int32Array;
  /** Columns that the base took part of: not for learning. */
  readonly columns: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  /** What may well be wrong with the data. */
  readonly warnings?: readonly string[];
}

export interface BaseOptions {
  readonly columns: ValueColumns;
  readonly currency?: string | undefined;
  readonly rates: Readonly<Record<string, number>>;
  readonly until?: number | undefined;
  /** Whether a definition says what value is: no column of money needs to be found then. */
  readonly isDefined: boolean;
}

/** @throws AssayError USAGE where nothing tells what accounts came to. */
export function valueBase(table: ValueTable, options: BaseOptions): ValueBase {
  const { applied, typed } = table;
  const has = (...fields: string[]) => fields.every((field) => columnNamed(applied, field) !== undefined);
  const { columns } = options;
  if (applied.entity === 'payment' && has('account', 'paidAt', 'amount')) return ofPurchases(table, options);
  if (applied.entity === 'deal' && applied.mapping.use === 'rows' && has('account', 'amount', 'closedAt'))
    return ofPurchases(table, options);
  if (applied.entity === 'subscription' && has('account', 'startedAt', 'amount'))
    return ofSubscriptions(table, options);
  const named = (name: string | undefined, option: string) =>
    name === undefined ? undefined : namedColumn(table, { name, option });
  const found = findContractColumns(typed.table);
  const tenure = named(columns.tenure, '--tenure') ?? found?.tenure;
  const churned = named(columns.churned, '--churned') ?? found?.churned;
  if (tenure !== undefined && churned !== undefined) {
    const monthly = named(columns.amount, '--amount') ?? found?.monthly;
    const total = named(columns.total, '--total') ?? found?.total;
    const contract = {
      tenure,
      churned,
      ...(monthly === undefined ? {} : { monthly }),
      ...(total === undefined ? {} : { total }),
    };
    return ofTenures(table, { ...options, contract });
  }
  return ofAccounts(table, options);
}

function ofPurchases(table: ValueTable, { currency, rates, until }: BaseOptions): ValueBase {
  const { raw, applied } = table;
  const isDeals = applied.entity === 'deal';
  const wonAt = isDeals ? winsOf(table) : undefined;
  const read = readPurchases(raw, applied, { currency, rates, until, wonAt });
  const { log } = read;
  if (log.customers.length === 0) {
    const isLater =
      until !== undefined && readPurchases(raw, applied, { currency, rates, wonAt }).log.customers.length > 0;
    if (isLater) throw allLater(table, { until, rows: 'purchase' });
    throw nothing(table, 'no row has a customer, a date and an amount');
  }
  const totals = customerTotals(log);
  const columns = fieldColumns(table);
  const keys = columnNamed(applied, 'account');
  let placed = 0;
  // Customers stand in the order of the labels, those without a purchase left out.
  const codes =
    keys?.type === 'text' ? keys.labels.map((label) => (label === log.customers[placed] ? placed++ : -1)) : [];
  return {
    kind: 'purchases',
    why: `${isDeals ? 'deals, of which those won count' : 'purchases'}: ${columns.account} names the customer, ${columns.paidAt ?? columns.closedAt} says when, ${columns.amount} how much (${applied.mapping.why})`,
    accounts: log.customers,
    money: totals.net,
    scale: log.scale,
    currency: read.currency,
    currencies: read.currencies,
    of: columns.amount,
    reconciliations: [{ column: columns.amount, reconciliation: read.reconciliation }],
    purchases: { log, totals },
    contracts: null,
    until: (log.lastDay + 1) * 86_400_000,
    accountOf: keys?.type === 'text' ? keys.codes.map((code) => (code < 0 ? -1 : codes[code])) : new Int32Array(0),
    columns,
    notes: read.notes,
    warnings: read.warnings,
  };
}

/** When each deal was won; NaN for the others. */
function winsOf({ applied }: ValueTable): Float64Array {
  const told = toldEndings(applied, new Map());
  const { outcomes, decidedAt } = dealOutcomes(applied, { asOf: Number.MAX_SAFE_INTEGER, told });
  return decidedAt.map((moment, row) => (outcomes[row] === 'won' ? moment : Number.NaN));
}

function ofSubscriptions(table: ValueTable, { until, rates, currency: wanted }: BaseOptions): ValueBase {
  const { raw, applied } = table;
  const columns = fieldColumns(table);
  const end = until ?? lastOf(applied.columns) + 1;
  const amounts = raw.columns.find(({ name }) => name === columns.amount) ?? raw.columns[0];
  const currencies = readCurrencies(
    { amounts, codes: findCurrencyCodes(raw, { applied, amount: amounts.name }) },
    { currency: wanted, rates, file: raw.source },
  );
  const { log, reconciliations, notes } = readSubscriptions(raw, { table: applied, end, currencies });
  if (log.accounts.length === 0) {
    const isLater = reconciliations[0].reconciliation.excluded.some(({ reason }) => reason === startsLater);
    if (until !== undefined && isLater) throw allLater(table, { until, rows: 'subscription' });
    throw nothing(table, 'no row has an account, a start and an amount');
  }
  const place = new Map(log.accounts.map((name, at) => [name, at]));
  const keys = columnNamed(applied, 'account');
  const codes = keys?.type === 'text' ? keys.labels.map((label) => place.get(label) ?? -1) : [];
  return {
    kind: 'contracts',
    why: `subscriptions: ${columns.account} names the account, ${columns.startedAt}${columns.endedAt === undefined ? '' : ` and ${columns.endedAt}`} say from when to when, ${columns.amount} is taken as the amount a month`,
    accounts: log.accounts,
    money: log.paid,
    scale: log.scale,
    currency: currencies.currency,
    currencies: currencies.counts.map((one) => one.currency),
    of: `${columns.amount} over time`,
    reconciliations,
    purchases: null,
    contracts: log,
    until: end,
    accountOf: keys?.type === 'text' ? keys.codes.map((code) => (code < 0 ? -1 : codes[code])) : new Int32Array(0),
    columns,
    notes,
  };
}

function ofTenures(
  table: ValueTable,
  { contract: columns, columns: told, currency: wanted, rates }: BaseOptions & { readonly contract: ContractColumns },
): ValueBase {
  const { raw, typed, applied } = table;
  const { ids, column } = rowIds(table, told.customer);
  const amount = raw.columns.find(({ name }) => name === (columns.monthly ?? columns.total));
  const currencies =
    amount === undefined
      ? { currency: null, rateOf: null, counts: [], placeOf: null }
      : readCurrencies(
          { amounts: amount, codes: findCurrencyCodes(raw, { applied, amount: amount.name }) },
          { currency: wanted, rates, file: raw.source },
        );
  const { log, reconciliations, notes } = readTenures(raw, { table: typed.table, columns, ids, currencies });
  if (log.accounts.length === 0) throw nothing(table, 'no row has a tenure and says whether it ended');
  const hasMoney = columns.monthly !== undefined || columns.total !== undefined;
  const { accounts, accountOf } = placeRows(ids);
  const isWhole = accounts.length === log.accounts.length;
  return {
    kind: 'contracts',
    why: `contracts: ${columns.tenure} is taken as months, ${columns.churned} says which ended${columns.monthly === undefined ? '' : `, ${columns.monthly} is the amount a month`}`,
    accounts: log.accounts,
    money: hasMoney ? log.paid : null,
    scale: log.scale,
    currency: currencies.currency,
    currencies: currencies.counts.map((one) => one.currency),
    of: columns.total ?? (columns.monthly === undefined ? '' : `${columns.monthly} × ${columns.tenure}`),
    reconciliations,
    purchases: null,
    contracts: log,
    until: Number.NaN,
    accountOf: isWhole ? accountOf : placeAmong(ids, log.accounts),
    columns: { ...columns, ...(column === undefined ? {} : { account: column }) },
    notes,
  };
}

function ofAccounts(table: ValueTable, { columns, isDefined, currency: wanted, rates }: BaseOptions): ValueBase {
  const { raw, typed, applied } = table;
  const { ids, column: idColumn } = rowIds(table, columns.customer);
  const { accounts, accountOf } = placeRows(ids);
  const amount =
    columns.amount === undefined
      ? moneyColumn(typed.table.columns)
      : namedColumn(table, { name: columns.amount, option: '--amount' });
  if (amount === undefined && !isDefined) throw noMoney(table);
  const values = typed.table.columns.find(({ name }) => name === amount);
  const base = {
    kind: 'accounts' as const,
    accounts,
    purchases: null,
    contracts: null,
    until: Number.NaN,
    accountOf,
    columns: { ...(idColumn === undefined ? {} : { account: idColumn }), ...(amount === undefined ? {} : { amount }) },
  };
  if (values?.type !== 'number' || amount === undefined)
    return {
      ...base,
      why: 'one row an account',
      money: null,
      scale: 0,
      currency: wanted ?? null,
      currencies: [],
      of: '',
      reconciliations: [],
      notes: [],
    };
  const dated = typed.table.columns.find(({ type, name }) => type === 'date' && name !== amount)?.name;
  const { reconciliation, notes, ...read } = readAccountMoney(raw, {
    amounts: values,
    codes: findCurrencyCodes(raw, { applied, amount }),
    accounts: accounts.length,
    accountOf,
    currency: wanted,
    rates,
  });
  return {
    ...base,
    ...read,
    why: `one row an account, ${amount} is what it came to`,
    of: amount,
    reconciliations: [{ column: amount, reconciliation }],
    notes: [
      ...notes,
      ...(dated === undefined
        ? []
        : [`If each row is a purchase of ${shellWord(dated)} and no account, say so: --date ${shellWord(dated)}.`]),
    ],
  };
}

/** The name of each row: its id, else its line. */
function rowIds(table: ValueTable, told?: string): { ids: (string | null)[]; column: string | undefined } {
  const { raw, typed, applied } = table;
  const field = (name: string) =>
    applied.mapping.columns.find(({ use }) => use.kind === 'field' && use.field === name)?.column;
  const column =
    told === undefined
      ? (field('id') ?? typed.findings.find(({ key }) => key === 'id')?.name ?? field('account') ?? field('name'))
      : namedColumn(table, { name: told, option: '--customer' });
  const cells = raw.columns.find(({ name }) => name === column);
  if (cells === undefined) return { ids: Array.from(raw.lines, (line) => `line ${line}`), column: undefined };
  if (cells.type !== 'text')
    return { ids: Array.from(cells.values, (value) => (Number.isNaN(value) ? null : String(value))), column };
  const labels = cells.labels.map((label) => label.trim());
  return { ids: Array.from(cells.codes, (code) => (code < 0 || labels[code] === '' ? null : labels[code])), column };
}

function placeRows(ids: readonly (string | null)[]): { accounts: string[]; accountOf: Int32Array } {
  const place = new Map<string, number>();
  const accountOf = Int32Array.from(ids, (id) => {
    if (id === null) return -1;
    const at = place.get(id) ?? place.size;
    place.set(id, at);
    return at;
  });
  return { accounts: [...place.keys()], accountOf };
}

function placeAmong(ids: readonly (string | null)[], accounts: readonly string[]): Int32Array {
  const place = new Map(accounts.map((name, at) => [name, at]));
  return Int32Array.from(ids, (id) => (id === null ? -1 : (place.get(id) ?? -1)));
}

const moneyKeys = new Set(
  'lifetime value|ltv|clv|customer lifetime value|total spend|total spent|amount spent|total sales|total revenue|revenue|net revenue|sales|sales amount|net sales|spend|spent|amount|value|contract value|acv|arr|mrr|umsatz|gesamtumsatz|chiffre d affaires|ca|ingresos|ventas|importe total|revenue 12m|revenue last 12 months|order total|orders total'
    .split('|')
    .map((name) => headerKey(name)),
);

function moneyColumn(columns: readonly Column[]): string | undefined {
  return columns.find(
    (column): column is NumberColumn => column.type === 'number' && moneyKeys.has(headerKey(column.name)),
  )?.name;
}

function lastOf(columns: readonly Column[]): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const column of columns)
    if (column.type === 'date') for (const value of column.values) if (value > last) last = value;
  return last;
}

function fieldColumns({ applied }: ValueTable): Record<string, string> {
  return Object.fromEntries(
    applied.mapping.columns.flatMap(({ column, use }) => (use.kind === 'field' ? [[use.field, column]] : [])),
  );
}

function noMoney({ raw, typed }: ValueTable): AssayError {
  const numbers = typed.table.columns.filter(({ type }) => type === 'number').map(({ name }) => name);
  return new AssayError('USAGE', {
    detail: `Nothing in ${raw.source} says what an account came to: there are no purchases with customer, date and amount, no contracts with a length, and no column of value by its name.`,
    hint:
      numbers.length === 0
        ? 'Give a file with amounts, or a value definition: --define value.yaml.'
        : `Name it: assay value ${shellWord(raw.source)} --amount ${shellWord(numbers[0])} (numbers here: ${numbers.join(', ')}); of purchases also --customer and --date; or give a value definition: --define value.yaml.`,
    place: { file: raw.source },
  });
}

/** @param until the end of the last day that counts, ms. */
function allLater(table: ValueTable, { until, rows }: { until: number; rows: string }): AssayError {
  const day = new Date(until - 1).toISOString().slice(0, 10);
  return new AssayError('USAGE', {
    detail: `${table.name}: every ${rows} is later than ${day}, the last day that was to count.`,
    hint: 'Name a later day with --as-of, or leave it out to count all.',
    place: { file: table.name },
  });
}

function nothing({ raw }: ValueTable, why: string): AssayError {
  return new AssayError('NO_RECORDS', {
    detail: `${raw.source}: ${why}.`,
    hint: 'Name the columns: --customer, --date and --amount.',
    place: { file: raw.source },
  });
}

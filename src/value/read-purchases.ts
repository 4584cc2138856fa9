import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import type { Column, RawTable, TextColumn } from '../model/table.js';
import { convertAmounts } from './convert-amounts.js';
import { findCurrencyCodes } from './find-currency-codes.js';
import { type FarDay, findFarDays } from './find-far-days.js';
import { findRepeatedRows } from './find-repeated-rows.js';
import { minorUnits, sumMinor } from './minor-units.js';
import { dayMs, gatherPurchases, indexPurchases, type PurchaseLog } from './purchase-log.js';
import { readCurrencies } from './read-currencies.js';
import { type Reconciliation, reconcile } from './reconcile.js';

export interface ReadPurchases {
  readonly log: PurchaseLog;
  readonly currency: string | null;
  /** Currencies that the source has, where it says so. */
  readonly currencies: readonly string[];
  readonly reconciliation: Reconciliation;
  readonly notes: readonly string[];
  /** What may well be wrong with the data. */
  readonly warnings: readonly string[];
}

export interface MoneyOptions {
  readonly currency?: string | undefined;
  readonly rates?: Readonly<Record<string, number>>;
  /** The last moment that counts, in ms, exclusive. */
  readonly until?: number | undefined;
  /** Of a table of deals: when each was won in ms, NaN where it was not. */
  readonly wonAt?: Float64Array | undefined;
}

const reasons = [
  'used',
  'no customer',
  'no date',
  'the date cannot be read',
  'no amount',
  'the amount cannot be read',
  'it did not come about, by its status',
  'the deal was not won',
  'the same row again, with the same id',
  'after the last day asked for',
] as const;
type Reason = (typeof reasons)[number];

/** Payments that came to nothing. Refunds with an amount of their own stand as rows below zero, and count. */
const void_ =
  /^(failed|void(ed)?|cancell?ed|declined|expired|draft|abandoned|uncaptured|refunded|pending|storniert|annul[ée]e?|anulad[oa])$/i;
/** From this share of distinct ids on, an id names a row and not an order of several. */
const rowIds = 0.9;

/**
 * Rows of purchases (one a payment, an order, or a line of one) as what each customer bought each day, with every row and
 * every cent accounted for.
 * @param table a table of payments: fields `account`, `paidAt`, `amount`, and maybe `id`, `currency`, `status`; or of deals.
 */
export function readPurchases(
  raw: RawTable,
  table: AppliedMapping,
  { currency: wanted, rates = {}, until = Number.POSITIVE_INFINITY, wonAt }: MoneyOptions = {},
): ReadPurchases {
  const account = textOf(table, 'account');
  const at = wonAt ?? numbersOf(table, 'paidAt');
  const amounts = minorUnits({ values: numbersOf(table, 'amount') });
  const source = (field: string) =>
    table.mapping.columns.find(({ use }) => use.kind === 'field' && use.field === field)?.column;
  const original = raw.columns.find(({ name }) => name === source('amount')) ?? raw.columns[0];
  const codes = findCurrencyCodes(raw, { applied: table, amount: original.name });
  const currencies = readCurrencies({ amounts: original, codes }, { currency: wanted, rates, file: raw.source });
  const { currency } = currencies;
  const { minor, notes: conversion } = convertAmounts({ ...amounts, name: original.name }, currencies);
  const reasonOf = new Uint8Array(raw.rowCount);
  const mark = (row: number, reason: Reason) => {
    if (reasonOf[row] === 0) reasonOf[row] = reasons.indexOf(reason);
  };
  const bad = (field: string) =>
    new Set(table.unreadable.filter(({ column }) => column === source(field)).map(({ row }) => row));
  const [badDates, badAmounts] = [bad('paidAt'), bad('amount')];
  const status = wonAt === undefined ? table.columns.find(({ name }) => name === 'status') : undefined;
  const isVoid = status?.type === 'text' ? status.labels.map((label) => void_.test(label.trim())) : [];
  for (let row = 0; row < raw.rowCount; row++) {
    if (wonAt !== undefined && Number.isNaN(wonAt[row])) mark(row, 'the deal was not won');
    else if (account.codes[row] < 0) mark(row, 'no customer');
    else if (Number.isNaN(at[row])) mark(row, badDates.has(row) ? 'the date cannot be read' : 'no date');
    else if (Number.isNaN(minor[row])) mark(row, badAmounts.has(row) ? 'the amount cannot be read' : 'no amount');
    else if (status?.type === 'text' && isVoid[status.codes[row]]) mark(row, 'it did not come about, by its status');
    else if (at[row] >= until) mark(row, 'after the last day asked for');
  }
  const counted = () => account.codes.map((code, row) => (reasonOf[row] === 0 ? code : -1));
  const names = account.labels;
  let customerOf = counted();
  let index = indexPurchases({ customerOf, names, at });
  const repeated = findRepeatedRows(index, { columns: raw.columns, rowCount: raw.rowCount });
  const repeats = repeated.reduce((sum, one) => sum + one, 0);
  const isDropped = repeats > 0 && namesRows(table);
  if (isDropped) {
    for (const [row, one] of repeated.entries()) if (one === 1) mark(row, 'the same row again, with the same id');
    customerOf = counted();
    index = indexPurchases({ customerOf, names, at });
  }
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < at.length; row++) if (customerOf[row] >= 0 && at[row] > last) last = at[row];
  const lastDay = Number.isFinite(until) ? Math.ceil(until / dayMs) - 1 : Math.floor(last / dayMs);
  const { scale } = amounts;
  const log = gatherPurchases({ customerOf, names, at, minor, scale, lastDay, index });
  const reconciliation = reconcile(minor, {
    reasonOf,
    reasons,
    scale,
    usedTotal: sumMinor(log.net),
    quarantined: raw.quarantined.length,
  });
  const count = (passes: (amount: number) => boolean) =>
    minor.reduce((sum, amount, row) => sum + (reasonOf[row] === 0 && passes(amount) ? 1 : 0), 0);
  const [zeros, returns] = [count((amount) => amount === 0), count((amount) => amount < 0)];
  return {
    log,
    currency,
    currencies: currencies.counts.map((one) => one.currency),
    reconciliation,
    warnings: findFarDays(at, (row) => reasonOf[row] === 0).map((far) => describeFar(far, raw.lines)),
    notes: [
      ...note(zeros, {
        one: 'of nothing counts as a purchase that brought no money',
        many: 'of nothing count as purchases that brought no money',
      }),
      ...note(returns, {
        one: 'below zero counts as a return: taken off the value, and no purchase',
        many: 'below zero count as returns: taken off the value, and no purchases',
      }),
      ...(isDropped
        ? []
        : note(repeats, {
            one: 'is the same in every column as an earlier one; nothing names the single row, so it counts',
            many: 'are the same in every column as an earlier one; nothing names the single row, so they count',
          })),
      ...note(amounts.rounded, {
        one: `had more than ${scale} decimals and was rounded`,
        many: `had more than ${scale} decimals and were rounded`,
      }),
      ...conversion,
    ],
  };
}

function describeFar({ row, day, side, rows, others }: FarDay, lines: Int32Array): string {
  const what = `${rows === 1 ? '1 row lies' : `${rows} rows lie`} far ${side} all others: ${day} on line ${lines[row]}, where the others ${side === 'after' ? 'end' : 'begin'} on ${others}`;
  return side === 'after'
    ? `${what}. Everything is told up to that day; if it is a slip, say --as-of ${others}.`
    : `${what}. If it is a slip, mend it: times since the first purchase are measured from it.`;
}

function note(rows: number, what: { one: string; many: string }): string[] {
  if (rows === 0) return [];
  return [rows === 1 ? `1 row ${what.one}.` : `${rows} rows ${what.many}.`];
}

function namesRows(table: AppliedMapping): boolean {
  const id = table.columns.find(({ name }) => name === 'id');
  return id?.type === 'text' && id.labels.length >= rowIds * table.rowCount;
}

function textOf(table: AppliedMapping, field: string): TextColumn {
  const column = columnOf(table, field);
  return column?.type === 'text'
    ? column
    : { type: 'text', name: field, codes: new Int32Array(table.rowCount).fill(-1), labels: [] };
}

function numbersOf(table: AppliedMapping, field: string): Float64Array {
  const column = columnOf(table, field);
  return column?.type === 'number' || column?.type === 'date'
    ? column.values
    : new Float64Array(table.rowCount).fill(Number.NaN);
}

function columnOf(table: AppliedMapping, field: string): Column | undefined {
  return table.columns.find(({ name }) => name === field);
}

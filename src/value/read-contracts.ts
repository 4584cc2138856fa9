import { coerceColumn } from '../intake/coerce-column.js';
import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import type { Column, RawTable, Table } from '../model/table.js';
import { type ContractLog, monthMs } from './contract-log.js';
import { convertAmounts } from './convert-amounts.js';
import { type ContractColumns, readEnded } from './find-contract-columns.js';
import { decimalText, type MinorUnits, minorUnits, sumMinor } from './minor-units.js';
import type { RowCurrencies } from './read-currencies.js';
import { type DerivedTotal, type ReconciledColumn, type Reconciliation, reconcile } from './reconcile.js';

export interface ReadContracts {
  readonly log: ContractLog;
  /** Of the monthly amounts and, where there is a column of them, of the totals; by name of the column. */
  readonly reconciliations: readonly ReconciledColumn[];
  readonly notes: readonly string[];
}

/** Why a subscription does not count that nobody knew of yet. */
export const startsLater = 'it starts after the last day asked for';

const reasons = [
  'used',
  'no account',
  'how long is not known',
  'whether it ended is not known',
  'no amount',
  'it ends before it starts',
  'its end cannot be read',
  startsLater,
] as const;

/** Rows of accounts with a tenure in months and whether they left. @param about `ids`: name of each row. */
export function readTenures(
  raw: RawTable,
  {
    table,
    columns,
    ids,
    currencies,
  }: {
    table: Pick<Table, 'columns'>;
    columns: ContractColumns;
    ids: readonly (string | null)[];
    currencies: RowCurrencies;
  },
): ReadContracts {
  const tenure = numbersOf(table, columns.tenure);
  const ended = readEnded(columnOf(table, columns.churned)) ?? new Uint8Array(raw.rowCount).fill(255);
  const why = Uint8Array.from(ids, (id, row) =>
    id === null ? 1 : !(tenure[row] >= 0) ? 2 : ended[row] === 255 ? 3 : 0,
  );
  const money = (name: string | undefined) =>
    name === undefined ? null : inOneCurrency({ name, ...minorUnits({ values: numbersOf(table, name) }) }, currencies);
  const [monthly, total] = [money(columns.monthly), money(columns.total)];
  // Products of whole amounts and months are none.
  const scale = Math.max(leastScale, monthly?.scale ?? 0, total?.scale ?? 0);
  const rows = Int32Array.from(why.keys()).filter((row) => why[row] === 0);
  const taken = (units: NonNullable<typeof monthly>) =>
    Float64Array.from(rows, (row) => units.minor[row] * 10 ** (scale - units.scale));
  const blank = new Float64Array(rows.length).fill(Number.NaN);
  const months = Float64Array.from(rows, (row) => tenure[row]);
  const perMonth = monthly === null ? blank : taken(monthly);
  const paid = total === null ? perMonth.map((amount, i) => Math.round(amount * months[i])) : taken(total);
  const unpaid = paid.reduce((count, amount) => count + (Number.isNaN(amount) ? 1 : 0), 0);
  return {
    log: {
      accounts: Array.from(rows, (row) => ids[row] ?? ''),
      months,
      hasEnded: Uint8Array.from(rows, (row) => ended[row]),
      monthly: perMonth,
      paid: paid.map((amount) => (Number.isNaN(amount) ? 0 : amount)),
      isPaidTold: total !== null,
      scale,
    },
    reconciliations: [monthly, total].flatMap((units): ReconciledColumn[] => {
      if (units === null) return [];
      const reconciliation = accountFor(units, { why, rows, quarantined: raw.quarantined.length });
      if (units === total) return [{ column: units.name, reconciliation }];
      const derived = total === null ? derivedTotal(paid, { what: `${units.name} × ${columns.tenure}`, scale }) : null;
      return [{ column: units.name, reconciliation, derived }];
    }),
    notes: [
      ...(unpaid === 0 || total === null
        ? []
        : [`${unpaid} accounts without ${total.name} count as having paid nothing yet.`]),
      ...[monthly, total].flatMap((units) => (units === null ? [] : [...units.notes, ...belowZero(units, rows)])),
      ...(total === null && monthly !== null ? [`What was paid is taken as ${columns.tenure} × ${monthly.name}.`] : []),
    ],
  };
}

/**
 * Rows of subscriptions as one contract an account: from its first start to its last end, running while any of them runs;
 * gaps between them are not looked at.
 * @param about `end`: the moment up to which anything is known; `currencies`: those of the amounts.
 */
export function readSubscriptions(
  raw: RawTable,
  { table, end, currencies }: { table: AppliedMapping; end: number; currencies: RowCurrencies },
): ReadContracts {
  const [started, ended] = [numbersOf(table, 'startedAt'), numbersOf(table, 'endedAt')];
  const account = columnOf(table, 'account');
  const codes = account.type === 'text' ? account.codes : new Int32Array(raw.rowCount).fill(-1);
  const labels = account.type === 'text' ? account.labels : [];
  const name = table.mapping.columns.find(({ use }) => use.kind === 'field' && use.field === 'amount')?.column;
  const units = finer(
    inOneCurrency({ name: name ?? 'amount', ...minorUnits({ values: numbersOf(table, 'amount') }) }, currencies),
  );
  const endName = table.mapping.columns.find(({ use }) => use.kind === 'field' && use.field === 'endedAt')?.column;
  const badEnds = new Set(table.unreadable.filter(({ column }) => column === endName).map(({ row }) => row));
  const why = Uint8Array.from(codes, (code, row) => {
    if (code < 0) return 1;
    if (Number.isNaN(started[row])) return 2;
    if (started[row] >= end) return 7;
    if (badEnds.has(row)) return 6;
    if (ended[row] < started[row]) return 5;
    return Number.isNaN(units.minor[row]) ? 4 : 0;
  });
  const rows = Int32Array.from(why.keys()).filter((row) => why[row] === 0);
  const place = new Map<number, number>();
  for (const row of rows) if (!place.has(codes[row])) place.set(codes[row], place.size);
  const count = place.size;
  const [first, last] = [new Float64Array(count).fill(end), new Float64Array(count).fill(Number.NEGATIVE_INFINITY)];
  const [running, ending, paid] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const isRunning = new Uint8Array(count);
  for (const row of rows) {
    const at = place.get(codes[row]) ?? 0;
    const isOpen = !(ended[row] < end);
    const until = isOpen ? end : Math.max(started[row], ended[row]);
    first[at] = Math.min(first[at], started[row]);
    paid[at] += Math.round((units.minor[row] * (until - started[row])) / monthMs);
    if (isOpen) {
      isRunning[at] = 1;
      running[at] += units.minor[row];
    }
    if (until > last[at]) ending[at] = units.minor[row];
    last[at] = Math.max(last[at], until);
  }
  return {
    log: {
      accounts: [...place.keys()].map((code) => labels[code]),
      months: last.map((moment, at) => (moment - first[at]) / monthMs),
      hasEnded: isRunning.map((flag) => 1 - flag),
      monthly: running.map((amount, at) => (isRunning[at] === 1 ? amount : ending[at])),
      paid,
      isPaidTold: false,
      scale: units.scale,
    },
    reconciliations: [
      {
        column: units.name,
        reconciliation: accountFor(units, { why, rows, quarantined: raw.quarantined.length }),
        derived: derivedTotal(paid, { what: `${units.name} × months of each subscription`, scale: units.scale }),
      },
    ],
    notes: [
      ...units.notes,
      ...belowZero(units, rows),
      `What was paid is taken as the monthly amount times the months of each subscription.`,
      ...(rows.length > count
        ? [
            `${rows.length} subscriptions of ${count} accounts are one contract each: from the first start to the last end.`,
          ]
        : []),
    ],
  };
}

function belowZero(
  { name, minor }: { readonly name: string; readonly minor: Float64Array },
  rows: Int32Array,
): string[] {
  const count = rows.reduce((sum, row) => sum + (minor[row] < 0 ? 1 : 0), 0);
  if (count === 0) return [];
  return [
    count === 1
      ? `1 row has ${name} below zero, and is taken off: is it a credit, or a slip?`
      : `${count} rows have ${name} below zero, and are taken off: are they credits, or slips?`,
  ];
}

/** What was paid by a time is told in hundredths at least. */
const leastScale = 2;

function finer<Units extends { readonly minor: Float64Array; readonly scale: number }>(units: Units): Units {
  if (units.scale >= leastScale) return units;
  const times = 10 ** (leastScale - units.scale);
  return { ...units, minor: units.minor.map((amount) => amount * times), scale: leastScale };
}

function derivedTotal(paid: Float64Array, { what, scale }: { what: string; scale: number }): DerivedTotal {
  return { what, total: decimalText(sumMinor(paid), scale), unit: 10 ** -scale };
}

function inOneCurrency(units: MinorUnits & { readonly name: string }, currencies: RowCurrencies) {
  return { ...units, ...convertAmounts(units, currencies) };
}

function accountFor(
  units: { minor: Float64Array; scale: number },
  { why, rows, quarantined }: { why: Uint8Array; rows: Int32Array; quarantined: number },
): Reconciliation {
  const reasonOf = why.map((code, row) =>
    code === 0 && Number.isNaN(units.minor[row]) ? reasons.indexOf('no amount') : code,
  );
  const usedTotal = sumMinor(Float64Array.from(rows, (row) => units.minor[row]));
  return reconcile(units.minor, { reasonOf, reasons, scale: units.scale, usedTotal, quarantined });
}

/** For messages: what all of them bring a month. */
export function monthlyTotal({ monthly, hasEnded, scale }: ContractLog): string {
  return decimalText(sumMinor(monthly.map((amount, at) => (hasEnded[at] === 1 ? Number.NaN : amount))), scale);
}

function columnOf({ columns }: { columns: readonly Column[] }, name: string): Column {
  return (
    columns.find((column) => column.name === name) ?? {
      type: 'number',
      name,
      values: new Float64Array(0),
      whole: false,
    }
  );
}

function numbersOf(table: { columns: readonly Column[] }, name: string): Float64Array {
  const column = columnOf(table, name);
  if (column.type === 'number' || column.type === 'date') return column.values;
  const read = column.type === 'text' ? coerceColumn(column, { type: 'number' }).column : column;
  return read.type === 'number' ? read.values : new Float64Array(0);
}

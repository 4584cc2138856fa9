import { AssayError } from '../../errors.js';
import { columnNamed } from '../../intake/relate/mapped-table.js';
import type { Column } from '../../model/table.js';
import { resolveColumn } from '../resolve-columns.js';
import type { ValueBase, ValueKindOfData } from './value-base.js';
import type { ValueColumns } from './value-columns.js';
import { namedColumn, type ValueTable } from './value-table.js';

type Key = keyof ValueColumns;
type Rows = ValueKindOfData | 'subscriptions';

/** Of which rows each flag is. */
const flags: Readonly<Record<Key, { readonly option: string; readonly of: readonly Rows[] }>> = {
  customer: { option: '--customer', of: ['purchases', 'subscriptions', 'contracts', 'accounts'] },
  amount: { option: '--amount', of: ['purchases', 'subscriptions', 'contracts', 'accounts'] },
  date: { option: '--date', of: ['purchases'] },
  order: { option: '--order', of: ['purchases', 'subscriptions'] },
  start: { option: '--start', of: ['subscriptions'] },
  end: { option: '--end', of: ['subscriptions'] },
  tenure: { option: '--tenure', of: ['contracts'] },
  churned: { option: '--churned', of: ['contracts'] },
  total: { option: '--total', of: ['contracts'] },
};
const fieldOf: Partial<Record<Key, readonly string[]>> = {
  date: ['paidAt', 'closedAt'],
  start: ['startedAt'],
  end: ['endedAt'],
};
const words: Readonly<Record<Rows, string>> = {
  purchases: 'purchases',
  subscriptions: 'subscriptions',
  contracts: 'contracts with a length',
  accounts: 'accounts, a row each',
};
const leastReadable = 0.5;

/**
 * That every column that was asked for is used: none is left out without a word.
 * @throws AssayError COLUMN_UNKNOWN; USAGE where the rows are nothing that it is of.
 */
export function checkColumns(
  table: ValueTable,
  { base, columns }: { base: Pick<ValueBase, 'kind' | 'columns'>; columns: ValueColumns },
): void {
  const rows: Rows = base.kind === 'contracts' && table.applied.entity === 'subscription' ? 'subscriptions' : base.kind;
  for (const [key, { option, of }] of Object.entries(flags) as [Key, (typeof flags)[Key]][]) {
    const told = columns[key];
    if (told === undefined) continue;
    const name = namedColumn(table, { name: told, option });
    const file = table.raw.source;
    if (!of.includes(rows) || !Object.values(base.columns).includes(name))
      throw new AssayError('USAGE', {
        detail: `${option} ${name} has no use here: the rows of ${file} are taken as ${words[rows]}.`,
        hint: `Leave it out, or name what is missing: --date makes each row a purchase, --start a subscription, --tenure with --churned a contract.`,
        place: { file },
      });
  }
}

/** That columns that were asked for are there and hold what they should. @throws AssayError COLUMN_UNKNOWN; USAGE. */
export function checkFits(table: ValueTable, columns: ValueColumns): void {
  for (const [key, { option }] of Object.entries(flags) as [Key, (typeof flags)[Key]][]) {
    const told = columns[key];
    if (told === undefined) continue;
    const name = namedColumn(table, { name: told, option });
    for (const field of fieldOf[key] ?? []) checkDates(columnNamed(table.applied, field), { option, name, table });
    if (key === 'amount' || key === 'tenure' || key === 'total') checkNumbers({ option, name, table });
  }
}

/**
 * That attributes asked for are there and have values to tell apart.
 * @throws AssayError COLUMN_UNKNOWN; USAGE for numbers, dates, identifiers and free text.
 */
export function checkAttributes(by: readonly string[], tables: readonly ValueTable[]): string[] {
  const names = [...new Set(tables.flatMap(({ raw }) => raw.columns.map(({ name }) => name)))];
  const file = tables.map(({ raw }) => raw.source).join(' and ');
  return by.map((told) => {
    const name = resolveColumn(told, { names, file, option: '--by' });
    const columns = tables.flatMap(({ typed }) => typed.table.columns.filter((column) => column.name === name));
    if (columns.some(({ type }) => type === 'category')) return name;
    const finding = tables.flatMap(({ typed }) => typed.findings).find((one) => one.name === name);
    throw new AssayError('USAGE', {
      detail: `--by ${name}: it is ${finding?.detail ?? 'no category'}, and has no values to tell apart.`,
      hint: 'Name a column with a few values that come again, such as a region or a plan.',
      place: { file },
    });
  });
}

/** That every rate given is of a currency that the amounts have. @throws AssayError USAGE. */
export function checkRates(
  rates: Readonly<Record<string, number>>,
  { file, currency, found }: { file: string; currency: string | null; found: readonly string[] },
): void {
  for (const name of Object.keys(rates)) {
    if (found.includes(name.toUpperCase()) && name.toUpperCase() !== currency) continue;
    const isTarget = name.toUpperCase() === currency;
    throw new AssayError('USAGE', {
      detail: isTarget
        ? `--rate ${name}=${rates[name]}: all is told in ${name} already.`
        : `--rate ${name}=${rates[name]}: no amount of ${file} is in ${name}.`,
      hint:
        found.length === 0
          ? 'Nothing says in what the amounts are; a column called currency, or signs beside them, would.'
          : `Its amounts are in ${found.join(', ')}; say with --currency in what all is told, and leave other rates out.`,
      place: { file },
    });
  }
}

function checkDates(
  column: Column | undefined,
  { option, name, table }: { option: string; name: string; table: ValueTable },
): void {
  if (column === undefined) return;
  const known =
    column.type === 'date' ? column.values.reduce((count, moment) => count + (Number.isNaN(moment) ? 0 : 1), 0) : 0;
  const unread = table.applied.unreadable.filter((cell) => cell.column === name).length;
  if (known > 0 && known >= leastReadable * (known + unread)) return;
  throw unfit({ option, name, file: table.raw.source, what: 'dates' });
}

function checkNumbers({ option, name, table }: { option: string; name: string; table: ValueTable }): void {
  const finding = table.typed.findings.find((one) => one.name === name);
  const column = table.applied.columns.find(
    (one) =>
      one.type === 'number' &&
      table.applied.mapping.columns.some(
        ({ column: own, use }) => own === name && use.kind === 'field' && use.field === one.name,
      ),
  );
  const known =
    column?.type === 'number' ? column.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0) : 0;
  const unread = table.applied.unreadable.filter((cell) => cell.column === name).length;
  const isRead = column === undefined ? finding?.type === 'number' || finding?.type === 'constant' : known > unread;
  if (!isRead) throw unfit({ option, name, file: table.raw.source, what: 'numbers' });
}

function unfit({ option, name, file, what }: Record<'option' | 'name' | 'file' | 'what', string>): AssayError {
  return new AssayError('USAGE', {
    detail: `${option} ${name}: it holds no ${what}.`,
    hint: `Name the column of ${file} that does.`,
    place: { file },
  });
}

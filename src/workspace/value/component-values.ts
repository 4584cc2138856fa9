import { AssayError } from '../../errors.js';
import { coerceColumn } from '../../intake/coerce-column.js';
import { columnNamed } from '../../intake/relate/mapped-table.js';
import type { ValueComponent, ValueDefinition } from '../../model/value-definition.js';
import { type GatheredComponent, gatherComponent } from '../../value/gather-component.js';
import { readCurrencies } from '../../value/read-currencies.js';
import { placeAttributes, rowsOf } from './place-attributes.js';
import type { ValueBase } from './value-base.js';
import { namedColumn, unknownTable, type ValueTable } from './value-table.js';

/** A component gathered for every account, and where it was found. */
export interface ComponentValues extends GatheredComponent {
  readonly component: ValueComponent;
  /** In words: `SalesAmount of orders.csv, sum of the last 365 days`. */
  readonly what: string;
  /** Columns of the main table that it took part of. */
  readonly uses: readonly string[];
}

interface Sources {
  readonly base: ValueBase;
  readonly main: ValueTable;
  readonly others: readonly ValueTable[];
  readonly definition: ValueDefinition;
  readonly until: number;
  /** Of the component `lifetime` without a column. */
  readonly lifetime: Float64Array | null;
}

const dayMs = 86_400_000;

/** @throws AssayError USAGE, COLUMN_UNKNOWN where a table, a column or a currency of the definition is not there. */
export function componentValues(component: ValueComponent, sources: Sources): ComponentValues {
  const { base, main, others, definition, until, lifetime } = sources;
  const { name, column, gather, windowDays, where, is, of } = component;
  if (of === 'lifetime' && column === undefined) return ofLifetime(component, { base, lifetime });
  const isMain = component.table === undefined || component.table === main.name;
  const table = isMain ? main : others.find((other) => other.name === component.table);
  if (table === undefined)
    throw unknownTable(
      component.table ?? '',
      [main, ...others].map((other) => other.name),
    );
  const option = (key: string) => `value component ${name}: ${key}`;
  const resolve = (typed: string, key: string) => namedColumn(table, { name: typed, option: option(key) });
  const accountOf = isMain && component.key === undefined ? base.accountOf : accountsOf(table, { component, base });
  const at = momentsOf(table, component.date === undefined ? undefined : resolve(component.date, 'date'));
  if (at === null && (windowDays !== undefined || gather === 'last'))
    throw new AssayError('USAGE', {
      detail: `${table.name} has no date, and ${name} needs one for its ${windowDays === undefined ? 'last value' : 'window'}.`,
      hint: `Add \`date:\` with the column that says when, or leave \`${windowDays === undefined ? 'gather: last' : 'window'}\` out.`,
    });
  const amounts =
    column === undefined ? null : numbers(table, { name: resolve(column, 'column'), component, definition });
  const less =
    component.less === undefined
      ? null
      : numbers(table, { name: resolve(component.less, 'less'), component, definition });
  const values = amounts === null || less === null ? amounts : amounts.map((amount, row) => amount - less[row]);
  const end = Number.isFinite(until) ? until : Number.POSITIVE_INFINITY;
  const gathered = gatherComponent(
    {
      accounts: base.accounts.length,
      accountOf,
      values,
      at,
      isIn: where === undefined ? null : matching(table, { column: resolve(where, 'where'), is: is ?? [] }),
    },
    { gather, from: windowDays === undefined ? Number.NEGATIVE_INFINITY : end - windowDays * dayMs, until: end },
  );
  return { ...gathered, component, what: inWords(component, table.name), uses: isMain ? usedColumns(component) : [] };
}

function ofLifetime(
  component: ValueComponent,
  { base, lifetime }: { base: ValueBase; lifetime: Float64Array | null },
): ComponentValues {
  if (lifetime === null)
    throw new AssayError('USAGE', {
      detail: `The component ${component.name} is lifetime value, and none could be estimated.`,
      hint: 'Give it a column, or leave it out.',
    });
  return {
    component,
    values: lifetime,
    rows: base.accounts.length,
    outside: 0,
    unknown: { rows: 0, total: 0 },
    what: 'expected from here on, as estimated below',
    uses: [],
  };
}

/** Amounts in the currency of the definition. */
function numbers(
  table: ValueTable,
  { name, component, definition }: { name: string; component: ValueComponent; definition: ValueDefinition },
): Float64Array {
  const raw = table.raw.columns.find((column) => column.name === name) ?? table.raw.columns[0];
  const { column, unreadable } = coerceColumn(raw, { type: 'number' });
  if (column.type !== 'number' || unreadable.length > 0.5 * table.raw.rowCount)
    throw new AssayError('USAGE', {
      detail: `${name} of ${table.name} holds no numbers, and the component ${component.name} needs some.`,
      hint: 'Name a column of numbers, or count rows: `where: COLUMN`, `is: [VALUE]`, without `column`.',
    });
  const { rates, currency } = definition;
  const own = component.currency?.toUpperCase();
  if (own !== undefined && currency !== undefined && own !== currency.toUpperCase()) {
    const rate = rates[own] ?? rates[component.currency ?? ''];
    if (rate === undefined)
      throw new AssayError('USAGE', {
        detail: `${component.name} is in ${own}, value is told in ${currency}, and no rate is given.`,
        hint: `Add it to the definition: \`rates: {${own}: 1.08}\`, what one ${own} is worth in ${currency}.`,
      });
    return column.values.map((value) => value * rate);
  }
  const { rateOf } = readCurrencies(
    { amounts: raw, codes: columnNamed(table.applied, 'currency') },
    { currency, rates, file: table.name },
  );
  return rateOf === null ? column.values : column.values.map((value, row) => value * rateOf[row]);
}

function matching(
  table: ValueTable,
  { column, is }: { column: string; is: readonly string[] },
): (row: number) => boolean {
  const wanted = new Set(is.map((value) => value.trim().toLowerCase()));
  const cells = table.raw.columns.find(({ name }) => name === column) ?? table.raw.columns[0];
  if (cells.type !== 'text') return (row) => wanted.has(String(cells.values[row]));
  const isWanted = cells.labels.map((label) => wanted.has(label.trim().toLowerCase()));
  return (row) => cells.codes[row] >= 0 && isWanted[cells.codes[row]];
}

/** Whose each row of another table is: by the column named, the one recognised, or the one whose values are accounts. */
function accountsOf(
  table: ValueTable,
  { component, base }: { component: ValueComponent; base: ValueBase },
): Int32Array {
  if (component.key === undefined)
    return placeAttributes(table, { accounts: base.accounts, key: base.columns.account });
  const key = namedColumn(table, { name: component.key, option: `value component ${component.name}: key` });
  const place = new Map(base.accounts.map((name, at) => [name, at]));
  const column = table.raw.columns.find(({ name }) => name === key) ?? table.raw.columns[0];
  return rowsOf(column, place);
}

const momentFields = ['paidAt', 'happenedAt', 'openedAt', 'answeredAt', 'closedAt', 'startedAt', 'createdAt'];

function momentsOf({ applied, typed }: ValueTable, name: string | undefined): Float64Array | null {
  const column =
    name === undefined
      ? momentFields.map((field) => columnNamed(applied, field)).find((found) => found !== undefined)
      : (typed.table.columns.find((other) => other.name === name && other.type === 'date') ??
        applied.columns.find((other) =>
          applied.mapping.columns.some(
            (m) => m.column === name && m.use.kind === 'field' && m.use.field === other.name,
          ),
        ));
  return column?.type === 'date' ? column.values : null;
}

function usedColumns({ column, less, where }: ValueComponent): string[] {
  return [column, less, where].filter((name) => name !== undefined);
}

function inWords({ column, less, gather, windowDays, where, is }: ValueComponent, table: string): string {
  const what = column === undefined ? 'rows' : less === undefined ? column : `${column} − ${less}`;
  const which = where === undefined ? '' : ` where ${where} is ${(is ?? []).join(' or ')}`;
  const window = windowDays === undefined ? '' : ` of the last ${Math.round(windowDays)} days`;
  return `${gather} of ${what}${which} in ${table}${window}`;
}

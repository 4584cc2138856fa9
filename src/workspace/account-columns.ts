import { coerceColumn } from '../intake/coerce-column.js';
import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import { knownSince } from '../intake/relate/known-since.js';
import { type HistoryTable, propertyChanges } from '../intake/relate/property-history.js';
import { writeCell } from '../intake/relate/write-cell.js';
import type { Resolution } from '../intake/resolve/resolution.js';
import type { Attribute, AttributeKind, AttributeType } from '../model/attribute.js';
import type { ColumnMapping } from '../model/mapping.js';
import { isBarred, type Sensitivity } from '../model/sensitivity.js';
import type { Column, RawColumn } from '../model/table.js';
import { textColumn } from './text-column.js';

/** A column of accounts, and what it is. */
export interface AccountColumn {
  readonly column: Column;
  /** Null for dates: they order accounts and do not describe them. */
  readonly attribute: Attribute | null;
  /** Of dates, which are no attributes: what they say about people. */
  readonly sensitivity?: Sensitivity;
  /** Whether only values are in it that are known to have been there at the decision. */
  readonly isAsOf: boolean;
  /** The same as it stands now, where that may be another. */
  readonly now?: Column;
}

/** Fields of accounts that say something about them beside naming them. */
const telling = ['country', 'region', 'city'];

export interface AccountTables {
  readonly tables: readonly AppliedMapping[];
  readonly resolution: Resolution;
  /** The row that stands for each account. */
  readonly rows: readonly number[];
  readonly histories: readonly HistoryTable[];
}

/**
 * What the account files say of each account just before a moment of its own: the cell of its fullest row, else of its
 * other rows in their order. Where a history or a date beside a column tells when its values were written, later ones
 * are left out, or what stood there before is taken; else it is as it stood at the import.
 */
export function accountColumns(from: AccountTables, moments: Float64Array): AccountColumn[] {
  return accountNames(from).map((name) => accountColumn(from, { name, moments }));
}

/** Names of the columns of accounts that say something about them. */
export function accountNames({ tables }: Pick<AccountTables, 'tables'>): string[] {
  const names = tables.flatMap(({ attributes, columns }) => [
    ...attributes.map(({ name }) => name),
    ...columns.map(({ name }) => name).filter((name) => telling.includes(name)),
  ]);
  return [...new Set(names)];
}

/** One column as of a moment of each account; Infinity: as it stands now. */
export function accountColumn(
  from: AccountTables,
  { name, moments }: { name: string; moments: Float64Array },
): AccountColumn {
  const changes = propertyChanges(from.histories, name);
  const isDated = from.tables.some(({ columns }) => knownSince(name, columns) !== undefined);
  const now = gather(from, {
    name,
    isKnown:
      changes === null && isDated
        ? (since, at) => moments[at] === Number.POSITIVE_INFINITY || since < moments[at]
        : () => true,
  });
  const cells = changes === null ? now : now.map((cell, at) => changedCell(cell, changes.valueAt(at, moments[at])));
  const described = describe(from, name);
  if (described === null)
    return { column: asDates(name, cells), attribute: null, isAsOf: false, ...dateSensitivity(from, name) };
  const { column: read } = coerceColumn(textColumn(name, cells), { type: described.type });
  const column = read.type === 'number' && isBanded(from, name) ? { ...read, isBanded: true as const } : read;
  const type = column.type === 'number' ? (column.whole ? 'whole' : 'number') : described.type;
  return { column, attribute: { name, ...described, type }, isAsOf: changes !== null || isDated };
}

/** Whether a file has ranges there: their lower bounds are what was gathered. */
function isBanded({ tables }: AccountTables, name: string): boolean {
  return tables.some(({ columns }) =>
    columns.some((column) => column.name === name && column.type === 'number' && column.isBanded),
  );
}

/** The id of each account, as its files have it. */
export function accountIds(from: AccountTables): string[] {
  const { tables, resolution, rows } = from;
  const ids = gather(from, { name: 'id', isKnown: () => true }).map((id, at) => id ?? `row ${rows[at] + 1}`);
  if (new Set(ids).size === ids.length) return ids;
  const fileOf = (row: number) => tables[resolution.offsets.findLastIndex((offset) => offset <= row)]?.source ?? '';
  return ids.map((id, at) => `${id} (${fileOf(rows[at])})`);
}

function changedCell(now: string | null, then: string | null | undefined): string | null {
  return then === undefined ? now : then;
}

function gather(
  { tables, resolution, rows }: AccountTables,
  { name, isKnown }: { name: string; isKnown: (since: number, account: number) => boolean },
): (string | null)[] {
  const accountAt = new Map(rows.map((row, at) => [row, at]));
  const cells = new Array<string | null>(rows.length).fill(null);
  for (const isCanonical of [true, false]) {
    for (const [at, table] of tables.entries()) {
      const column = table.columns.find((candidate) => candidate.name === name);
      if (column === undefined) continue;
      const since = knownSince(name, table.columns)?.values;
      for (let row = 0; row < table.rowCount; row++) {
        const global = resolution.offsets[at] + row;
        if ((resolution.canonical[global] === global) !== isCanonical) continue;
        const account = accountAt.get(resolution.canonical[global]) ?? -1;
        if (account < 0 || cells[account] !== null) continue;
        if (isKnown(since?.[row] ?? Number.NEGATIVE_INFINITY, account)) cells[account] = writeCell(column, row);
      }
    }
  }
  return cells;
}

/** What the mappings say of a column; null for dates. Where files disagree on the type it is a category. */
function describe({ tables }: AccountTables, name: string): Omit<Attribute, 'name'> | null {
  const own = tables.flatMap((table) => {
    const found = table.attributes.find((attribute) => attribute.name === name);
    const entry = table.mapping.columns.find(({ column }) => column === (found?.column ?? ''));
    const column = table.columns.find((candidate) => candidate.name === name);
    return column === undefined ? [] : [{ type: typeOf(column), kind: found?.kind, entry }];
  });
  const types = new Set(own.map(({ type }) => type));
  const [type] = types.size === 1 ? types : (['category'] as const);
  if (type === 'date') return null;
  const kind: AttributeKind = own.find((one) => one.kind !== undefined)?.kind ?? 'geographic';
  return { kind, type, ...sensitivityOf(own.flatMap(({ entry }) => entry ?? [])) };
}

function dateSensitivity({ tables }: AccountTables, name: string): Pick<AccountColumn, 'sensitivity'> {
  const entries = tables.flatMap(({ attributes, mapping }) => {
    const origin = attributes.find((attribute) => attribute.name === name)?.column;
    return mapping.columns.filter(({ column }) => column === origin);
  });
  const { sensitivity } = sensitivityOf(entries);
  return sensitivity === undefined ? {} : { sensitivity };
}

function sensitivityOf(entries: readonly ColumnMapping[]): Pick<Attribute, 'sensitivity' | 'proxyFor'> {
  const sensitivity =
    entries.find((entry) => isBarred(entry.sensitivity))?.sensitivity ??
    entries.find((entry) => entry.sensitivity !== 'none')?.sensitivity;
  const proxyFor = entries.find((entry) => entry.proxyFor !== undefined)?.proxyFor;
  return {
    ...(sensitivity === undefined || sensitivity === 'none' ? {} : { sensitivity }),
    ...(proxyFor === undefined ? {} : { proxyFor }),
  };
}

function typeOf(column: Column): AttributeType | 'date' {
  if (column.type === 'number') return 'number';
  return column.type === 'text' ? 'category' : column.type;
}

function asDates(name: string, cells: readonly (string | null)[]): RawColumn {
  return {
    type: 'date',
    name,
    values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Date.parse(cell))),
  };
}

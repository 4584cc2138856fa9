import type { AttributeKind } from '../../model/attribute.js';
import { fieldsFor } from '../../model/entity.js';
import type { ColumnMapping, TableMapping } from '../../model/mapping.js';
import type { Column, RawColumn, RawTable } from '../../model/table.js';
import { coerceColumn } from '../coerce-column.js';
import type { MappedTable } from '../relate/mapped-table.js';
import { weigherOf } from '../typing/cells.js';
import type { DayOrder } from '../typing/read-date.js';
import { toCategories, toDates, type UnreadableCell } from '../typing/read-text-column.js';
import { dateValues, dayOrderVotes, isMixed, readEither } from '../typing/try-date.js';
import { asText } from './column-evidence.js';
import { fieldShape } from './field-shape.js';

/** A table in the words of the model, and all that did not become part of it. */
export interface AppliedMapping extends MappedTable {
  readonly mapping: TableMapping;
  /** Attributes among the columns, with their kind; the other columns are fields. */
  readonly attributes: readonly { readonly name: string; readonly column: string; readonly kind: AttributeKind }[];
  readonly ignored: readonly { readonly column: string; readonly reason: string }[];
  /** Columns of the mapping that the file does not have. */
  readonly missing: readonly string[];
  /** Columns of the file that the mapping does not name. */
  readonly unmapped: readonly string[];
  /** Cells that could not be read as what their column is; they are missing there. */
  readonly unreadable: readonly (UnreadableCell & { readonly column: string; readonly line: number })[];
}

/**
 * Reads a raw table by its mapping: fields under their own names in the order of the model, then attributes under
 * theirs; every row in its place. An attribute that is called like a field gets ` (column)` behind its name.
 */
export function applyMapping(raw: RawTable, mapping: TableMapping): AppliedMapping {
  const byName = new Map(raw.columns.map((column) => [column.name, column]));
  const weigh = weigherOf(raw);
  const elsewhere = usualOrder(raw);
  const fields: Column[] = [];
  const rest: Column[] = [];
  const attributes: { name: string; column: string; kind: AttributeKind }[] = [];
  const unreadable: (UnreadableCell & { column: string; line: number })[] = [];
  const order = fieldsFor(mapping);
  const taken = new Set(order);
  for (const entry of mapping.columns) {
    const column = byName.get(entry.column);
    if (column === undefined || entry.use.kind === 'ignored') continue;
    const read = readColumn(column, { entry, elsewhere, weigh });
    for (const cell of read.unreadable) unreadable.push({ ...cell, column: entry.column, line: raw.lines[cell.row] });
    if (entry.use.kind === 'field') fields.push({ ...read.column, name: entry.use.field });
    else {
      const name = freeName(entry.column, taken);
      taken.add(name);
      rest.push({ ...read.column, name });
      attributes.push({ name, column: entry.column, kind: entry.use.attributeKind });
    }
  }
  fields.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const known = new Set(mapping.columns.map(({ column }) => column));
  return {
    mapping,
    entity: mapping.entity,
    source: raw.source,
    rowCount: raw.rowCount,
    lines: raw.lines,
    columns: [...fields, ...rest],
    attributes,
    ignored: mapping.columns.flatMap(({ column, use }) =>
      use.kind === 'ignored' ? [{ column, reason: use.reason }] : [],
    ),
    missing: mapping.columns.filter(({ column }) => !byName.has(column)).map(({ column }) => column),
    unmapped: raw.columns.filter(({ name }) => !known.has(name)).map(({ name }) => name),
    unreadable,
  };
}

type Weigh = ReturnType<typeof weigherOf>;

interface ReadColumn {
  readonly column: Column;
  readonly unreadable: readonly UnreadableCell[];
}

function readColumn(
  column: RawColumn,
  { entry, elsewhere, weigh }: { entry: ColumnMapping; elsewhere: DayOrder | null; weigh: Weigh },
): ReadColumn {
  if (entry.use.kind === 'ignored') return { column, unreadable: [] };
  const asked = entry.dayOrder ?? null;
  if (entry.use.kind === 'attribute') {
    return entry.use.type === 'date'
      ? readMoments(column, { asked, elsewhere, weigh })
      : coerceColumn(column, { type: entry.use.type, weigh });
  }
  switch (fieldShape(entry.use.field)) {
    case 'number':
      return coerceColumn(column, { type: 'number', weigh });
    case 'moment':
      return readMoments(column, { asked, elsewhere, weigh });
    case 'key':
    case 'text':
    case 'flag':
      return { column: plainText(column, weigh), unreadable: [] };
  }
}

/** Text without outer space; placeholders are missing. */
function plainText(column: RawColumn, weigh: Weigh): Column {
  const text = asText(column);
  return { ...toCategories(text, weigh(text)), type: 'text' };
}

/** Dates as they are written, or seconds or milliseconds since 1970. */
function readMoments(
  column: RawColumn,
  { asked, elsewhere, weigh }: { asked: DayOrder | null; elsewhere: DayOrder | null; weigh: Weigh },
): ReadColumn {
  if (column.type === 'date') return { column, unreadable: [] };
  const text = asText(column);
  const cells = weigh(text);
  const votes = dayOrderVotes(cells);
  const { dayFirst, monthFirst } = votes;
  const own = isMixed(votes)
    ? 'as told'
    : dayFirst === monthFirst
      ? null
      : dayFirst > monthFirst
        ? 'day first'
        : 'month first';
  const isSlashed = cells.labels.some((label) => /^\d+\/\d+\//.test(label));
  const order = asked ?? own ?? elsewhere ?? (isSlashed ? 'month first' : 'day first');
  const dates = dateValues(cells, order);
  const values = dates.map((date, code) =>
    Number.isNaN(date) && cells.counts[code] > 0 ? readMoment(cells.labels[code], order) : date,
  );
  return toDates(text, { cells, read: (label) => readMoment(label, order), values });
}

function readMoment(label: string, order: DayOrder | 'as told'): number {
  if (/^1\d{9}(\.\d+)?$/.test(label)) return Math.round(Number(label) * 1000);
  if (/^1\d{12}$/.test(label)) return Number(label);
  const compact = /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)$/.exec(label);
  return readEither(compact === null ? label : `${compact[1]}-${compact[2]}-${compact[3]}`, order);
}

/** The order of day and month that the values of the whole file tell. */
function usualOrder(raw: RawTable): DayOrder | null {
  const weigh = weigherOf(raw);
  let balance = 0;
  for (const column of raw.columns) {
    if (column.type !== 'text') continue;
    const { dayFirst, monthFirst } = dayOrderVotes(weigh(column));
    balance += dayFirst - monthFirst;
  }
  return balance === 0 ? null : balance > 0 ? 'day first' : 'month first';
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  while (taken.has(free)) free = `${free} (column)`;
  return free;
}

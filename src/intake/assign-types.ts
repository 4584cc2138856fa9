import type { AttributeKind } from '../model/attribute.js';
import type { RawColumn, RawTable, Table } from '../model/table.js';
import type { ColumnFinding } from './column-finding.js';
import { type Cells, weigherOf } from './typing/cells.js';
import { chooseId } from './typing/choose-id.js';
import { countNumbers } from './typing/count-numbers.js';
import { guessKind } from './typing/guess-kind.js';
import type { DayOrder } from './typing/read-date.js';
import { dayOrderVotes, tryDate } from './typing/try-date.js';
import { type TypedColumn, typeTextColumn } from './typing/type-text-column.js';
import { typeTypedColumn } from './typing/type-typed-column.js';

/**
 * Decides what each column is, by all of its values, and reads it as that. Columns of findings that are nothing to
 * learn from (identifier, free text, constant, empty) stay in the table as they came.
 */
export function assignTypes(raw: RawTable): { table: Table; findings: ColumnFinding[] } {
  const weigh = weigherOf(raw);
  const weighed = raw.columns.map((column) => (column.type === 'text' ? weigh(column) : null));
  const elsewhere = usualOrder(weighed);
  const counts = raw.columns.map((column, i) => countCells(column, weighed[i]));
  const typed = raw.columns.map((column, i) => {
    if (column.type !== 'text') return typeTypedColumn(column, counts[i]);
    return typeTextColumn(column, { cells: weighed[i] ?? weigh(column), elsewhere });
  });
  const fallback = fallbackKind(raw.columns.map(({ name }) => guessKind(name)));
  const id = chooseId(typed.map(({ type, key }, i) => ({ name: raw.columns[i].name, type, key, ...counts[i] })));
  const findings = typed.map((column, i): ColumnFinding => {
    const { name } = raw.columns[i];
    const key = name === id ? 'id' : column.key;
    return {
      name,
      type: column.type,
      kind: guessKind(name) ?? fallback,
      ...counts[i],
      unreadable: column.unreadable.length,
      detail: describe(column, { ...counts[i], rowCount: raw.rowCount, lines: raw.lines }),
      ...(key === undefined ? {} : { key }),
    };
  });
  const { source, snapshot, rowCount, lines } = raw;
  return { table: { source, snapshot, rowCount, lines, columns: typed.map(({ column }) => column) }, findings };
}

function countCells(column: RawColumn, cells: Cells | null): { missing: number; distinct: number } {
  if (cells !== null) return { missing: cells.missing, distinct: cells.distinct };
  if (column.type === 'text') return { missing: 0, distinct: 0 };
  return countNumbers(column.values);
}

/** The order of day and month that the decided date columns of the file have, or null. */
function usualOrder(weighed: readonly (Cells | null)[]): DayOrder | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cells of weighed) {
    if (cells === null || tryDate(cells, { elsewhere: null }) === null) continue;
    const votes = dayOrderVotes(cells);
    dayFirst += votes.dayFirst;
    monthFirst += votes.monthFirst;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst > monthFirst ? 'day first' : 'month first';
}

/** Columns whose name says nothing: of people it is most often behaviour, of companies what they are. */
function fallbackKind(kinds: readonly (AttributeKind | null)[]): AttributeKind {
  const count = (kind: AttributeKind) => kinds.filter((found) => found === kind).length;
  return count('demographic') > count('firmographic') ? 'behavioural' : 'firmographic';
}

function describe(
  { type, why, unreadable }: TypedColumn,
  { missing, distinct, rowCount, lines }: { missing: number; distinct: number; rowCount: number; lines: Int32Array },
): string {
  const parts = [why === '' ? type : `${type}: ${why}`];
  if (type === 'category' || type === 'number')
    parts.push(`${distinct} different ${distinct === 1 ? 'value' : 'values'}`);
  if (missing > 0 && type !== 'empty') parts.push(`missing in ${missing} of ${rowCount} rows`);
  if (unreadable.length > 0) {
    const [first] = unreadable;
    const what = unreadable.length === 1 ? '1 cell is' : `${unreadable.length} cells are`;
    parts.push(
      `${what} no ${type} (first ${JSON.stringify(first.value.slice(0, 40))} on line ${lines[first.row]}) and count as missing`,
    );
  }
  return parts.join('; ');
}

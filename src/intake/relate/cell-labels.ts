import { columnNamed, type MappedTable } from './mapped-table.js';

/** The text of each cell of a column, null where it is missing or the table has no such column. */
export function cellLabels(table: MappedTable, name: string): (row: number) => string | null {
  const column = columnNamed(table, name);
  if (column === undefined || column.type === 'set' || column.type === 'date') return () => null;
  if (column.type === 'number') {
    return (row) => (Number.isNaN(column.values[row]) ? null : String(column.values[row]));
  }
  return (row) => (column.codes[row] < 0 ? null : column.labels[column.codes[row]]);
}

/** The moments of a column in ms; NaN where they are missing or the table has no such column of dates. */
export function cellMoments(table: MappedTable, name: string): Float64Array {
  const column = columnNamed(table, name);
  return column?.type === 'date' ? column.values : new Float64Array(table.rowCount).fill(Number.NaN);
}

import { TextBuilder } from '../../src/intake/text-builder.js';
import type { RawColumn, RawTable } from '../../src/model/table.js';

/** A raw table of text columns, as a reader would give it; row r stands on line r + 2. */
export function rawTable(columns: Readonly<Record<string, readonly string[]>>): RawTable {
  const rowCount = Math.max(...Object.values(columns).map((cells) => cells.length));
  return {
    source: 'test.csv',
    snapshot: '0'.repeat(64),
    format: 'csv',
    columns: Object.entries(columns).map(([name, cells]) => {
      const builder = new TextBuilder();
      cells.forEach((cell, row) => {
        builder.set(row, cell);
      });
      return builder.finish(name, rowCount);
    }),
    rowCount,
    lines: Int32Array.from({ length: rowCount }, (_, row) => row + 2),
    quarantined: [],
    notes: [],
  };
}

/** `count` cells made by a function of the row. */
export function cellsOf(count: number, make: (row: number) => string | number): string[] {
  return Array.from({ length: count }, (_, row) => String(make(row)));
}

/** The cells of each column by its name; null where a cell is empty. */
export function contentOf(table: RawTable): Record<string, (string | number | null)[]> {
  return Object.fromEntries(table.columns.map((column) => [column.name, presentOf(column)]));
}

function presentOf(column: RawColumn): (string | number | null)[] {
  if (column.type === 'text') return Array.from(column.codes, (code) => (code < 0 ? null : column.labels[code]));
  return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
}

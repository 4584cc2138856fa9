import type { Column } from '../../model/table.js';
import { columnNamed, type MappedTable, type RelatedTable } from './mapped-table.js';

/** All rows about one entity, table after table: several files of activities are read as one. */
export interface MergedRows {
  readonly tables: readonly RelatedTable[];
  readonly rowCount: number;
  /** -1 where the account is not known. */
  readonly accountOf: Int32Array;
}

/** Values as members of a vocabulary: `codes[offsets[r]] … codes[offsets[r + 1] - 1]` are those of row r. */
export interface Members {
  readonly offsets: Int32Array;
  readonly codes: Int32Array;
  /** Distinct, in order of their code units, so that codes compare without regard to the order of rows. */
  readonly labels: readonly string[];
}

/** @returns no rows where no table is about the entity. */
export function mergeRows(tables: readonly RelatedTable[], entity: MappedTable['entity']): MergedRows {
  const own = tables.filter(({ table }) => table.entity === entity);
  const rowCount = own.reduce((sum, { table }) => sum + table.rowCount, 0);
  const accountOf = new Int32Array(rowCount);
  let start = 0;
  for (const { table, accountOf: accounts } of own) {
    accountOf.set(accounts, start);
    start += table.rowCount;
  }
  return { tables: own, rowCount, accountOf };
}

/** Whether any of the tables has the column. */
export function hasColumn(rows: MergedRows, name: string): boolean {
  return rows.tables.some(({ table }) => columnNamed(table, name) !== undefined);
}

/** Whether the column holds numbers in every table that has it; also where none has it. */
export function isNumeric(rows: MergedRows, name: string): boolean {
  const columns = rows.tables.flatMap(({ table }) => columnNamed(table, name) ?? []);
  return columns.every(({ type }) => type === 'number');
}

/** Numbers of a column (milliseconds of a moment); NaN where they are missing or the table has no such column. */
export function numbersOf(rows: MergedRows, { name, type }: { name: string; type: 'number' | 'date' }): Float64Array {
  const values = new Float64Array(rows.rowCount).fill(Number.NaN);
  let start = 0;
  for (const { table } of rows.tables) {
    const column = columnNamed(table, name);
    if (column !== undefined && column.type === type && 'values' in column) values.set(column.values, start);
    start += table.rowCount;
  }
  return values;
}

/** A column as members; numbers and moments are written out. Rows without a value have none. */
export function membersOf(rows: MergedRows, name: string): Members {
  const parts = rows.tables.map(({ table }) => coded(columnNamed(table, name), table.rowCount));
  const labels = [...new Set(parts.flatMap((part) => part.labels))].sort(byCodeUnits);
  const index = new Map(labels.map((label, code) => [label, code]));
  const offsets = new Int32Array(rows.rowCount + 1);
  const codes = new Int32Array(parts.reduce((sum, part) => sum + part.offsets[part.offsets.length - 1], 0));
  let [row, used] = [0, 0];
  for (const part of parts) {
    const codeOf = Int32Array.from(part.labels, (label) => index.get(label) ?? -1);
    for (let r = 0; r + 1 < part.offsets.length; r++) {
      for (let k = part.offsets[r]; k < part.offsets[r + 1]; k++) codes[used++] = codeOf[part.codes[k]];
      offsets[++row] = used;
    }
  }
  return { offsets, codes, labels };
}

/** Order of UTF-16 code units: the same on every machine and in every locale. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function coded(column: Column | undefined, rowCount: number): Members {
  if (column === undefined) return { offsets: new Int32Array(rowCount + 1), codes: new Int32Array(0), labels: [] };
  if (column.type === 'set') return column;
  const { codes, labels } = 'codes' in column ? column : writeOut(column.values, column.type);
  const offsets = new Int32Array(rowCount + 1);
  const present = new Int32Array(rowCount);
  let used = 0;
  for (let row = 0; row < rowCount; row++) {
    if (codes[row] >= 0) present[used++] = codes[row];
    offsets[row + 1] = used;
  }
  return { offsets, codes: present.subarray(0, used), labels };
}

function writeOut(values: Float64Array, type: 'number' | 'date'): { codes: Int32Array; labels: string[] } {
  const index = new Map<number, number>();
  const codes = Int32Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    const code = index.get(value) ?? index.size;
    index.set(value, code);
    return code;
  });
  const write = (value: number) => (type === 'date' ? new Date(value).toISOString() : String(value));
  return { codes, labels: Array.from(index.keys(), write) };
}

import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import type { TextColumn } from '../model/table.js';

/** How rows of accounts are called in what a person reads and decides. */
export interface RowNames {
  /** `crm.csv 1003`; with the line where the id is not the row's alone, or there is none. Rows are numbered through the tables. */
  nameOf(row: number): string;
  /** The rows of that name: none where it left the files. */
  rowsOf(name: string): readonly number[];
}

/** Names rows when they are asked for: a million of them are not kept. */
export function rowNames(tables: readonly AppliedMapping[]): RowNames {
  const offsets: number[] = [];
  let next = 0;
  for (const { rowCount } of tables) {
    offsets.push(next);
    next += rowCount;
  }
  const ids = tables.map(idsOf);
  const nameOf = (row: number): string => {
    const at = offsets.findLastIndex((offset) => offset <= row);
    const [table, local] = [tables[at], row - offsets[at]];
    const line = `line ${table.lines[local]}`;
    const { column, counts } = ids[at];
    const code = column?.codes[local] ?? -1;
    if (column === undefined || code < 0) return `${table.source} ${line}`;
    const name = `${table.source} ${column.labels[code]}`;
    return counts[code] > 1 ? `${name} (${line})` : name;
  };
  let index: Map<string, number[]> | null = null;
  return {
    nameOf,
    rowsOf: (name) => {
      if (index === null) {
        index = new Map();
        for (let row = 0; row < next; row++) {
          const called = nameOf(row);
          const known = index.get(called);
          if (known === undefined) index.set(called, [row]);
          else known.push(row);
        }
      }
      return index.get(name) ?? [];
    },
  };
}

function idsOf({ columns }: AppliedMapping): { column: TextColumn | undefined; counts: Int32Array } {
  const column = columns.find(({ name }) => name === 'id');
  if (column?.type !== 'text') return { column: undefined, counts: new Int32Array(0) };
  const counts = new Int32Array(column.labels.length);
  for (const code of column.codes) if (code >= 0) counts[code]++;
  return { column, counts };
}

import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import type { Resolution } from '../intake/resolve/resolution.js';
import type { CategoryColumn, Column } from '../model/table.js';

/** Fields of accounts that say something about them beside naming them. */
const telling = ['country', 'region', 'city'];

/**
 * What the account files say of each account: the cell of its fullest row, else of its other rows in their order.
 * @param rows the row that stands for each account. @returns columns as categories, each cell as text; and ids.
 */
export function accountColumns(
  tables: readonly AppliedMapping[],
  { resolution, rows, leaveOut }: { resolution: Resolution; rows: readonly number[]; leaveOut: ReadonlySet<string> },
): { ids: string[]; columns: CategoryColumn[] } {
  const accountAt = new Map(rows.map((row, at) => [row, at]));
  const names = new Set(
    tables.flatMap(({ attributes, columns }) => [
      ...attributes.map(({ name }) => name),
      ...columns.map(({ name }) => name).filter((name) => telling.includes(name)),
    ]),
  );
  const gather = (name: string) => {
    const cells = new Array<string | null>(rows.length).fill(null);
    for (const isCanonical of [true, false]) {
      for (const [at, table] of tables.entries()) {
        const column = table.columns.find((candidate) => candidate.name === name);
        if (column === undefined) continue;
        for (let row = 0; row < table.rowCount; row++) {
          const global = resolution.offsets[at] + row;
          const account = accountAt.get(resolution.canonical[global]) ?? -1;
          if ((resolution.canonical[global] === global) !== isCanonical || account < 0) continue;
          cells[account] ??= cellOf(column, row);
        }
      }
    }
    return cells;
  };
  const ids = gather('id').map((id, at) => id ?? `row ${rows[at] + 1}`);
  const isUnique = new Set(ids).size === ids.length;
  return {
    ids: isUnique ? ids : ids.map((id, at) => `${id} (${sourceOf(tables, { resolution, row: rows[at] })})`),
    columns: [...names].filter((name) => !leaveOut.has(name)).map((name) => asCategory(name, gather(name))),
  };
}

function cellOf(column: Column, row: number): string | null {
  if (column.type === 'number') return Number.isNaN(column.values[row]) ? null : String(column.values[row]);
  if (column.type === 'date') {
    return Number.isNaN(column.values[row]) ? null : new Date(column.values[row]).toISOString().slice(0, 10);
  }
  if (column.type !== 'set') return column.codes[row] < 0 ? null : column.labels[column.codes[row]];
  if (column.missing[row] === 1) return null;
  return Array.from(
    column.codes.subarray(column.offsets[row], column.offsets[row + 1]),
    (code) => column.labels[code],
  ).join(';');
}

function asCategory(name: string, cells: readonly (string | null)[]): CategoryColumn {
  const index = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1;
    const code = index.get(cell) ?? index.size;
    index.set(cell, code);
    return code;
  });
  return { type: 'category', name, codes, labels: [...index.keys()] };
}

function sourceOf(
  tables: readonly AppliedMapping[],
  { resolution, row }: { resolution: Resolution; row: number },
): string {
  const at = resolution.offsets.findLastIndex((offset) => offset <= row);
  return tables[at]?.source ?? '';
}

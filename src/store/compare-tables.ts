import type { Column, Table } from '../model/table.js';
import { cellText } from './cell-text.js';
import { compareColumns } from './compare-columns.js';
import type { TableChanges } from './table-changes.js';

/**
 * What changed between two states of one table. Rows are the same row by `id`, a column of both in which a value that
 * stands more than once is matched in order; without, rows match that agree in all columns of both.
 */
export function compareTables(
  before: Pick<Table, 'rowCount' | 'columns'>,
  { after, id = null }: { after: Pick<Table, 'rowCount' | 'columns'>; id?: string | null },
): TableChanges {
  const common = after.columns.flatMap((column) => {
    const was = before.columns.find(({ name }) => name === column.name);
    return was === undefined ? [] : [{ was, is: column, changedCells: 0 }];
  });
  const key = common.find(({ is }) => is.name === id);
  const pairs = matchRows({
    before: keysOf(before.rowCount, key ? [key.was] : common.map(({ was }) => was)),
    after: keysOf(after.rowCount, key ? [key.is] : common.map(({ is }) => is)),
  });
  const changed: number[] = [];
  for (const [row, old] of pairs.oldOf.entries()) {
    if (old < 0 || key === undefined) continue;
    const different = common.filter(({ was, is }) => cellText(was, old) !== cellText(is, row));
    for (const column of different) column.changedCells++;
    if (different.length > 0) changed.push(row);
  }
  const added = rowsWithout(pairs.oldOf);
  const removed = rowsWithout(pairs.newOf);
  const name = (column: Column | undefined, rows: readonly number[]) =>
    column === undefined ? [] : rows.slice(0, 20).map((row) => cellText(column, row) ?? '');
  return {
    matchedBy: key?.is.name ?? null,
    rows: {
      before: before.rowCount,
      after: after.rowCount,
      added: added.length,
      removed: removed.length,
      changed: changed.length,
      same: after.rowCount - added.length - changed.length,
    },
    examples: { added: name(key?.is, added), removed: name(key?.was, removed), changed: name(key?.is, changed) },
    columnsAdded: namesNotIn(after.columns, before.columns),
    columnsRemoved: namesNotIn(before.columns, after.columns),
    columns: common.map(({ was, is, changedCells }) => ({ ...compareColumns(was, is), changedCells })),
  };
}

function keysOf(rowCount: number, columns: readonly Column[]): string[] {
  return Array.from({ length: rowCount }, (_, row) =>
    columns.length === 1
      ? (cellText(columns[0], row) ?? '')
      : JSON.stringify(columns.map((column) => cellText(column, row))),
  );
}

/** Pairs rows of equal keys in order; -1 has no other. */
function matchRows({ before, after }: { before: readonly string[]; after: readonly string[] }): {
  oldOf: Int32Array;
  newOf: Int32Array;
} {
  const waiting = new Map<string, number[]>();
  // From the end, so that the first row of a key is taken first.
  for (let row = before.length - 1; row >= 0; row--) {
    const rows = waiting.get(before[row]);
    if (rows === undefined) waiting.set(before[row], [row]);
    else rows.push(row);
  }
  const oldOf = Int32Array.from(after, (key) => waiting.get(key)?.pop() ?? -1);
  const newOf = new Int32Array(before.length).fill(-1);
  for (const [row, old] of oldOf.entries()) if (old >= 0) newOf[old] = row;
  return { oldOf, newOf };
}

function rowsWithout(other: Int32Array): number[] {
  return Array.from(other.keys()).filter((row) => other[row] < 0);
}

function namesNotIn(columns: readonly Column[], others: readonly Column[]): string[] {
  return columns.map(({ name }) => name).filter((name) => others.every((other) => other.name !== name));
}

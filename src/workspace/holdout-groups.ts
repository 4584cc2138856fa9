import type { RawColumn } from '../model/table.js';

/** One number for each value of a column; empty cells are groups of their own, below 0. */
export function valueGroups(column: RawColumn, rows: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return rows.map((row, i) => {
    const value = column.type === 'text' ? column.codes[row] : column.values[row];
    if (Number.isNaN(value) || (column.type === 'text' && value < 0)) return -1 - i;
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    return known;
  });
}

/** Groups that keep together whatever is together in either: duplicates of accounts of two groups join these. */
export function joinGroups(groups: Int32Array, others: Int32Array | null): Int32Array {
  if (others === null) return groups;
  const parent = Int32Array.from(groups, (_, row) => row);
  const rootOf = (row: number) => {
    let root = row;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  for (const part of [groups, others]) {
    const first = new Map<number, number>();
    part.forEach((group, row) => {
      const known = first.get(group);
      if (known === undefined) first.set(group, row);
      else parent[rootOf(row)] = rootOf(known);
    });
  }
  return parent.map((_, row) => rootOf(row));
}

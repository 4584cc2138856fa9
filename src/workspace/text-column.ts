import type { TextColumn } from '../model/table.js';

/** A column of these cells, coded in the order in which texts first appear; null is an empty cell. */
export function textColumn(name: string, cells: readonly (string | null)[]): TextColumn {
  const index = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1;
    const code = index.get(cell) ?? index.size;
    index.set(cell, code);
    return code;
  });
  return { type: 'text', name, codes, labels: [...index.keys()] };
}

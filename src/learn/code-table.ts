import type { CategoryColumn, Column, NumberColumn, SetColumn } from '../model/table.js';
import { findCuts } from '../stats/find-cuts.js';
import { binValues } from './bin-values.js';
import type { AttributeGrid, CategoryGrid, CodedTable, MemberGrid, NumericGrid } from './grid.js';

/**
 * Accounts coded by grids that may come from other accounts. A column that is absent, or of another type than its grid,
 * is missing for every account.
 * @param grids from {@link buildGrids}. @param from `columns` with `rowCount` rows each.
 */
export function codeTable(
  grids: readonly AttributeGrid[],
  from: { readonly columns: readonly Column[]; readonly rowCount: number },
): CodedTable {
  const byName = new Map(from.columns.map((column) => [column.name, column]));
  const codes = grids.map((grid) => {
    const coded = new Uint8Array(from.rowCount).fill(grid.binCount + 1);
    const column = byName.get(grid.attribute);
    if (grid.kind === 'numeric' && column?.type === 'number') codeNumbers(grid, column, coded);
    if (grid.kind === 'category' && column?.type === 'category') codeCategories(grid, column, coded);
    if (grid.kind === 'member' && column?.type === 'set') codeMembers(grid, column, coded);
    return coded;
  });
  return { grids, codes, rowCount: from.rowCount };
}

/** Numbers whose places are found at a time: they stay in the processor's cache until they are codes. */
const blockRows = 4096;

function codeNumbers(grid: NumericGrid, { values }: NumberColumn, coded: Uint8Array): void {
  const { findAll } = findCuts(grid.cuts);
  const places = new Uint16Array(Math.min(blockRows, coded.length));
  for (let from = 0; from < coded.length; from += blockRows) {
    const into = places.subarray(0, Math.min(blockRows, coded.length - from));
    findAll(values, { into, from });
    // What is missing keeps the last code.
    for (let i = 0; i < into.length; i++) if (into[i] <= grid.cuts.length) coded[from + i] = into[i];
  }
}

function codeCategories(grid: CategoryGrid, column: CategoryColumn, coded: Uint8Array): void {
  const bins = new Map(grid.labels.flatMap((_, bin) => binValues(grid, bin).map((value) => [value, bin] as const)));
  const binOf = Uint8Array.from(column.labels, (label) => bins.get(label) ?? grid.binCount);
  for (let row = 0; row < coded.length; row++) {
    const code = column.codes[row];
    if (code >= 0) coded[row] = binOf[code];
  }
}

function codeMembers(grid: MemberGrid, column: SetColumn, coded: Uint8Array): void {
  const member = column.labels.indexOf(grid.member);
  for (let row = 0; row < coded.length; row++) {
    if (column.missing[row] === 1) continue;
    coded[row] = 0;
    for (let m = column.offsets[row]; m < column.offsets[row + 1]; m++) if (column.codes[m] === member) coded[row] = 1;
  }
}

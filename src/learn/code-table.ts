import type { CategoryColumn, Column, NumberColumn, SetColumn } from '../model/table.js';
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

function codeNumbers(grid: NumericGrid, column: NumberColumn, coded: Uint8Array): void {
  const cuts = Float64Array.from(grid.cuts);
  for (let row = 0; row < coded.length; row++) {
    const value = column.values[row];
    if (Number.isNaN(value)) continue;
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value < cuts[middle]) high = middle;
      else low = middle + 1;
    }
    coded[row] = low;
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

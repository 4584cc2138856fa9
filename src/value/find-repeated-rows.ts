import type { RowIndex } from '../intake/relate/index-rows.js';
import type { RawColumn } from '../model/table.js';

/**
 * Rows that are the same in every column as an earlier row of the same customer and moment: 1 for each, 0 for the first.
 * Whether one thing was written twice or two things happened is not for this to say.
 */
export function findRepeatedRows(
  { starts, rows, at: moments }: RowIndex,
  { columns, rowCount }: { columns: readonly RawColumn[]; rowCount: number },
): Uint8Array {
  const repeated = new Uint8Array(rowCount);
  const cells = columns.map((column) => (column.type === 'text' ? column.codes : column.values));
  const isSame = (a: number, b: number) => cells.every((column) => Object.is(column[a], column[b]));
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    let first = starts[customer];
    for (let i = first + 1; i < starts[customer + 1]; i++) {
      if (moments[i] !== moments[first]) first = i;
      for (let j = first; j < i; j++) {
        if (repeated[rows[j]] === 1 || !isSame(rows[j], rows[i])) continue;
        repeated[rows[i]] = 1;
        break;
      }
    }
  }
  return repeated;
}

import { isFirstRecord } from '../csv/first-record.js';
import { isTotalLine } from '../csv/total-line.js';
import type { TypedCell } from '../mixed-builder.js';
import type { MergedCells } from './sheet-parts.js';

/**
 * Repeats the value of cells that are merged over several rows of one column in each of these rows, in place: it holds
 * for all of them. Cells merged over columns are left alone: their value belongs to the first column only.
 * @param from the first row of records. @returns how many blocks were filled.
 */
export function fillMerged(
  rows: readonly TypedCell[][],
  { merged, from }: { merged: readonly MergedCells[]; from: number },
): number {
  let filled = 0;
  for (const { top, bottom, left, right } of merged) {
    const value = rows[top]?.[left] ?? null;
    if (left !== right || top < from || value === null) continue;
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1); row++) rows[row][left] ??= value;
    filled++;
  }
  return filled;
}

/** Why a row that reads well is no record: it is the header once more, or adds up the rows above it. Else null. */
export function extraRow(
  cells: readonly string[],
  { header, isLast }: { header: readonly string[]; isLast: boolean },
): string | null {
  if (header.length > 1 && header.every((name, i) => name === (cells[i] ?? ''))) return 'is the header once more';
  return isLast && isTotalLine(cells) ? 'seems to add up the rows above it' : null;
}

/** Whether the row that stands where a header should is a record like those below it. */
export function isHeaderless(
  rows: readonly (readonly TypedCell[])[],
  { head, width }: { head: number; width: number },
) {
  const cells = (row: readonly TypedCell[]) => Array.from({ length: width }, (_, i) => cellString(row[i] ?? null));
  const below = rows.slice(head + 1, head + 201).map(cells);
  return isFirstRecord(
    cells(rows[head]),
    below.filter((row) => row.some((cell) => cell !== '')),
  );
}

/** A cell as a text to look at. */
export function cellString(cell: TypedCell): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
}

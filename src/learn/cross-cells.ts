import type { CellTable } from './cell-table.js';

/** More accounts do not change directions of a step; above, every n-th is counted n times. */
const enoughAccounts = 15_000;

/**
 * Sums of the accounts' curvature over every pair of cells, the intercept first: row-major, symmetric.
 * @param at `rows` to count, and the curvature p (1 - p) of each of them.
 */
export function crossCells(
  { cells, width, size }: CellTable,
  at: { readonly rows: Int32Array; readonly curvature: Float64Array },
): Float64Array {
  const { rows, curvature } = at;
  const cross = new Float64Array(size * size);
  const stride = Math.max(1, Math.floor(rows.length / enoughAccounts));
  const own = new Int32Array(width + 1);
  for (let r = 0; r < rows.length; r += stride) {
    const weight = stride * curvature[r];
    for (let t = 0; t < width; t++) own[t + 1] = cells[rows[r] * width + t];
    // Cells are numbered term by term, so those of one account ascend: this is the lower half.
    for (let a = 0; a <= width; a++) {
      const row = own[a] * size;
      for (let b = 0; b <= a; b++) cross[row + own[b]] += weight;
    }
  }
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) cross[b * size + a] = cross[a * size + b];
  return cross;
}

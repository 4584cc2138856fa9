/** A table of two attributes among the cells of a regression, and the shares of accounts by which it is centred. */
export interface CentredBlock {
  /** Its first cell; the cells of the first attribute are the slowest. */
  readonly from: number;
  /** Share of the accounts in each cell of either attribute; each sums to 1. */
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

/**
 * Tables of free numbers without what they say of one attribute alone: value − mean of its row − mean of its column + mean of
 * all, means by the shares. Equal independent priors of the free numbers become the prior of pure interactions (N. Durrande et
 * al., 2012). Cells outside the blocks stay. In place.
 */
export function centreCells(free: Float64Array, blocks: readonly CentredBlock[]): Float64Array {
  for (const { from, rows, columns } of blocks) {
    const width = columns.length;
    const byColumn = new Float64Array(width);
    for (let a = 0; a < rows.length; a++) {
      const at = from + a * width;
      let mean = 0;
      for (let b = 0; b < width; b++) mean += columns[b] * free[at + b];
      for (let b = 0; b < width; b++) {
        free[at + b] -= mean;
        byColumn[b] += rows[a] * free[at + b];
      }
    }
    for (let k = 0; k < rows.length * width; k++) free[from + k] -= byColumn[k % width];
  }
  return free;
}

/** The transposed of {@link centreCells}: sums over the accounts in each cell as sums for the free numbers. In place. */
export function centreSums(sums: Float64Array, blocks: readonly CentredBlock[]): Float64Array {
  for (const { from, rows, columns } of blocks) {
    const width = columns.length;
    const byColumn = new Float64Array(width);
    for (let a = 0; a < rows.length; a++) {
      const at = from + a * width;
      let sum = 0;
      for (let b = 0; b < width; b++) sum += sums[at + b];
      for (let b = 0; b < width; b++) {
        sums[at + b] -= columns[b] * sum;
        byColumn[b] += sums[at + b];
      }
    }
    for (let k = 0; k < rows.length * width; k++) sums[from + k] -= rows[Math.floor(k / width)] * byColumn[k % width];
  }
  return sums;
}

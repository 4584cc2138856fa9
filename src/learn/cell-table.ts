/** Accounts as the cells that they fall into: `width` cells each, row-major, cell 0 (the intercept) left out. */
export interface CellTable {
  readonly cells: Int32Array;
  readonly width: number;
  /** Cells there are, the intercept (cell 0) among them. */
  readonly size: number;
  readonly labels: Uint8Array;
  /** Log-odds of every account that are given. */
  readonly offset: Float64Array;
}

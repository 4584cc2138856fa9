import type { CellColumns } from '../kernels/kernels.js';
import type { CentredBlock } from './centre-cells.js';

/** Accounts as the cells that they fall into: a column of codes for each term and each pair. Cell 0 is the intercept. */
export interface CellTable extends CellColumns {
  /** Cells there are, the intercept among them. */
  readonly size: number;
  /** Cells whose values are those of free numbers, centred. */
  readonly centred: readonly CentredBlock[];
  readonly labels: Uint8Array;
  /** Log-odds of every account that are given. */
  readonly offset: Float64Array;
}

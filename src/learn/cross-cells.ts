import type { Kernels } from '../kernels/kernels.js';
import type { CellTable } from './cell-table.js';
import { everyNth } from './every-nth.js';

/** More accounts do not change directions of a step; above, every n-th is counted n times. */
const enoughAccounts = 30_000;

/**
 * Sums of the accounts' curvature over every pair of cells, the intercept first: row-major, the half below the diagonal.
 * @param into size × size. @param of `curvature` p (1 - p) of each account.
 */
export function crossCells(
  into: Float64Array,
  of: {
    readonly table: CellTable;
    readonly curvature: Float64Array;
    readonly kernels: Kernels;
  },
): void {
  const { table, curvature, kernels } = of;
  const { codes, values, stride } = everyNth({ codes: table.codes, values: curvature }, enoughAccounts);
  kernels.crossSums(into.fill(0), { codes, offsets: table.offsets, values, size: table.size });
  if (stride > 1) for (let k = 0; k < into.length; k++) into[k] *= stride;
}

import type { Kernels } from '../kernels/kernels.js';
import type { CrossHessian, TermInput } from './additive-model.js';
import { everyNth } from './every-nth.js';

/** More accounts do not change directions of a step; above, every n-th is counted n times. */
const enoughAccounts = 30_000;

/** Places of the cells of each term in one vector after the intercept, and the length of that vector. */
export function layOut(terms: readonly { readonly size: number }[]): { offsets: number[]; size: number } {
  const offsets: number[] = [];
  let size = 1;
  for (const term of terms) {
    offsets.push(size);
    size += term.size;
  }
  return { offsets, size };
}

/** The same sums over fewer cells. @param cellOf for each term, the coarse cell of each of its cells. */
export function coarsenHessian(fine: CrossHessian, cellOf: readonly Uint8Array[]): CrossHessian {
  const { offsets, size } = layOut(
    cellOf.map((cells) => ({ size: cells.length === 0 ? 0 : cells[cells.length - 1] + 1 })),
  );
  const to = new Int32Array(fine.size);
  cellOf.forEach((cells, t) => {
    cells.forEach((cell, k) => {
      to[fine.offsets[t] + k] = offsets[t] + cell;
    });
  });
  const values = new Float64Array(size * size);
  for (let a = 0; a < fine.size; a++) {
    const row = to[a] * size;
    for (let b = 0; b <= a; b++) values[row + to[b]] += fine.values[a * fine.size + b];
  }
  return { size, offsets, values };
}

/** Sums of the accounts' curvature over every pair of cells. @param of `curvature` w p (1 - p) of each account. */
export function crossHessian(
  terms: readonly TermInput[],
  of: { readonly curvature: Float64Array; readonly kernels: Kernels },
): CrossHessian {
  const { offsets, size } = layOut(terms);
  const values = new Float64Array(size * size);
  const all = { codes: terms.map((term) => term.codes), values: of.curvature };
  const { stride, ...some } = everyNth(all, enoughAccounts);
  of.kernels.crossSums(values, { ...some, offsets, size });
  if (stride > 1) for (let k = 0; k < values.length; k++) values[k] *= stride;
  return { size, offsets, values };
}

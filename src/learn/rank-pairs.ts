import type { Kernels } from '../kernels/kernels.js';
import { layOut } from './cross-hessian.js';
import { everyNth } from './every-nth.js';
import type { JoinedCells } from './pair-cells.js';

export interface RankedPair {
  /** Positions of the attributes, a < b. */
  readonly a: number;
  readonly b: number;
  /** Excess of the squared gradients over what chance gives, in units of the penalised curvature. */
  readonly score: number;
}

/** Curvature that keeps cells of few accounts from deciding. */
const ridge = 20;
/** More accounts do not change which pairs stand out; above, every n-th is counted. */
const enoughAccounts = 100_000;

/**
 * Every pair of attributes by how much a table of both would still lower the loss of the additive model: Σ (G² − H) / (H + 20)
 * over its cells, G and H the sums of gradient and curvature. Chance alone gives G² ≈ H.
 * @param at `residual` and `curvature` of each account, 0 to leave it out. @returns all pairs, the most promising first.
 */
export function rankPairs(
  cells: readonly JoinedCells[],
  at: {
    readonly residual: Float64Array;
    readonly curvature: Float64Array;
    readonly kernels: Kernels;
  },
): RankedPair[] {
  const { offsets, size } = layOut(cells);
  const codes = cells.map((one) => one.codes);
  const [gradient, hessian] = [at.residual, at.curvature].map((values) => {
    const sums = new Float64Array(size * size);
    at.kernels.crossSums(sums, {
      ...everyNth({ codes, values }, enoughAccounts),
      offsets,
      size,
    });
    return sums;
  });
  const pairs: RankedPair[] = [];
  cells.forEach((right, b) => {
    cells.slice(0, b).forEach((left, a) => {
      if (left.size < 2 || right.size < 2) return;
      let score = 0;
      for (let x = 0; x < left.size; x++) {
        for (let y = 0; y < right.size; y++) {
          const cell = (offsets[b] + y) * size + offsets[a] + x;
          score += (gradient[cell] ** 2 - hessian[cell]) / (hessian[cell] + ridge);
        }
      }
      pairs.push({ a, b, score });
    });
  });
  return pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

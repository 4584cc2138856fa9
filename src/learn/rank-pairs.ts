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
  at: { readonly residual: Float64Array; readonly curvature: Float64Array },
): RankedPair[] {
  const pairs: RankedPair[] = [];
  cells.forEach((right, b) => {
    cells.slice(0, b).forEach((left, a) => {
      if (left.size > 1 && right.size > 1) pairs.push({ a, b, score: scoreOf([left, right], at) });
    });
  });
  return pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

function scoreOf(
  [left, right]: readonly [JoinedCells, JoinedCells],
  { residual, curvature }: { residual: Float64Array; curvature: Float64Array },
): number {
  const { size } = right;
  const gradient = new Float64Array(left.size * size);
  const hessian = new Float64Array(gradient.length);
  const stride = Math.max(1, Math.floor(residual.length / enoughAccounts));
  for (let i = 0; i < residual.length; i += stride) {
    const cell = left.codes[i] * size + right.codes[i];
    gradient[cell] += residual[i];
    hessian[cell] += curvature[i];
  }
  let score = 0;
  for (let k = 0; k < gradient.length; k++) score += (gradient[k] ** 2 - hessian[k]) / (hessian[k] + ridge);
  return score;
}

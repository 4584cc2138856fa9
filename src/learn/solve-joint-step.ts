import type { CrossHessian } from './additive-model.js';
import type { FitState } from './additive-state.js';
import { solveStep } from './solve-step.js';
import { multiplyPenalty, type Penalty } from './term-block.js';

/** The curvature of the cells that move, in the memory of the kernels. */
export interface JointSystem {
  /** Places of those cells among all, ascending; the intercept is the first. */
  readonly moving: Int32Array;
  /** Row-major, the half below the diagonal. */
  readonly matrix: Float64Array;
  readonly mass: Float64Array;
}

/** The step need not be better than the approximation that it solves. */
const solving = { tolerance: 1e-2, mostDirections: 60 };

/** @param at `hessian` may be from an earlier round, or of accounts like these; `share` scales it to the accounts at hand. */
export function jointSystem(state: FitState, at: { hessian: CrossHessian; share: number }): JointSystem {
  const { values, size, offsets } = at.hessian;
  const moving = Int32Array.from([
    0,
    ...state.terms.flatMap(({ isHeld, input }, j) =>
      isHeld ? [] : Array.from({ length: input.size }, (_, k) => offsets[j] + k),
    ),
  ]);
  const count = moving.length;
  const matrix = state.kernels.doubles(count * count);
  const mass = new Float64Array(count);
  for (let a = 0; a < count; a++) {
    const [row, from] = [a * count, moving[a] * size];
    for (let b = 0; b <= a; b++) matrix[row + b] = at.share * values[from + moving[b]];
    mass[a] = Math.max(matrix[row + a], a === 0 ? 1e-9 : 0);
  }
  return { moving, matrix, mass };
}

/**
 * The Newton step of all cells and the intercept at once, by conjugate gradients.
 * @returns the step of all cells; those that are held have none.
 */
export function solveJointStep(state: FitState, { moving, matrix, mass }: JointSystem): Float64Array {
  const { kernels, gradient, values } = state;
  const { penalty, right: pulled } = penaltyOfAll(state);
  const right = Float64Array.from(moving, (k) => gradient[k] + pulled[k]);
  const part: Penalty = {
    diagonal: Float64Array.from(moving, (k) => penalty.diagonal[k]),
    off: Float64Array.from(moving.subarray(1), (k) => penalty.off[k - 1]),
  };
  const addProduct = (into: Float64Array, x: Float64Array) => kernels.multiplySymmetric(into, { matrix, x });
  const moves = solveStep(right, {
    addProduct,
    mass,
    penalty: part,
    kernels,
    ...solving,
  });
  const step = new Float64Array(values.length);
  moving.forEach((k, at) => {
    step[k] = moves[at];
  });
  return step;
}

/** The penalty of all unknowns, what is believed among it, and how it pulls them. */
function penaltyOfAll({ terms, offsets, values }: FitState): {
  penalty: Penalty;
  right: Float64Array;
} {
  const diagonal = new Float64Array(values.length);
  const off = new Float64Array(values.length - 1);
  const right = new Float64Array(values.length);
  terms.forEach(({ input: { prior, size }, penalty, precision, isHeld, values: own }, j) => {
    if (isHeld) return;
    const at = offsets[j];
    const away = Float64Array.from(own, (value, k) => value - (prior?.mean[k] ?? 0));
    const pull = multiplyPenalty(penalty, away);
    for (let k = 0; k < size; k++) {
      const believed = prior?.precision[k] ?? 0;
      diagonal[at + k] = precision * penalty.diagonal[k] + believed;
      if (k + 1 < size) off[at + k] = precision * penalty.off[k];
      right[at + k] = -precision * pull[k] - believed * away[k];
    }
  });
  return { penalty: { diagonal, off }, right };
}

import type { CrossHessian } from './additive-model.js';
import type { FitState } from './additive-state.js';
import { type StepSystem, solveStep } from './solve-step.js';
import { multiplyPenalty, type Penalty } from './term-block.js';

/** The curvature of the cells that move. */
export interface JointSystem {
  /** Places of those cells among all, ascending; the intercept is the first. */
  readonly moving: Int32Array;
  readonly mass: Float64Array;
  readonly addProduct: StepSystem['addProduct'];
}

/** The step need not be better than the approximation that it solves. */
const solving = { tolerance: 1e-2, mostDirections: 60 };

/** @param at `hessian` may be from an earlier round, or of accounts like these; `share` scales it to the accounts at hand. */
export function heldSystem(state: FitState, at: { hessian: CrossHessian; share: number }): JointSystem {
  const { kernels } = state;
  const { values, size } = at.hessian;
  const moving = movingCells(state);
  const count = moving.length;
  const matrix = kernels.doubles(count * count);
  const mass = new Float64Array(count);
  for (let a = 0; a < count; a++) {
    const [row, from] = [a * count, moving[a] * size];
    for (let b = 0; b <= a; b++) matrix[row + b] = at.share * values[from + moving[b]];
    mass[a] = Math.max(matrix[row + a], a === 0 ? 1e-9 : 0);
  }
  return { moving, mass, addProduct: (into, x) => kernels.multiplySymmetric(into, { matrix, x }) };
}

/** The same at the current log-odds, by going over the accounts: for more cells than few accounts can fill. */
export function accountSystem(state: FitState): JointSystem {
  const { kernels, curvature, hessian } = state;
  const moving = movingCells(state);
  const places = [...state.terms.keys()].filter((j) => !state.terms[j].isHeld);
  const of = { codes: places.map((j) => state.terms[j].input.codes), offsets: places.map((j) => state.offsets[j]) };
  const [steps, sums] = [0, 1].map(() => kernels.doubles(hessian.length));
  const moves = kernels.doubles(curvature.length);
  const addProduct = (into: Float64Array, x: Float64Array) => {
    for (let a = 0; a < moving.length; a++) steps[moving[a]] = x[a];
    kernels.addSteps(moves.fill(x[0]), { ...of, steps });
    sums.fill(0);
    for (let i = 0; i < moves.length; i++) {
      moves[i] *= curvature[i];
      sums[0] += moves[i];
    }
    kernels.addSums(sums, { ...of, values: moves });
    for (let a = 0; a < moving.length; a++) into[a] += sums[moving[a]];
  };
  return { moving, mass: Float64Array.from(moving, (k) => hessian[k]), addProduct };
}

function movingCells({ terms, offsets }: FitState): Int32Array {
  const cells = terms.flatMap(({ isHeld, input }, j) =>
    isHeld ? [] : Array.from({ length: input.size }, (_, k) => offsets[j] + k),
  );
  return Int32Array.from([0, ...cells]);
}

/**
 * The Newton step of all cells and the intercept at once, by conjugate gradients.
 * @returns the step of all cells; those that are held have none.
 */
export function solveJointStep(state: FitState, { moving, mass, addProduct }: JointSystem): Float64Array {
  const { kernels, gradient, values } = state;
  const { penalty, right: pulled } = penaltyOfAll(state);
  const right = Float64Array.from(moving, (k) => gradient[k] + pulled[k]);
  const part: Penalty = {
    diagonal: Float64Array.from(moving, (k) => penalty.diagonal[k]),
    off: Float64Array.from(moving.subarray(1), (k) => penalty.off[k - 1]),
  };
  const moves = solveStep(right, { addProduct, mass, penalty: part, kernels, ...solving });
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

import type { CrossHessian } from './additive-model.js';
import type { FitState } from './additive-state.js';
import { multiplyPenalty, solvePenalised } from './term-block.js';

/**
 * The Newton step of all cells and the intercept at once, by conjugate gradients; each term's own block, which its chain
 * makes tridiagonal, is the preconditioner.
 * @param hessian may be from an earlier round, or of accounts like these; `share` scales it to the accounts at hand.
 * @returns the step in the layout of the hessian.
 */
export function solveJointStep(state: FitState, at: { hessian: CrossHessian; share: number }): Float64Array {
  const system = { state, ...at, parts: movingParts(state, at.hessian) };
  const { size } = at.hessian;
  const step = new Float64Array(size);
  const residual = rightSide(system);
  const preconditioned = precondition(system, residual);
  let direction: Float64Array = Float64Array.from(preconditioned);
  let product = dot(residual, preconditioned);
  const enough = product * tolerance ** 2;
  for (let round = 0; round < maxRounds && product > enough; round++) {
    const image = multiply(system, direction);
    const length = product / dot(direction, image);
    for (let k = 0; k < size; k++) {
      step[k] += length * direction[k];
      residual[k] -= length * image[k];
    }
    const next = precondition(system, residual);
    const nextProduct = dot(residual, next);
    const keep = nextProduct / product;
    direction = next.map((value, k) => value + keep * direction[k]);
    product = nextProduct;
  }
  return step;
}

/** The step need not be better than the approximation that it solves. */
const tolerance = 1e-2;
const maxRounds = 60;

interface System {
  readonly state: FitState;
  readonly hessian: CrossHessian;
  readonly share: number;
  /** Neighbouring cells that move, from … to: those of held terms are left out. */
  readonly parts: readonly (readonly [number, number])[];
}

function movingParts({ terms }: FitState, { offsets }: CrossHessian): [number, number][] {
  const parts: [number, number][] = [[0, 1]];
  terms.forEach(({ isHeld, input }, j) => {
    if (isHeld) return;
    const last = parts[parts.length - 1];
    if (last[1] === offsets[j]) last[1] += input.size;
    else parts.push([offsets[j], offsets[j] + input.size]);
  });
  return parts;
}

/** Gradient of the penalised log-likelihood. */
function rightSide({ state, hessian }: System): Float64Array {
  const right = new Float64Array(hessian.size);
  for (let i = 0; i < state.residual.length; i++) right[0] += state.residual[i];
  state.terms.forEach(({ input, penalty, values, gradient, precision, isHeld }, j) => {
    if (isHeld) return;
    const { prior } = input;
    const away = prior === null ? values : values.map((value, k) => value - prior.mean[k]);
    const pull = multiplyPenalty(penalty, away);
    const offset = hessian.offsets[j];
    for (let k = 0; k < away.length; k++) {
      right[offset + k] = gradient[k] - precision * pull[k] - (prior?.precision[k] ?? 0) * away[k];
    }
  });
  return right;
}

function multiply({ state, hessian, share, parts }: System, x: Float64Array): Float64Array {
  const { size, values, offsets } = hessian;
  const result = new Float64Array(size);
  for (const [first, end] of parts) {
    for (let a = first; a < end; a++) {
      let sum = 0;
      for (const [from, to] of parts) sum += product(values, { row: a * size, x, from, to });
      result[a] = share * sum;
    }
  }
  state.terms.forEach(({ input, penalty, precision, isHeld }, j) => {
    if (isHeld) return;
    const part = x.subarray(offsets[j], offsets[j] + input.size);
    const pull = multiplyPenalty(penalty, part);
    for (let k = 0; k < input.size; k++) {
      result[offsets[j] + k] += precision * pull[k] + (input.prior?.precision[k] ?? 0) * part[k];
    }
  });
  return result;
}

/** Four sums at a time do not wait for one another. */
function product(values: Float64Array, at: { row: number; x: Float64Array; from: number; to: number }): number {
  const { row, x, from, to } = at;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let b = from;
  for (; b + 4 <= to; b += 4) {
    s0 += values[row + b] * x[b];
    s1 += values[row + b + 1] * x[b + 1];
    s2 += values[row + b + 2] * x[b + 2];
    s3 += values[row + b + 3] * x[b + 3];
  }
  for (; b < to; b++) s0 += values[row + b] * x[b];
  return s0 + s1 + (s2 + s3);
}

function precondition({ state, hessian, share }: System, x: Float64Array): Float64Array {
  const { size, values, offsets } = hessian;
  const result = new Float64Array(size);
  result[0] = x[0] / Math.max(share * values[0], 1e-9);
  state.terms.forEach(({ input, penalty, precision, isHeld }, j) => {
    if (isHeld) return;
    const offset = offsets[j];
    const mass = new Float64Array(input.size);
    for (let k = 0; k < mass.length; k++) mass[k] = share * values[(offset + k) * size + offset + k];
    const part = x.subarray(offset, offset + input.size);
    result.set(solvePenalised({ mass, penalty, precision, prior: input.prior }, part), offset);
  });
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let result = 0;
  for (let k = 0; k < a.length; k++) result += a[k] * b[k];
  return result;
}

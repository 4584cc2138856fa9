import { invertSymmetric } from '../stats/invert-symmetric.js';
import type { AdditiveFit, TermInput } from './additive-model.js';
import type { DraftTerm } from './draft-card.js';
import type { Family } from './family.js';

/**
 * The card that is closest to the full model in Kullback–Leibler divergence (to second order): weighted least squares of
 * the full model's log-odds on the levels, all terms together, so that a card with fewer attributes takes over what the
 * left-out ones shared with it. After the projection predictive approach (Piironen and Vehtari, Statistics and Computing
 * 27, 2017).
 */
export interface Projection {
  /** Start of each term's levels in `beta`; entry 0 of `beta` is the intercept. */
  readonly offsets: readonly number[];
  readonly size: number;
  readonly beta: Float64Array;
  /** Inverse of the Hessian, size × size: the covariance of the levels as far as the data inform them. */
  readonly covariance: Float64Array;
  readonly hessian: Float64Array;
}

/** Far below one account's information; keeps the levels of a term identified beside the intercept. */
const ridge = 1e-2;
/** More accounts do not change the weights of a card; every n-th is used above. */
const enoughAccounts = 30_000;

/** The full model, of whose accounts a weight of 0 leaves one out; `curvatureAt` a predictor unless the outcome is yes or no. */
export interface Projected {
  readonly terms: readonly TermInput[];
  readonly full: AdditiveFit;
  readonly weights: Float64Array | null;
  readonly curvatureAt?: Family['curvatureAt'] | undefined;
}

/** How strongly each level is held to its mean in the full model's own shape, against how closely the sum is followed. */
export interface Loyalty {
  readonly loyalty: number;
}

export function projectCard(draft: readonly DraftTerm[], from: Projected & Loyalty): Projection {
  const offsets: number[] = [];
  let size = 1;
  for (const { levelCount } of draft) {
    offsets.push(size);
    size += levelCount;
  }
  const { hessian, right } = normalEquations(draft, { ...from, offsets, size });
  const penalised = Float64Array.from(hessian);
  for (let a = 1; a < size; a++) penalised[a * size + a] += ridge;
  pullToShapes(draft, { ...from, offsets, size, penalised, right });
  const covariance = invertSymmetric(penalised, size);
  const beta = new Float64Array(size);
  for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) beta[a] += covariance[a * size + b] * right[b];
  return { offsets, size, beta, covariance, hessian };
}

function normalEquations(
  draft: readonly DraftTerm[],
  from: Projected & { offsets: readonly number[]; size: number },
): { hessian: Float64Array; right: Float64Array } {
  const { full, weights, offsets, size, curvatureAt = ofYesOrNo } = from;
  const hessian = new Float64Array(size * size);
  const right = new Float64Array(size);
  const termCount = draft.length;
  const codes = draft.map(({ index }) => from.terms[index].codes);
  const columnOf = draft.map(({ levelOf }, t) =>
    Int32Array.from(levelOf, (level) => (level < 0 ? -1 : offsets[t] + level)),
  );
  const active = new Int32Array(termCount + 1);
  const rowCount = full.logOdds.length;
  const stride = Math.max(1, Math.floor(rowCount / enoughAccounts));
  for (let i = 0; i < rowCount; i += stride) {
    const logOdds = full.logOdds[i];
    const weight = stride * curvatureAt(logOdds) * (weights === null ? 1 : weights[i]);
    if (weight === 0) continue;
    let count = 1;
    for (let t = 0; t < termCount; t++) {
      const column = columnOf[t][codes[t][i]];
      if (column >= 0) active[count++] = column;
    }
    for (let a = 0; a < count; a++) {
      const row = active[a] * size;
      right[active[a]] += weight * logOdds;
      for (let b = 0; b <= a; b++) hessian[row + active[b]] += weight;
    }
  }
  addPriors(draft, { ...from, hessian, right });
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) hessian[b * size + a] = hessian[a * size + b];
  return { hessian, right };
}

function ofYesOrNo(logOdds: number): number {
  const p = 1 / (1 + Math.exp(-logOdds));
  return p * (1 - p);
}

function pullToShapes(
  draft: readonly DraftTerm[],
  to: Loyalty & {
    full: AdditiveFit;
    offsets: readonly number[];
    size: number;
    penalised: Float64Array;
    right: Float64Array;
  },
): void {
  draft.forEach(({ index, levelOf }, t) => {
    const { values, hessian } = to.full.terms[index];
    levelOf.forEach((level, cell) => {
      if (level < 0) return;
      const column = to.offsets[t] + level;
      to.penalised[column * to.size + column] += to.loyalty * hessian[cell];
      to.right[column] += to.loyalty * hessian[cell] * values[cell];
    });
  });
}

/** What is believed counts like accounts that are known by one attribute only. */
function addPriors(
  draft: readonly DraftTerm[],
  to: {
    terms: readonly TermInput[];
    full: AdditiveFit;
    offsets: readonly number[];
    size: number;
    hessian: Float64Array;
    right: Float64Array;
  },
): void {
  draft.forEach(({ index, levelOf }, t) => {
    to.terms[index].prior?.precision.forEach((precision, cell) => {
      if (precision === 0 || levelOf[cell] < 0) return;
      const column = to.offsets[t] + levelOf[cell];
      const logOdds = to.full.intercept + to.full.terms[index].values[cell];
      to.hessian[0] += precision;
      to.hessian[column * to.size] += precision;
      to.hessian[column * to.size + column] += precision;
      to.right[0] += precision * logOdds;
      to.right[column] += precision * logOdds;
    });
  });
}

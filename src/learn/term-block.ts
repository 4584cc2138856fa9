import type { WishedShape } from '../model/attribute-wish.js';

/** What is believed about a shape before data: a mean for each cell, and how many units of information it is worth. */
export interface ShapePrior {
  readonly mean: Float64Array;
  /** Per cell, in units of the Hessian of the log-likelihood: one account at 50 % carries 0.25. */
  readonly precision: Float64Array;
}

/** The cells of a term and how they hang together: the first `ordered` form a chain, the others stand alone. */
export interface TermStructure {
  readonly size: number;
  readonly ordered: number;
  /** Mean prior variance over the chain at precision 1; that of a single cell is 1. Default 2. */
  readonly spread?: number;
  /** How the values of the chain may go; absent: anyhow. */
  readonly shape?: WishedShape;
}

/** Sums over the accounts in each cell: of the gradient and of the (negative) Hessian of the log-likelihood. */
export interface CellSums {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** One Newton step of a term and the intercept together, everything else held. */
export interface BlockStep {
  readonly step: Float64Array;
  readonly interceptStep: number;
}

export interface BlockPosterior {
  /** Effective degrees of freedom that the penalised part uses. */
  readonly degrees: number;
  /** (f - m)' S (f - m), the roughness that the precision multiplies. */
  readonly roughness: number;
  /** Posterior variance of each cell against the mean account. */
  readonly variance: Float64Array;
}

/** A symmetric matrix with one diagonal on either side. */
export interface Penalty {
  readonly diagonal: Float64Array;
  /** Entry k couples cells k and k + 1. */
  readonly off: Float64Array;
}

/** Pulls every cell of a chain a little to the mean, so that its level does not drift and its ends do not run away. */
const levelRidge = 0.1;

/** Chain weight that gives a random walk over k cells about this mean marginal variance (after Sørbye and Rue, 2014). */
function chainWeight(ordered: number, spread = 2): number {
  return ordered / (6 * spread);
}

/**
 * The penalty S of a term: differences of neighbours in the chain, plain squares elsewhere. Scaled so that one precision
 * means the same for chains of any length and for single cells.
 */
export function penaltyOf(structure: TermStructure): Penalty {
  const { size, ordered } = structure;
  const diagonal = new Float64Array(size).fill(1);
  const off = new Float64Array(Math.max(0, size - 1));
  if (ordered < 2) return { diagonal, off };
  const weight = chainWeight(ordered, structure.spread);
  for (let k = 0; k < ordered; k++) diagonal[k] = levelRidge + weight * (k === 0 || k === ordered - 1 ? 1 : 2);
  for (let k = 0; k + 1 < ordered; k++) off[k] = -weight;
  return { diagonal, off };
}

/**
 * Newton step for cells and intercept, from (H + λS + P) δ + h δ0 = g - λS(f - m) - P(f - m) and h'δ + δ0 Σh = Σg.
 * @param sums of the accounts. @param at `values` f, `precision` λ, optional prior.
 */
export function stepBlock(
  sums: CellSums,
  at: { penalty: Penalty; values: Float64Array; precision: number; prior: ShapePrior | null },
): BlockStep {
  const system = systemOf(sums, at);
  const right = rightSide(sums, at);
  const base = solveTridiagonal(system, right);
  const slope = solveTridiagonal(system, sums.hessian);
  const rest = total(sums.hessian) - dot(sums.hessian, slope);
  const interceptStep = rest > 1e-12 ? (total(sums.gradient) - dot(sums.hessian, base)) / rest : 0;
  return { step: base.map((value, k) => value - slope[k] * interceptStep), interceptStep };
}

/** What the data and the penalty leave open about a term, everything else held; the intercept is integrated out. */
export function posteriorOf(
  sums: CellSums,
  at: { penalty: Penalty; values: Float64Array; precision: number; prior: ShapePrior | null },
): BlockPosterior {
  const system = systemOf(sums, at);
  const { diagonal: inverse, off: inverseOff } = invertTridiagonal(system);
  const slope = solveTridiagonal(system, sums.hessian);
  const mass = total(sums.hessian);
  const explained = dot(sums.hessian, slope);
  const rest = Math.max(mass - explained, 1e-12 * Math.max(1, mass));
  const { diagonal, off } = at.penalty;
  let trace = 0;
  for (let k = 0; k < diagonal.length; k++) {
    trace += diagonal[k] * (inverse[k] + slope[k] ** 2 / rest);
    if (k < off.length) trace += 2 * off[k] * (inverseOff[k] + (slope[k] * slope[k + 1]) / rest);
  }
  const shift = explained / (Math.max(mass, 1e-12) * rest);
  return {
    degrees: Math.max(0, diagonal.length - at.precision * trace),
    roughness: roughnessOf(at.penalty, at.values, at.prior),
    variance: inverse.map((value, k) => Math.max(0, value + (slope[k] ** 2 - 2 * slope[k]) / rest + shift)),
  };
}

/**
 * Logarithm of the marginal likelihood of a precision, but for a constant: of the quadratic approximation at the current
 * values, the other terms held and the intercept free. `at.precision` need not be the one that led to the values.
 */
export function evidenceOf(
  sums: CellSums,
  at: { penalty: Penalty; values: Float64Array; precision: number; prior: ShapePrior | null },
): number {
  const { hessian, gradient } = sums;
  const { prior } = at;
  const mass = total(hessian);
  if (!(mass > 0)) return 0;
  const away = prior === null ? at.values : at.values.map((value, k) => value - prior.mean[k]);
  const level = (dot(hessian, away) + total(gradient)) / mass;
  const right = gradient.map((value, k) => value + hessian[k] * (away[k] - level));
  const system = systemOf(sums, at);
  const base = solveTridiagonal(system, right);
  const rest = Math.max(1e-12, 1 - dot(hessian, solveTridiagonal(system, hessian)) / mass);
  const explained = dot(right, base) + dot(hessian, base) ** 2 / (mass * rest);
  const before = systemOf({ hessian: new Float64Array(hessian.length) }, at);
  return (logDeterminant(before) - logDeterminant(system) - Math.log(rest) + explained) / 2;
}

function logDeterminant({ diagonal, off }: Penalty): number {
  let pivot = diagonal[0];
  let sum = Math.log(pivot);
  for (let k = 1; k < diagonal.length; k++) {
    pivot = diagonal[k] - off[k - 1] ** 2 / pivot;
    sum += Math.log(pivot);
  }
  return sum;
}

export function roughnessOf(penalty: Penalty, values: Float64Array, prior: ShapePrior | null): number {
  const away = prior === null ? values : values.map((value, k) => value - prior.mean[k]);
  return dot(away, multiplyPenalty(penalty, away));
}

/** x with (diag(mass) + λS + P) x = right. */
export function solvePenalised(
  block: { mass: Float64Array; penalty: Penalty; precision: number; prior: ShapePrior | null },
  right: Float64Array,
): Float64Array {
  return solveTridiagonal(systemOf({ hessian: block.mass }, block), right);
}

function systemOf(
  sums: { hessian: Float64Array },
  at: { penalty: Penalty; precision: number; prior: ShapePrior | null },
) {
  const diagonal = sums.hessian.map(
    (value, k) => value + at.precision * at.penalty.diagonal[k] + (at.prior?.precision[k] ?? 0),
  );
  return { diagonal, off: at.penalty.off.map((value) => value * at.precision) };
}

function rightSide(
  sums: CellSums,
  at: { penalty: Penalty; values: Float64Array; precision: number; prior: ShapePrior | null },
): Float64Array {
  const { prior } = at;
  const away = prior === null ? at.values : at.values.map((value, k) => value - prior.mean[k]);
  const pull = multiplyPenalty(at.penalty, away);
  return sums.gradient.map((value, k) => value - at.precision * pull[k] - (prior?.precision[k] ?? 0) * away[k]);
}

export function multiplyPenalty({ diagonal, off }: Penalty, x: Float64Array): Float64Array {
  return x.map((value, k) => {
    const left = k > 0 ? off[k - 1] * x[k - 1] : 0;
    const right = k < off.length ? off[k] * x[k + 1] : 0;
    return diagonal[k] * value + left + right;
  });
}

/** Thomas's algorithm; the matrix is positive definite. */
function solveTridiagonal({ diagonal, off }: Penalty, right: Float64Array): Float64Array {
  const size = diagonal.length;
  const pivots = Float64Array.from(diagonal);
  const x = Float64Array.from(right);
  for (let k = 1; k < size; k++) {
    const factor = off[k - 1] / pivots[k - 1];
    pivots[k] -= factor * off[k - 1];
    x[k] -= factor * x[k - 1];
  }
  for (let k = size - 1; k >= 0; k--) x[k] = (x[k] - (k + 1 < size ? off[k] * x[k + 1] : 0)) / pivots[k];
  return x;
}

/** The three middle diagonals of the inverse, from the pivots of both directions of elimination. */
function invertTridiagonal({ diagonal, off }: Penalty): Penalty {
  const size = diagonal.length;
  const down = Float64Array.from(diagonal);
  const up = Float64Array.from(diagonal);
  for (let k = 1; k < size; k++) down[k] -= off[k - 1] ** 2 / down[k - 1];
  for (let k = size - 2; k >= 0; k--) up[k] -= off[k] ** 2 / up[k + 1];
  const inverse = diagonal.map((value, k) => 1 / (down[k] + up[k] - value));
  return { diagonal: inverse, off: off.map((value, k) => -(value / down[k]) * inverse[k + 1]) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let result = 0;
  for (let k = 0; k < a.length; k++) result += a[k] * b[k];
  return result;
}

function total(a: Float64Array): number {
  let result = 0;
  for (let k = 0; k < a.length; k++) result += a[k];
  return result;
}

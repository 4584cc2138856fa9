import type { Kernels } from '../kernels/kernels.js';
import type { AdditiveFit, AdditiveOptions, TermInput } from './additive-model.js';
import { layOut } from './cross-hessian.js';
import type { Family } from './family.js';
import { logisticFamily } from './logistic-family.js';
import { type Penalty, penaltyOf, posteriorOf, roughnessOf } from './term-block.js';

/** One term while it is being fitted; its numbers by cell are parts of the vectors of all terms. */
export interface TermState {
  readonly input: TermInput;
  readonly penalty: Penalty;
  readonly values: Float64Array;
  readonly counts: Float64Array;
  /** Sums over the accounts of each cell. */
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  precision: number;
  /** Stays where it is. */
  readonly isHeld: boolean;
}

/** An additive model while it is being fitted. All arrays of numbers lie in the memory of the kernels. */
export interface FitState {
  readonly kernels: Kernels;
  readonly family: Family;
  readonly labels: Uint8Array | Float64Array;
  readonly weights: Float64Array | null;
  readonly terms: readonly TermState[];
  /** Where the cells of each term start, in vectors of all unknowns: the intercept comes first. */
  readonly offsets: readonly number[];
  readonly values: Float64Array;
  /** Sums over the accounts of each cell. */
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly logOdds: Float64Array;
  /** Per account: gradient and curvature of the log-likelihood; of yes and no w (y - p) and w p (1 - p). */
  readonly residual: Float64Array;
  readonly curvature: Float64Array;
  /** Weighted loss, in nats, of the current log-odds. */
  loss: number;
}

/** @param options `kernels`, in whose memory the state lives: start, fit and finish in one `scratch`. */
export function startState(
  data: { readonly terms: readonly TermInput[]; readonly labels: Uint8Array | Float64Array },
  options: AdditiveOptions & { readonly kernels: Kernels },
): FitState {
  const { kernels, start = null, precision = 10, family = logisticFamily } = options;
  const { labels } = data;
  const weights = options.weights ?? null;
  const { offsets, size } = layOut(data.terms);
  const [values, gradient, hessian, counts] = [0, 1, 2, 3].map(() => kernels.doubles(size));
  const [logOdds, residual, curvature] = [0, 1, 2].map(() => kernels.doubles(labels.length));
  const partOf = (all: Float64Array, j: number) => all.subarray(offsets[j], offsets[j] + data.terms[j].size);
  const terms = data.terms.map((input, j): TermState => {
    const own = partOf(values, j);
    const from = start?.terms[j].values ?? input.prior?.mean;
    if (from !== undefined) own.set(from);
    return {
      input: { ...input, codes: kernels.hold(input.codes) },
      penalty: penaltyOf(input),
      values: own,
      counts: partOf(counts, j),
      gradient: partOf(gradient, j),
      hessian: partOf(hessian, j),
      precision: typeof precision === 'number' ? precision : precision[j],
      isHeld: options.held?.[j] ?? false,
    };
  });
  values[0] = start?.intercept ?? family.startAt({ labels, weights });
  const numbers = { values, gradient, hessian, logOdds, residual, curvature };
  const state: FitState = {
    kernels,
    family,
    labels,
    weights,
    terms,
    offsets,
    ...numbers,
    loss: 0,
  };
  if (weights === null) residual.fill(1);
  else residual.set(weights);
  sumByCell(state, { into: counts, values: residual });
  refreshLogOdds(state);
  return state;
}

/** Brings the log-odds of every account up to date. @returns the penalised loss. */
export function refreshLogOdds(state: FitState): number {
  const { kernels, logOdds, values, offsets } = state;
  logOdds.fill(values[0]);
  kernels.addSteps(logOdds, { codes: codesOf(state), offsets, steps: values });
  state.loss = state.family.lossOf({ ...state, predictor: logOdds });
  return penalisedLoss(state);
}

function codesOf({ terms }: FitState): TermInput['codes'][] {
  return terms.map(({ input }) => input.codes);
}

export function penalisedLoss(state: FitState): number {
  let loss = state.loss;
  for (const { input, penalty, values, precision } of state.terms) {
    const { prior } = input;
    loss += 0.5 * precision * roughnessOf(penalty, values, prior);
    if (prior === null) continue;
    for (let k = 0; k < values.length; k++) loss += 0.5 * prior.precision[k] * (values[k] - prior.mean[k]) ** 2;
  }
  return loss;
}

/** Gradient and curvature of every account at the current log-odds. */
export function refreshResiduals(state: FitState): void {
  state.family.differentiate({ ...state, predictor: state.logOdds }, state);
}

/** Sums of the curvature over the accounts of each cell, and of all. */
export function refreshHessians(state: FitState): void {
  sumByCell(state, { into: state.hessian, values: state.curvature });
}

/** Sums of the residual over the accounts of each cell, and of all. */
export function refreshGradients(state: FitState): void {
  sumByCell(state, { into: state.gradient, values: state.residual });
}

function sumByCell(state: FitState, { into, values }: { into: Float64Array; values: Float64Array }): void {
  into.fill(0);
  for (let i = 0; i < values.length; i++) into[0] += values[i];
  state.kernels.addSums(into, {
    codes: codesOf(state),
    offsets: state.offsets,
    values,
  });
}

export function finishFit(state: FitState): AdditiveFit {
  let intercept = state.values[0];
  const terms = state.terms.map((term) => {
    const all = term.counts.reduce((sum, count) => sum + count, 0);
    const mean = all > 0 ? term.values.reduce((sum, value, k) => sum + value * term.counts[k], 0) / all : 0;
    intercept += mean;
    const { size, ordered, prior, shape } = term.input;
    const { degrees, variance } = posteriorOf(term, { ...term, prior });
    return {
      size,
      ordered,
      ...(shape === undefined ? {} : { shape }),
      values: Float64Array.from(term.values, (value) => value - mean),
      counts: Float64Array.from(term.counts, (count, k) => count + 4 * (prior?.precision[k] ?? 0)),
      hessian: Float64Array.from(term.hessian, (value, k) => value + (prior?.precision[k] ?? 0)),
      precision: term.precision,
      degrees,
      variance,
    };
  });
  return { intercept, terms, logOdds: Float64Array.from(state.logOdds) };
}

import type { AdditiveFit, AdditiveOptions, TermInput } from './additive-model.js';
import type { Family } from './family.js';
import { logisticFamily } from './logistic-family.js';
import { type Penalty, penaltyOf, posteriorOf, roughnessOf } from './term-block.js';

/** One term while it is being fitted. */
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

/** An additive model while it is being fitted. */
export interface FitState {
  readonly family: Family;
  readonly labels: Uint8Array | Float64Array;
  readonly weights: Float64Array | null;
  readonly terms: readonly TermState[];
  readonly logOdds: Float64Array;
  /** Per account: gradient and curvature of the log-likelihood; of yes and no w (y - p) and w p (1 - p). */
  readonly residual: Float64Array;
  readonly curvature: Float64Array;
  intercept: number;
  /** Weighted loss, in nats, of the current log-odds. */
  loss: number;
}

export function startState(
  data: { readonly terms: readonly TermInput[]; readonly labels: Uint8Array | Float64Array },
  options: AdditiveOptions,
): FitState {
  const { labels } = data;
  const rowCount = labels.length;
  const weights = options.weights ?? null;
  const { start = null, precision = 10, family = logisticFamily } = options;
  const terms = data.terms.map((input, j): TermState => {
    const counts = new Float64Array(input.size);
    for (let i = 0; i < rowCount; i++) counts[input.codes[i]] += weights === null ? 1 : weights[i];
    return {
      input,
      penalty: penaltyOf(input),
      values: Float64Array.from(start?.terms[j].values ?? input.prior?.mean ?? new Float64Array(input.size)),
      counts,
      gradient: new Float64Array(input.size),
      hessian: new Float64Array(input.size),
      precision: typeof precision === 'number' ? precision : precision[j],
      isHeld: options.held?.[j] ?? false,
    };
  });
  const state: FitState = {
    family,
    labels,
    weights,
    terms,
    logOdds: new Float64Array(rowCount),
    residual: new Float64Array(rowCount),
    curvature: new Float64Array(rowCount),
    intercept: start?.intercept ?? family.startAt({ labels, weights }),
    loss: 0,
  };
  refreshLogOdds(state);
  return state;
}

/** Brings the log-odds of every account up to date. @returns the penalised loss. */
export function refreshLogOdds(state: FitState): number {
  const { logOdds } = state;
  logOdds.fill(state.intercept);
  for (const { input, values } of state.terms) {
    const { codes } = input;
    for (let i = 0; i < logOdds.length; i++) logOdds[i] += values[codes[i]];
  }
  state.loss = state.family.lossOf({ ...state, predictor: logOdds });
  return penalisedLoss(state);
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

/** Sums of the curvature over the accounts of each cell. */
export function refreshHessians({ terms, curvature }: FitState): void {
  for (const { input, hessian } of terms) addByCode(hessian.fill(0), { codes: input.codes, values: curvature });
}

/** Sums of the residual over the accounts of each cell. */
export function refreshGradients({ terms, residual }: FitState): void {
  for (const { input, gradient, isHeld } of terms)
    if (!isHeld) addByCode(gradient.fill(0), { codes: input.codes, values: residual });
}

export function addByCode(sums: Float64Array, of: { codes: Uint8Array | Uint16Array; values: Float64Array }): void {
  const { codes, values } = of;
  for (let i = 0; i < values.length; i++) sums[codes[i]] += values[i];
}

/** All unknowns in one vector, the intercept first. */
export function pack({ terms, intercept }: FitState): Float64Array {
  return Float64Array.from([intercept, ...terms.flatMap(({ values }) => [...values])]);
}

export function unpack(state: FitState, vector: Float64Array): void {
  state.intercept = vector[0];
  let at = 1;
  for (const { values } of state.terms) {
    values.set(vector.subarray(at, at + values.length));
    at += values.length;
  }
}

export function finishFit(state: FitState): AdditiveFit {
  let { intercept } = state;
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
      values: term.values.map((value) => value - mean),
      counts: term.counts.map((count, k) => count + 4 * (prior?.precision[k] ?? 0)),
      hessian: term.hessian.map((value, k) => value + (prior?.precision[k] ?? 0)),
      precision: term.precision,
      degrees,
      variance,
    };
  });
  return { intercept, terms, logOdds: state.logOdds };
}

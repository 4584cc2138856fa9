import type { CodedTable } from './grid.js';
import { penaltyOf, posteriorOf, roughnessOf, type ShapePrior, stepBlock, type TermStructure } from './term-block.js';

/** Accounts in the cells of one term, by code below `size`. */
export interface TermInput extends TermStructure {
  readonly codes: Uint8Array | Uint16Array;
  readonly prior: ShapePrior | null;
}

/** The shape of one term: log-odds by cell, against the mean account. */
export interface FittedTerm extends TermStructure {
  readonly values: Float64Array;
  readonly variance: Float64Array;
  /** Weight of accounts, and sum of p(1 - p), in each cell; a prior counts as the accounts that it is worth. */
  readonly counts: Float64Array;
  readonly hessian: Float64Array;
  /** Precision of the prior (λ) that empirical Bayes chose, and the degrees of freedom it leaves. */
  readonly precision: number;
  readonly degrees: number;
}

export interface AdditiveFit {
  readonly intercept: number;
  readonly terms: readonly FittedTerm[];
  /** Fitted log-odds of every account, those of weight 0 included. */
  readonly logOdds: Float64Array;
}

export interface AdditiveOptions {
  /** 0 leaves an account out; null: all count once. */
  readonly weights?: Float64Array | null;
  /** A fit of the same terms to start from; null: the prior means. */
  readonly start?: AdditiveFit | null;
  /** Precision of every term, or of each: kept if `keepPrecisions`, else where empirical Bayes starts. Default 10. */
  readonly precision?: number | readonly number[];
  readonly keepPrecisions?: boolean;
  readonly maxRounds?: number;
}

const smallestPrecision = 1e-2;
const largestPrecision = 1e6;

/** Cells of each grid as a term: numbers form a chain, categories and members stand alone; "other" and "missing" always do. */
export function termsOf(coded: CodedTable, priors: readonly (ShapePrior | null)[] | null): TermInput[] {
  return coded.grids.map((grid, a) => ({
    codes: coded.codes[a],
    size: grid.binCount + 2,
    ordered: grid.kind === 'numeric' ? grid.binCount : 0,
    prior: priors?.[a] ?? null,
  }));
}

/**
 * Penalised additive logistic model on bins: log-odds = intercept + Σ f_j[bin of attribute j]. Ordered bins are a random
 * walk, others independent; each term has one precision, set by the Fellner–Schall update (Wood and Fasiolo, Biometrics
 * 73, 2017), so that a term without signal shrinks to nothing. Newton rounds with step halving; within a round each term is
 * solved in turn from its histograms of gradient and Hessian.
 * @param labels 0 or 1 per account, as many as the codes.
 */
export function fitAdditive(
  data: { readonly terms: readonly TermInput[]; readonly labels: Uint8Array },
  options: AdditiveOptions = {},
): AdditiveFit {
  const state = startState(data, options);
  const maxRounds = options.maxRounds ?? 40;
  let loss = penalisedLoss(state);
  for (let round = 0; round < maxRounds; round++) {
    refreshDerivatives(state);
    const before = snapshot(state);
    sweep(state);
    sweep(state);
    let after = refreshLogOdds(state);
    for (let halvings = 0; after > loss + 1e-9 * Math.abs(loss) && halvings < 8; halvings++) {
      halfWayBack(state, before);
      after = refreshLogOdds(state);
    }
    const moved = options.keepPrecisions === true ? 0 : updatePrecisions(state);
    const gained = loss - after;
    loss = moved > 0 ? penalisedLoss(state) : after;
    if (gained < 1e-7 * Math.abs(loss) + 1e-9 && moved < 0.02) break;
  }
  return finish(state);
}

interface TermState {
  readonly input: TermInput;
  readonly penalty: ReturnType<typeof penaltyOf>;
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  precision: number;
}

interface State {
  readonly labels: Uint8Array;
  readonly weights: Float64Array | null;
  readonly terms: readonly TermState[];
  readonly logOdds: Float64Array;
  /** Per account: gradient w (y - p), curvature w p (1 - p), and the change of log-odds within the round. */
  readonly residual: Float64Array;
  readonly curvature: Float64Array;
  intercept: number;
  loss: number;
}

function startState(
  data: { readonly terms: readonly TermInput[]; readonly labels: Uint8Array },
  options: AdditiveOptions,
): State {
  const { labels } = data;
  const rowCount = labels.length;
  const weights = options.weights ?? null;
  const start = options.start ?? null;
  const terms = data.terms.map((input, j): TermState => {
    const counts = new Float64Array(input.size);
    for (let i = 0; i < rowCount; i++) counts[input.codes[i]] += weights === null ? 1 : weights[i];
    const from = start?.terms[j];
    return {
      input,
      penalty: penaltyOf(input),
      values: Float64Array.from(from?.values ?? input.prior?.mean ?? new Float64Array(input.size)),
      counts,
      gradient: new Float64Array(input.size),
      hessian: new Float64Array(input.size),
      precision: typeof options.precision === 'object' ? options.precision[j] : (options.precision ?? 10),
    };
  });
  const state: State = {
    labels,
    weights,
    terms,
    logOdds: new Float64Array(rowCount),
    residual: new Float64Array(rowCount),
    curvature: new Float64Array(rowCount),
    intercept: start?.intercept ?? baseLogOdds(labels, weights),
    loss: 0,
  };
  refreshLogOdds(state);
  return state;
}

/** Log-odds of the base rate, as if one account more had been seen that was half positive. */
function baseLogOdds(labels: Uint8Array, weights: Float64Array | null): number {
  let positives = 0.5;
  let all = 1;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights === null ? 1 : weights[i];
    positives += weight * labels[i];
    all += weight;
  }
  return Math.log(positives / (all - positives));
}

function refreshLogOdds(state: State): number {
  const { logOdds } = state;
  logOdds.fill(state.intercept);
  for (const { input, values } of state.terms) {
    const { codes } = input;
    for (let i = 0; i < logOdds.length; i++) logOdds[i] += values[codes[i]];
  }
  const { labels, weights } = state;
  let loss = 0;
  for (let i = 0; i < logOdds.length; i++) {
    const x = labels[i] === 1 ? -logOdds[i] : logOdds[i];
    const one = x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    loss += weights === null ? one : weights[i] * one;
  }
  state.loss = loss;
  return penalisedLoss(state);
}

function penalisedLoss(state: State): number {
  let loss = state.loss;
  for (const { input, penalty, values, precision } of state.terms) {
    loss += 0.5 * precision * roughnessOf(penalty, values, input.prior);
    const { prior } = input;
    if (prior !== null)
      values.forEach((v, k) => {
        loss += 0.5 * prior.precision[k] * (v - prior.mean[k]) ** 2;
      });
  }
  return loss;
}

function refreshDerivatives(state: State): void {
  const { labels, weights, logOdds, residual, curvature } = state;
  for (let i = 0; i < logOdds.length; i++) {
    const p = 1 / (1 + Math.exp(-logOdds[i]));
    const weight = weights === null ? 1 : weights[i];
    residual[i] = weight * (labels[i] - p);
    curvature[i] = weight * p * (1 - p);
  }
  for (const { input, hessian } of state.terms) {
    hessian.fill(0);
    const { codes } = input;
    for (let i = 0; i < curvature.length; i++) hessian[codes[i]] += curvature[i];
  }
}

/** Every term once, by Gauss–Seidel on the quadratic approximation of the round. */
function sweep(state: State): void {
  const { residual, curvature } = state;
  for (const term of state.terms) {
    const { codes } = term.input;
    const { gradient, hessian, values } = term;
    gradient.fill(0);
    for (let i = 0; i < residual.length; i++) gradient[codes[i]] += residual[i];
    const { step, interceptStep } = stepBlock(term, { ...term, prior: term.input.prior });
    state.intercept += interceptStep;
    let largest = 0;
    for (let k = 0; k < step.length; k++) {
      values[k] += step[k];
      step[k] += interceptStep;
      largest = Math.max(largest, Math.abs(step[k]) * Math.sqrt(hessian[k]));
    }
    if (largest < 1e-6) continue;
    for (let i = 0; i < residual.length; i++) residual[i] -= curvature[i] * step[codes[i]];
  }
}

function snapshot(state: State): { intercept: number; values: Float64Array[] } {
  return { intercept: state.intercept, values: state.terms.map(({ values }) => Float64Array.from(values)) };
}

function halfWayBack(state: State, before: { intercept: number; values: Float64Array[] }): void {
  state.intercept = (state.intercept + before.intercept) / 2;
  state.terms.forEach(({ values }, j) => {
    for (let k = 0; k < values.length; k++) values[k] = (values[k] + before.values[j][k]) / 2;
  });
}

/** @returns the largest change of a precision that matters, as a logarithm. */
function updatePrecisions(state: State): number {
  let moved = 0;
  for (const term of state.terms) {
    const { degrees, roughness } = posteriorOf(term, { ...term, prior: term.input.prior });
    const wanted = degrees / Math.max(roughness, 1e-9);
    const next = Math.max(smallestPrecision, Math.min(largestPrecision, wanted));
    if (degrees > 0.05) moved = Math.max(moved, Math.abs(Math.log(next / term.precision)));
    term.precision = next;
  }
  return moved;
}

function finish(state: State): AdditiveFit {
  refreshDerivatives(state);
  let { intercept } = state;
  const terms = state.terms.map((term): FittedTerm => {
    const { degrees, variance } = posteriorOf(term, { ...term, prior: term.input.prior });
    const all = term.counts.reduce((sum, count) => sum + count, 0);
    const mean = all > 0 ? term.values.reduce((sum, value, k) => sum + value * term.counts[k], 0) / all : 0;
    intercept += mean;
    const values = term.values.map((value) => value - mean);
    const { size, ordered, prior } = term.input;
    const counts = term.counts.map((count, k) => count + 4 * (prior?.precision[k] ?? 0));
    const hessian = term.hessian.map((value, k) => value + (prior?.precision[k] ?? 0));
    return { size, ordered, values, variance, counts, hessian, precision: term.precision, degrees };
  });
  return { intercept, terms, logOdds: state.logOdds };
}

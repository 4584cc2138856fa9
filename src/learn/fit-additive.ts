import type { AdditiveFit, AdditiveOptions, TermInput } from './additive-model.js';
import {
  type FitState,
  finishFit,
  pack,
  penalisedLoss,
  refreshGradients,
  refreshHessians,
  refreshLogOdds,
  refreshResiduals,
  startState,
  unpack,
} from './additive-state.js';
import { crossHessian, layOut } from './cross-hessian.js';
import type { CodedTable } from './grid.js';
import { solveJointStep } from './solve-joint-step.js';
import { sweepTerms } from './sweep-terms.js';
import { posteriorOf, type ShapePrior } from './term-block.js';

const smallestPrecision = 1e-2;
const largestPrecision = 1e6;
/** A round that gains less than this share of the loss is the last. */
const smallestGain = 1e-7;
/** With more cells than this the curvature of every pair of cells is not held. */
const mostJointCells = 2500;

/** Cells of each grid as a term: numbers form a chain, categories and members stand alone; "other" and "missing" always do. */
export function termsOf(coded: CodedTable, priors: readonly (ShapePrior | null)[] | null): TermInput[] {
  return coded.grids.map((grid, a) => ({
    codes: coded.codes[a],
    size: grid.binCount + 2,
    ordered: grid.kind === 'numeric' ? grid.binCount : 0,
    prior: priors?.[a] ?? null,
    ...(grid.kind === 'numeric' && grid.shape !== undefined ? { shape: grid.shape } : {}),
  }));
}

/**
 * Penalised additive logistic model on bins: log-odds = intercept + Σ f_j[bin of attribute j]. Ordered bins are a random
 * walk, others independent; each term has one precision, given or set by the Fellner–Schall update (Wood and Fasiolo,
 * Biometrics 73, 2017), so that a term without signal shrinks to nothing. Newton rounds with step halving; the step is joint
 * where the cells are few, else term by term.
 * @param data `labels` 0 or 1 per account, or what the family takes; as many as the codes.
 */
export function fitAdditive(
  data: { readonly terms: readonly TermInput[]; readonly labels: Uint8Array | Float64Array },
  options: AdditiveOptions = {},
): AdditiveFit {
  const state = startState(data, options);
  const maxRounds = options.maxRounds ?? 50;
  const isJoint = fitsJointly(data.terms);
  let curvature = options.curvature ?? null;
  let lastGain = Number.POSITIVE_INFINITY;
  let age = 0;
  for (let round = 0; round < maxRounds; round++) {
    refreshResiduals(state);
    const loss = penalisedLoss(state);
    const before = pack(state);
    let step: Float64Array;
    if (isJoint) {
      curvature ??= { hessian: crossHessian(data.terms, state.curvature), share: 1 };
      refreshGradients(state);
      step = solveJointStep(state, curvature);
    } else {
      refreshHessians(state);
      sweepTerms(state);
      sweepTerms(state);
      const swept = pack(state);
      step = swept.map((value, k) => value - before[k]);
    }
    const after = takeStep(state, { before, step, loss });
    const moved = options.keepPrecisions === true ? 0 : updatePrecisions(state);
    const gain = loss - after;
    const enough = smallestGain * Math.abs(loss) + 1e-9;
    if (gain < enough && moved < 0.03) break;
    // Curvature of an earlier round, or of other accounts, has served when a round gains little less than the one before.
    if (age++ >= 2 && gain > 0.3 * lastGain && gain > 100 * enough && moved < 0.03) {
      curvature = null;
      age = 0;
    }
    lastGain = gain;
  }
  refreshResiduals(state);
  refreshHessians(state);
  return finishFit(state);
}

/** Whether the curvature of every pair of cells is held. */
export function fitsJointly(terms: readonly TermInput[]): boolean {
  return layOut(terms).size <= mostJointCells;
}

/** Goes along the step as far as the penalised loss falls. */
function takeStep(state: FitState, at: { before: Float64Array; step: Float64Array; loss: number }): number {
  let after = Number.POSITIVE_INFINITY;
  for (let share = 1; share > 1e-3; share /= 2) {
    unpack(
      state,
      at.before.map((value, k) => value + share * at.step[k]),
    );
    after = refreshLogOdds(state);
    if (after <= at.loss + 1e-12 * Math.abs(at.loss)) return after;
  }
  unpack(state, at.before);
  return refreshLogOdds(state);
}

/** @returns the largest change of a precision that matters, as a logarithm. */
function updatePrecisions(state: FitState): number {
  refreshHessians(state);
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

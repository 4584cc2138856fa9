import { plainKernels } from '../kernels/plain-kernels.js';
import type { AdditiveFit, AdditiveOptions, TermInput } from './additive-model.js';
import {
  type FitState,
  finishFit,
  penalisedLoss,
  refreshGradients,
  refreshHessians,
  refreshLogOdds,
  refreshResiduals,
  startState,
} from './additive-state.js';
import { choosePrecisions } from './choose-precisions.js';
import { crossHessian, layOut } from './cross-hessian.js';
import type { CodedTable } from './grid.js';
import { isLastRound } from './is-last-round.js';
import { accountSystem, heldSystem, type JointSystem, solveJointStep } from './solve-joint-step.js';
import { sweepTerms } from './sweep-terms.js';
import { posteriorOf, type ShapePrior } from './term-block.js';

const smallestPrecision = 1e-2;
const largestPrecision = 1e6;
/** A round that gains more than this share of the loss has gone far. */
const longWay = 0.01;
/** One that gains less than this has led near enough to judge precisions. */
const nearlyThere = 0.003;
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
  const kernels = options.kernels ?? plainKernels();
  return kernels.scratch(() => fitInMemory(startState(data, { ...options, kernels }), options));
}

function fitInMemory(state: FitState, options: AdditiveOptions): AdditiveFit {
  const { kernels, values } = state;
  const { maxRounds = 50, smallestGain = 1e-8 } = options;
  const terms = state.terms.map(({ input }) => input);
  const isJoint = fitsJointly(terms);
  const known = options.curvature ?? null;
  const isHeld = isJoint && holdsCurvature(terms);
  let system: JointSystem | null = isHeld && known !== null ? heldSystem(state, known) : null;
  let lastGain: number | null = null;
  let age = 0;
  let isChosen = options.chooseOnce !== true;
  for (let round = 0; round < maxRounds; round++) {
    refreshResiduals(state);
    const loss = penalisedLoss(state);
    const before = Float64Array.from(values);
    let step: Float64Array;
    if (isJoint) {
      if (isHeld) system ??= heldSystem(state, { hessian: crossHessian(terms, state), share: 1 });
      else refreshHessians(state);
      refreshGradients(state);
      step = kernels.scratch(() => solveJointStep(state, system ?? accountSystem(state)));
    } else {
      refreshHessians(state);
      sweepTerms(state);
      sweepTerms(state);
      step = Float64Array.from(values, (value, k) => value - before[k]);
    }
    const after = takeStep(state, { before, step, loss });
    const moved = options.keepPrecisions === true ? 0 : updatePrecisions(state);
    const gain = loss - after;
    const enough = smallestGain * Math.abs(loss) + 1e-9;
    if (!isChosen && gain < nearlyThere * Math.abs(loss)) {
      refreshResiduals(state);
      refreshGradients(state);
      refreshHessians(state);
      choosePrecisions(state);
      isChosen = true;
      lastGain = null;
      continue;
    }
    if (moved < 0.03 && isLastRound({ gain, lastGain, enough })) break;
    // Curvature of an earlier round, or of other accounts, has served when the way was long or a round gains little less
    // than the one before.
    const isSlow = age++ >= 2 && gain > 0.3 * (lastGain ?? gain) && gain > 100 * enough && moved < 0.03;
    if (isSlow || gain > longWay * Math.abs(loss)) {
      system = null;
      age = 0;
    }
    lastGain = gain;
  }
  refreshResiduals(state);
  refreshHessians(state);
  return finishFit(state);
}

/**
 * Whether that is worth its memory: going over the accounts reads and writes here and there, which costs about three times
 * as much a number.
 */
export function holdsCurvature(terms: readonly TermInput[]): boolean {
  return layOut(terms).size ** 2 <= 3 * (terms[0]?.codes.length ?? 0) * terms.length;
}

/** Whether the curvature of every pair of cells may be held. */
export function fitsJointly(terms: readonly TermInput[]): boolean {
  return layOut(terms).size <= mostJointCells;
}

/** Goes along the step as far as the penalised loss falls. */
function takeStep(state: FitState, at: { before: Float64Array; step: Float64Array; loss: number }): number {
  const { values } = state;
  for (let share = 1; share > 1e-3; share /= 2) {
    for (let k = 0; k < values.length; k++) values[k] = at.before[k] + share * at.step[k];
    const after = refreshLogOdds(state);
    if (after <= at.loss + 1e-12 * Math.abs(at.loss)) return after;
  }
  values.set(at.before);
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

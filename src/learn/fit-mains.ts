import type { Kernels } from '../kernels/kernels.js';
import { plainKernels } from '../kernels/plain-kernels.js';
import type { AdditiveFit, AdditiveOptions, CrossHessian, TermInput } from './additive-model.js';
import { type Coarseness, type CoarseTerm, coarsenTerm } from './coarsen-term.js';
import { coarsenHessian, crossHessian } from './cross-hessian.js';
import type { Family } from './family.js';
import { fitAdditive, fitsJointly, holdsCurvature } from './fit-additive.js';
import { keepShapes } from './keep-shapes.js';
import { logisticFamily } from './logistic-family.js';
import { type JoinedCells, pairCells } from './pair-cells.js';
import type { ShapePrior } from './term-block.js';

/**
 * Precision of every shape where the first stage starts, each then weighing its own once: a prior standard deviation of 0.32 log-odds. Evidence is shared among
 * attributes that say the same, as by ridge regression, where a precision for each would let the luckiest take all: that
 * choice does not hold in time (bank data, last fifth: AUC .757 shared, .695 chosen).
 */
export const sharedPrecision = 10;

/** Chains in the first stage: few cells, of which every account can tell something. */
const fewCells: Coarseness = { cells: 12, spread: 2 };

/**
 * The same in more cells, that the mean of both depends less on where cells begin. Of few accounts smooth shapes are asked
 * for: a chain that moves freely is then mostly noise.
 */
function moreCells(accounts: number): Coarseness {
  return { cells: 24, spread: Math.max(0.5, Math.min(2, accounts / 10_000)) };
}

/** A deviation that used fewer degrees of freedom is none: in fits of a part of the accounts it is not tried again. */
const heldDegrees = 0.05;

/** Newton rounds over all accounts from a fit of a sample: the first does nearly all. */
const roundsOfMore = 2;

/** Of fits that others start from, or are compared by: what is left to gain tells no account from another. */
const enoughGain = 1e-6;

/** What is fitted: every term in detail, with its chain joined to few cells, and with fewer yet for pairs. */
export interface FullTerms {
  readonly fine: readonly TermInput[];
  readonly coarse: readonly CoarseTerm[];
  /** The chains in twice as many cells; null where no term has a chain. */
  readonly finer: readonly CoarseTerm[] | null;
  readonly joined: readonly JoinedCells[];
}

/** The additive part of the full model. */
export interface MainFit {
  /** After the first stage, on the coarse terms. */
  readonly shared: AdditiveFit;
  /** The same on the finer ones. */
  readonly finer: AdditiveFit | null;
  /** After both, on the fine terms; its precisions and degrees of freedom are of the deviations. */
  readonly final: AdditiveFit;
  /** After the first stage, of the coarse and the fine terms; null where the cells are too many. */
  readonly curvature: {
    readonly coarse: CrossHessian | null;
    readonly finer: CrossHessian | null;
    readonly fine: CrossHessian | null;
  };
}

export interface MainOptions {
  /** How outcomes follow from the log-odds. Default: yes or no. */
  readonly family?: Family;
  /** 0 leaves an account out; null: all count once. */
  readonly weights?: Float64Array | null;
  /** A fit of which these accounts are a `share`, to start from and whose precisions to keep if they are a part. */
  readonly like?: { readonly fit: MainFit; readonly share: number } | null;
  /** Default: plain ones. */
  readonly kernels?: Kernels;
}

export function fullTermsOf(fine: readonly TermInput[]): FullTerms {
  const hasChains = fine.some(({ ordered }) => ordered > 2);
  const most = moreCells(fine[0]?.codes.length ?? 0);
  return {
    fine,
    coarse: fine.map((term) => coarsenTerm(term, fewCells)),
    finer: hasChains ? fine.map((term) => coarsenTerm(term, most)) : null,
    joined: fine.map((term) => pairCells(term)),
  };
}

/**
 * The additive part in two stages. First every shape in few cells, and once more in twice as many, under one shared
 * precision; then what the data still insist on: deviations from the mean of both in all cells, each term's with a
 * precision set by empirical Bayes, so that nearly all of them vanish.
 */
export function fitMains(
  data: { readonly terms: FullTerms; readonly labels: Uint8Array | Float64Array },
  options: MainOptions = {},
): MainFit {
  const { weights = null, like = null, family = logisticFamily, kernels = plainKernels() } = options;
  const { fine, coarse } = data.terms;
  // Of more accounts than those of the fit to start from, the data insist on more; from there it is not far.
  const isPart = like !== null && like.share <= 1;
  const rounds = like === null || isPart ? {} : { maxRounds: roundsOfMore };
  const enough = { smallestGain: enoughGain };
  const fitShared = (terms: readonly CoarseTerm[], from: 'shared' | 'finer') => {
    const known = like?.fit.curvature[from === 'finer' ? from : 'coarse'] ?? null;
    return fitAdditive(
      { terms: terms.map(({ term }) => term), labels: data.labels },
      {
        family,
        weights,
        kernels,
        curvature: known === null ? null : { hessian: known, share: like?.share ?? 1 },
        start: like?.fit[from] ?? null,
        ...rounds,
        ...enough,
        precision: like?.fit[from]?.terms.map((term) => term.precision) ?? sharedPrecision,
        keepPrecisions: true,
        chooseOnce: like === null,
      },
    );
  };
  const shared = fitShared(coarse, 'shared');
  const finer = data.terms.finer === null ? null : fitShared(data.terms.finer, 'finer');
  const means = meansOf({ shared, finer }, data.terms);
  const terms = fine.map((term, j) => ({ ...term, prior: priorFrom(term, means[j]) }));
  const held = isPart ? like.fit.final.terms.map(({ degrees }) => degrees < heldDegrees) : null;
  const before = like?.fit.final ?? shared;
  const meansBefore = like === null ? null : meansOf(like.fit, data.terms);
  const start: AdditiveFit = {
    ...before,
    terms: before.terms.map((term, j) => {
      if (meansBefore === null || held?.[j] === true) return { ...term, values: means[j] };
      // What the earlier fit had beside its means is what this one is likely to have beside its own.
      return { ...term, values: means[j].map((mean, k) => mean + term.values[k] - meansBefore[j][k]) };
    }),
  };
  const fineCurvature =
    like === null ? curvatureAt(fine, { family, logOdds: shared.logOdds, kernels }) : like.fit.curvature.fine;
  const known = fineCurvature === null ? null : { hessian: fineCurvature, share: like?.share ?? 1 };
  const free = fitAdditive(
    { terms, labels: data.labels },
    {
      family,
      weights,
      kernels,
      curvature: known,
      start,
      held,
      ...rounds,
      ...(isPart ? enough : {}),
      precision: like === null ? sharedPrecision : start.terms.map((term) => term.precision),
      keepPrecisions: isPart,
    },
  );
  const final = fitBesideShapes({ terms, labels: data.labels }, { free, family, weights, kernels, curvature: known });
  const joinedTo = (to: readonly CoarseTerm[] | null) =>
    fineCurvature === null || to === null
      ? null
      : coarsenHessian(
          fineCurvature,
          to.map(({ cellOf }) => cellOf),
        );
  const curvature = like?.fit.curvature ?? {
    coarse: joinedTo(coarse),
    finer: joinedTo(data.terms.finer),
    fine: fineCurvature,
  };
  return { shared, finer, final, curvature };
}

/** Chains brought to the shapes that are wished of them, and the other terms fitted anew beside them. */
function fitBesideShapes(
  data: { readonly terms: readonly TermInput[]; readonly labels: Uint8Array | Float64Array },
  { free, ...options }: Pick<AdditiveOptions, 'family' | 'weights' | 'kernels' | 'curvature'> & { free: AdditiveFit },
): AdditiveFit {
  const start = keepShapes(free, data.terms);
  if (start === free) return free;
  const precision = free.terms.map((term) => term.precision);
  const held = data.terms.map(({ shape }) => shape !== undefined);
  return fitAdditive(data, { ...options, start, held, precision, keepPrecisions: true, maxRounds: roundsOfMore });
}

/** The mean of the first stage's shapes over the cells of each fine term. */
function meansOf({ shared, finer }: Pick<MainFit, 'shared' | 'finer'>, terms: FullTerms): Float64Array[] {
  return terms.fine.map((_, j) => {
    const shape = spreadOut(shared, { j, terms: terms.coarse });
    if (finer === null || terms.finer === null) return shape;
    const other = spreadOut(finer, { j, terms: terms.finer });
    return shape.map((value, k) => (value + other[k]) / 2);
  });
}

/** The shape of a coarse term over the fine cells. */
function spreadOut(fit: AdditiveFit, { j, terms }: { j: number; terms: readonly CoarseTerm[] }): Float64Array {
  const { values } = fit.terms[j];
  return Float64Array.from(terms[j].cellOf, (cell) => values[cell]);
}

/** The mean of the first stage as that of the second; what is believed keeps its weight. */
function priorFrom(term: TermInput, mean: Float64Array): ShapePrior {
  return { mean, precision: term.prior?.precision ?? new Float64Array(term.size) };
}

function curvatureAt(
  terms: readonly TermInput[],
  { family, logOdds, kernels }: { family: Family; logOdds: Float64Array; kernels: Kernels },
): CrossHessian | null {
  return fitsJointly(terms) && holdsCurvature(terms)
    ? crossHessian(terms, {
        curvature: logOdds.map(family.curvatureAt),
        kernels,
      })
    : null;
}

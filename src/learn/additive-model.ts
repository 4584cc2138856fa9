import type { Kernels } from '../kernels/kernels.js';
import type { Family } from './family.js';
import type { ShapePrior, TermStructure } from './term-block.js';

/** Accounts in the cells of one term, by code below `size`. */
export interface TermInput extends TermStructure {
  readonly codes: Uint8Array | Uint16Array;
  readonly prior: ShapePrior | null;
}

/** The shape of one term: log-odds by cell, against the mean account. */
export interface FittedTerm extends TermStructure {
  readonly values: Float64Array;
  /** Posterior variance of each cell against the mean account, the other terms held. */
  readonly variance: Float64Array;
  /** Weight of accounts, and sum of p(1 - p), in each cell; a prior counts as the accounts that it is worth. */
  readonly counts: Float64Array;
  readonly hessian: Float64Array;
  /** Precision (λ) of the penalty, and the effective degrees of freedom that it leaves. */
  readonly precision: number;
  readonly degrees: number;
}

/**
 * What two attributes say together beyond what each says by itself: a table of log-odds over joined cells, whose means along
 * both sides are zero. Code x of the one and y of the other fall into cell `cellOfA[x] * sizeB + cellOfB[y]`.
 */
export interface FittedPair {
  /** Positions of the attributes among the terms; a < b. */
  readonly a: number;
  readonly b: number;
  readonly cellOfA: Uint8Array;
  readonly cellOfB: Uint8Array;
  /** By code, 1 where accounts that were learnt from have it. */
  readonly isSeenA: Uint8Array;
  readonly isSeenB: Uint8Array;
  readonly sizeA: number;
  readonly sizeB: number;
  /** sizeA × sizeB each, the cells of a slowest; as in {@link FittedTerm}. A cell without accounts has the value 0. */
  readonly values: Float64Array;
  readonly variance: Float64Array;
  readonly counts: Float64Array;
  readonly hessian: Float64Array;
}

export interface AdditiveFit {
  readonly intercept: number;
  readonly terms: readonly FittedTerm[];
  /** Fitted log-odds of every account, those of weight 0 included. */
  readonly logOdds: Float64Array;
}

export interface AdditiveOptions {
  /** How outcomes follow from the log-odds. Default: yes or no. */
  readonly family?: Family;
  /** 0 leaves an account out; null: all count once. */
  readonly weights?: Float64Array | null;
  /** A fit of the same terms to start from; null: the prior means. */
  readonly start?: AdditiveFit | null;
  /** Precision of every term, or of each: kept if `keepPrecisions`, else where empirical Bayes starts. Default 10. */
  readonly precision?: number | readonly number[];
  readonly keepPrecisions?: boolean;
  /** Choose the kept precisions once, where the given ones have nearly led. */
  readonly chooseOnce?: boolean;
  /** Terms that stay where they start. */
  readonly held?: readonly boolean[] | null;
  /** Curvature of accounts of which these are `share`, for the first rounds; null: it is counted. */
  readonly curvature?: { readonly hessian: CrossHessian; readonly share: number } | null;
  readonly maxRounds?: number;
  /** A round after which less than this share of the loss is to be gained is the last. Default 1e-8. */
  readonly smallestGain?: number;
  /** Default: plain ones. */
  readonly kernels?: Kernels;
}

/** Curvature of the log-likelihood in all cells at once: intercept first, then the cells of each term. */
export interface CrossHessian {
  readonly size: number;
  /** Where the cells of each term start. */
  readonly offsets: readonly number[];
  /** Row-major, size × size, symmetric: only the half below the diagonal is filled. */
  readonly values: Float64Array;
}

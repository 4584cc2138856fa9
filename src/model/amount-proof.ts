import type { Interval } from './estimate.js';
import type { Split } from './proof.js';

/** One point of the cumulative value curve: the best-scored `share` of accounts hold `held` of all value. */
export interface ValuePoint {
  readonly share: number;
  readonly held: number;
}

/** A fifth of the held-out accounts by what was expected of them: sums of what was expected and of what came. */
export interface AmountFifth {
  readonly accounts: number;
  readonly expected: number;
  readonly came: Interval;
}

/** How expected amounts did on accounts that had no part in them. */
export interface AmountMeasures {
  /** Spearman's rank correlation of score and amount, −1 to 1. */
  readonly rank: Interval;
  /** Share of all value that the best-scored fifth of accounts holds; .2 is chance. */
  readonly shareTopFifth: Interval;
  /** Mean absolute error, in the unit of the amounts. */
  readonly meanError: number;
  /** Mean Tweedie deviance (power 1.5), that of the mean alone being 1. */
  readonly deviance: number;
}

export interface AmountProof extends AmountMeasures {
  readonly split: Split;
  /** Held-out accounts, those of them that came to anything, and what all came to. */
  readonly accounts: number;
  readonly positives: number;
  readonly total: number;
  /** What came over what was expected, all together. */
  readonly ratio: Interval;
  /** Twice the area between the value curve and the diagonal. */
  readonly gini: Interval;
  readonly curve: readonly ValuePoint[];
  /** The best fifth first. */
  readonly fifths: readonly AmountFifth[];
}

export interface AmountBaseline extends AmountMeasures {
  readonly name: string;
}

/** What a profile of amounts was learnt from, and its proof. */
export interface AmountFindings {
  /** Sum and mean of the amounts that were learnt from. */
  readonly total: number;
  readonly mean: number;
  /** Shapes were learnt as if no amount were above this; so many were. */
  readonly cap: number;
  readonly capped: number;
  /** What going after one account costs, where that was told. */
  readonly cost?: number;
  readonly proof: AmountProof | null;
  readonly baselines: readonly AmountBaseline[];
}

import type { Interval } from './estimate.js';

/**
 * publishable: ranks and probabilities hold; ranked: the order holds, probabilities are not claimed;
 * description: describes the accounts, claims no lift; refused: the data cannot carry a profile.
 */
export const verdicts = ['publishable', 'ranked', 'description', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** How the judged accounts were kept out of learning. `folds`: each account was held out once; `new`: outcomes that came after learning. */
export const splitMethods = ['time', 'order', 'hash', 'folds', 'new'] as const;
export type SplitMethod = (typeof splitMethods)[number];

export interface Split {
  readonly method: SplitMethod;
  /** Share of the accounts that was held out (of each fold, for `folds`). */
  readonly heldOutShare: number;
  /** One sentence for people. */
  readonly description: string;
}

/** One point of the gains curve: contacting the best `share` of accounts finds `captured` of all positives. */
export interface GainsPoint {
  readonly share: number;
  readonly captured: number;
}

/** One bin of the calibration curve. */
export interface CalibrationBin {
  readonly accounts: number;
  readonly predicted: number;
  readonly observed: Interval;
}

/** Lift of the best-scored `share` of accounts; share · lift of all positives are among them. */
export interface LiftPoint {
  readonly share: number;
  readonly lift: Interval;
}

/** The Brier score is miscalibration − discrimination + uncertainty. */
export interface BrierParts {
  readonly miscalibration: number;
  readonly discrimination: number;
  readonly uncertainty: number;
}

/** What acting from a chance of `threshold` on is worth, in wins for each account judged. */
export interface DecisionPoint {
  readonly threshold: number;
  /** Share of the accounts that are acted upon. */
  readonly share: number;
  readonly net: Interval;
  /** The same where all are acted upon; on none it is 0. */
  readonly all: number;
  /** What the scores add to the better of acting on all and on none. */
  readonly ahead: Interval;
}

/** One of the periods into which later accounts fall, the first the nearest to those learnt from. */
export interface ForwardPeriod {
  /** When it begins: a date, or its first account where only the order is known. */
  readonly from: string;
  readonly accounts: number;
  readonly positives: number;
  readonly auc: Interval;
  /** Mean probability given, and the rate that came. */
  readonly predicted: number;
  readonly observed: Interval;
  /** The rate is within chance of what was predicted, or nearer than matters. */
  readonly holds: boolean;
}

/** More of the same proof: measures of every kind with their intervals. */
export interface ProofDetails {
  readonly averagePrecision: Interval;
  readonly logLoss: Interval;
  readonly brier: Interval;
  readonly brierParts: BrierParts;
  /** Mean probability less the rate that came. */
  readonly bias: Interval;
  readonly lifts: readonly LiftPoint[];
  /** Empty where no threshold leaves enough accounts on both sides. */
  readonly decision: readonly DecisionPoint[];
  /** Of later accounts, period by period; absent where time is not known. */
  readonly periods?: readonly ForwardPeriod[];
}

/** By how much the scorecard does better than a baseline on the same accounts; below 0 it does worse. */
export interface Ahead {
  readonly auc: Interval;
  readonly averagePrecision: Interval;
  readonly liftTopFifth: Interval;
  readonly logLoss: Interval;
  readonly brier: Interval;
}

/** What the scorecard did on accounts that it had not seen. */
export interface Proof {
  readonly split: Split;
  /** Held-out accounts that were judged, and how many of them had the outcome. */
  readonly accounts: number;
  readonly positives: number;
  readonly baseRate: number;
  readonly auc: Interval;
  /** Rate in the best-scored fifth over the base rate. */
  readonly liftTopFifth: Interval;
  readonly logLoss: number;
  readonly brier: number;
  /** Expected calibration error over ten bins of equal count, and what a perfectly calibrated score would show at this size. */
  readonly calibrationError: number;
  readonly calibrationNoise: number;
  readonly gains: readonly GainsPoint[];
  readonly calibration: readonly CalibrationBin[];
  /** Absent in documents that were written without it. */
  readonly details?: ProofDetails;
}

export interface Baseline {
  readonly name: string;
  readonly auc: Interval;
  readonly liftTopFifth: Interval;
  readonly logLoss: number;
  /** Absent in documents that were written without it. */
  readonly ahead?: Ahead;
}

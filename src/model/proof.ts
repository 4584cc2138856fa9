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
}

export interface Baseline {
  readonly name: string;
  readonly auc: Interval;
  readonly liftTopFifth: Interval;
  readonly logLoss: number;
}

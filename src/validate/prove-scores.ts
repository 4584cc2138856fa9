import type { Proof, ProofDetails, Split } from '../model/proof.js';
import { aucInterval } from '../stats/auc-interval.js';
import { brierParts } from '../stats/brier-parts.js';
import { brierScore } from '../stats/brier-score.js';
import { calibrationCurve } from '../stats/calibration-curve.js';
import { calibrationError } from '../stats/calibration-error.js';
import { calibrationNoise } from '../stats/calibration-noise.js';
import { decisionCurve } from '../stats/decision-curve.js';
import { gainsCurve } from '../stats/gains-curve.js';
import { influenceInterval } from '../stats/influence.js';
import { liftTopShare } from '../stats/lift-top-share.js';
import { logLoss } from '../stats/log-loss.js';
import { meanInfluence } from '../stats/mean-influence.js';
import { designEffectOf } from './design-effect.js';
import { provePeriods } from './prove-periods.js';
import { scoreInfluences } from './score-influences.js';

export interface HeldScores {
  readonly points: Float64Array | Int32Array;
  readonly probabilities: Float64Array;
  readonly labels: Uint8Array;
  readonly split: Split;
  /** When each was decided, or its place in time; absent or null where that is not known. */
  readonly moments?: ArrayLike<number> | null;
}

/** Shares of accounts at which lift is told: tenths, of which every second is a fifth. */
const shares = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * Measures scores on accounts that were not learnt from. Give only those: nothing is left out here.
 * Order is judged by `points`, belief by `probabilities`; the order of rows never matters. Intervals
 * allow for folds ({@link designEffectOf}).
 * @param held `points` any unit, higher is better; `probabilities` 0–1; `labels` 1 for a positive, 0 for a negative.
 */
export function proveScores(held: HeldScores): Proof {
  const { points, probabilities, labels, split } = held;
  const positives = labels.reduce((sum, label) => sum + (label > 0 ? 1 : 0), 0);
  const designEffect = designEffectOf(split);
  return {
    split,
    accounts: labels.length,
    positives,
    baseRate: positives / labels.length,
    auc: aucInterval(points, labels, { designEffect }),
    liftTopFifth: liftTopShare(points, labels, { share: 0.2, designEffect }),
    logLoss: logLoss(probabilities, labels),
    brier: brierScore(probabilities, labels),
    calibrationError: calibrationError(probabilities, labels),
    calibrationNoise: calibrationNoise(probabilities),
    gains: gainsCurve(points, labels),
    calibration: calibrationCurve(probabilities, labels),
    ...(positives > 0 && positives < labels.length ? { details: detail(held, positives) } : {}),
  };
}

function detail(held: HeldScores, positives: number): ProofDetails {
  const { points, probabilities, labels, split, moments } = held;
  const designEffect = designEffectOf(split);
  const influences = scoreInfluences(held);
  const ofAll = { designEffect, df: labels.length - 1 };
  const ofOrder = { designEffect, df: Math.min(positives, labels.length - positives) - 1, scale: 'logit' } as const;
  const misses = probabilities.map((p, row) => p - labels[row]);
  const periods = moments ? provePeriods({ ...held, moments, unit: split.method === 'order' ? 'order' : 'time' }) : [];
  return {
    averagePrecision: influenceInterval(influences.averagePrecision, ofOrder),
    logLoss: influenceInterval(influences.logLoss, ofAll),
    brier: influenceInterval(influences.brier, ofAll),
    brierParts: brierParts(probabilities, labels),
    bias: influenceInterval(meanInfluence(misses), ofAll),
    lifts: shares.map((share) => ({ share, lift: liftTopShare(points, labels, { share, designEffect }) })),
    decision: decisionCurve(probabilities, labels, { designEffect }),
    ...(periods.length === 0 ? {} : { periods }),
  };
}

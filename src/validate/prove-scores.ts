import type { Proof, Split } from '../model/proof.js';
import { aucInterval } from '../stats/auc-interval.js';
import { brierScore } from '../stats/brier-score.js';
import { calibrationCurve } from '../stats/calibration-curve.js';
import { calibrationError } from '../stats/calibration-error.js';
import { calibrationNoise } from '../stats/calibration-noise.js';
import { gainsCurve } from '../stats/gains-curve.js';
import { liftTopShare } from '../stats/lift-top-share.js';
import { logLoss } from '../stats/log-loss.js';
import { designEffectOf } from './design-effect.js';

/**
 * Measures scores on accounts that were not learnt from. Give only those: nothing is left out here.
 * Order is judged by `points`, belief by `probabilities`; the order of rows never matters. Intervals
 * allow for folds ({@link designEffectOf}).
 * @param held `points` any unit, higher is better; `probabilities` 0–1; `labels` 1 for a positive, 0 for a negative.
 */
export function proveScores(held: {
  readonly points: Float64Array | Int32Array;
  readonly probabilities: Float64Array;
  readonly labels: Uint8Array;
  readonly split: Split;
}): Proof {
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
  };
}

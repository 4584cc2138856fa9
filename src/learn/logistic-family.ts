import type { Family } from './family.js';
import { logisticLoss } from './logistic-loss.js';

/** Yes or no: the predictor is the log-odds, the loss that of Bernoulli outcomes. */
export const logisticFamily: Family = {
  /** Log-odds of the base rate, as if one account more had been seen that was half positive. */
  startAt({ labels, weights }) {
    let positives = 0.5;
    let all = 1;
    for (let i = 0; i < labels.length; i++) {
      const weight = weights === null ? 1 : weights[i];
      positives += weight * labels[i];
      all += weight;
    }
    return Math.log(positives / (all - positives));
  },

  lossOf: logisticLoss,

  /** Gradient w (y - p) and curvature w p (1 - p). */
  differentiate({ labels, weights, predictor }, { residual, curvature }) {
    for (let i = 0; i < predictor.length; i++) {
      const p = 1 / (1 + Math.exp(-predictor[i]));
      const weight = weights === null ? 1 : weights[i];
      residual[i] = weight * (labels[i] - p);
      curvature[i] = weight * p * (1 - p);
    }
  },

  curvatureAt: (predictor) => 1 / (2 + Math.exp(predictor) + Math.exp(-predictor)),
};

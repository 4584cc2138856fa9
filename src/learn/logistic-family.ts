import type { Family } from './family.js';

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

  lossOf({ labels, weights, predictor }) {
    let loss = 0;
    for (let i = 0; i < predictor.length; i++) {
      const x = labels[i] === 1 ? -predictor[i] : predictor[i];
      const one = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      loss += weights === null ? one : weights[i] * one;
    }
    return loss;
  },

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

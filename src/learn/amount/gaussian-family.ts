import type { Family } from '../family.js';

/** Any number, with errors of one variance: least squares. */
export function gaussianFamily(variance: number): Family {
  return {
    startAt({ labels, weights }) {
      let [sum, all] = [0, 0];
      for (let i = 0; i < labels.length; i++) {
        const weight = weights === null ? 1 : weights[i];
        sum += weight * labels[i];
        all += weight;
      }
      return sum / all;
    },
    lossOf({ labels, weights, predictor }) {
      let loss = 0;
      for (let i = 0; i < predictor.length; i++)
        loss += (weights === null ? 1 : weights[i]) * (labels[i] - predictor[i]) ** 2;
      return loss / (2 * variance);
    },
    differentiate({ labels, weights, predictor }, { residual, curvature }) {
      for (let i = 0; i < predictor.length; i++) {
        const weight = (weights === null ? 1 : weights[i]) / variance;
        residual[i] = weight * (labels[i] - predictor[i]);
        curvature[i] = weight;
      }
    },
    curvatureAt: () => 1 / variance,
  };
}

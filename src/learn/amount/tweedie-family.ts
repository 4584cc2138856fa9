import type { Family } from '../family.js';

/** Between Poisson (1) and Gamma (2): an amount that is zero for many and heavy-tailed for the rest. */
export const tweediePower = 1.5;

/**
 * Amounts ≥ 0 with a logarithmic link: log E[amount] = predictor, Var = φ E^1.5 (B. Jørgensen, The Theory of Dispersion Models,
 * 1997). Quasi-likelihood: only mean and variance are believed. The loss is half the deviance over φ, up to a constant,
 * so that precisions mean the same whatever the unit of the amounts.
 * @param dispersion φ, of amounts in the unit in which they are given.
 */
export function tweedieFamily(dispersion: number): Family {
  const scale = 1 / dispersion;
  return {
    startAt({ labels, weights }) {
      let [sum, all] = [0, 0];
      for (let i = 0; i < labels.length; i++) {
        const weight = weights === null ? 1 : weights[i];
        sum += weight * labels[i];
        all += weight;
      }
      return Math.log(sum / all);
    },

    lossOf({ labels, weights, predictor }) {
      let loss = 0;
      for (let i = 0; i < predictor.length; i++) {
        const root = Math.exp(0.5 * predictor[i]);
        const one = labels[i] / root + root;
        loss += weights === null ? one : weights[i] * one;
      }
      return 2 * scale * loss;
    },

    differentiate({ labels, weights, predictor }, { residual, curvature }) {
      for (let i = 0; i < predictor.length; i++) {
        const root = Math.exp(0.5 * predictor[i]);
        const share = labels[i] / root;
        const weight = weights === null ? scale : scale * weights[i];
        residual[i] = weight * (share - root);
        curvature[i] = 0.5 * weight * (share + root);
      }
    },

    curvatureAt: (predictor) => scale * Math.exp(0.5 * predictor),
  };
}

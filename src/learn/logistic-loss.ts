import type { Predicted } from './family.js';

/** Accounts whose factors are multiplied before a logarithm is taken: each is below 2. */
const factors = 64;

/**
 * Weighted sum of the log-loss in nats. Logarithms are slow: those of many accounts are taken as that of a product.
 * @param of `labels` 0 or 1; `predictor` their log-odds.
 */
export function logisticLoss({ labels, weights, predictor }: Predicted): number {
  let loss = 0;
  for (let from = 0; from < predictor.length; from += factors) {
    const to = Math.min(predictor.length, from + factors);
    let product = 1;
    for (let i = from; i < to; i++) {
      const weight = weights === null ? 1 : weights[i];
      if (weight === 0) continue;
      const x = labels[i] === 1 ? -predictor[i] : predictor[i];
      const small = Math.exp(-Math.abs(x));
      loss += weight * Math.max(x, 0);
      if (weight === 1) product *= 1 + small;
      else loss += weight * Math.log1p(small);
    }
    loss += Math.log(product);
  }
  return loss;
}

/** Probabilities are held this far from 0 and 1: one wrong certainty must not make the mean infinite. */
const margin = 1e-15;

/**
 * Mean negative log-likelihood in nats; 0 is perfect, ln 2 what a constant ½ gets. NaN without accounts.
 * @param probabilities 0–1. @param labels 1 for a positive, 0 for a negative.
 */
export function logLoss(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    const p = Math.min(Math.max(probabilities[row], margin), 1 - margin);
    sum -= labels[row] > 0 ? Math.log(p) : Math.log1p(-p);
  }
  return sum / labels.length;
}

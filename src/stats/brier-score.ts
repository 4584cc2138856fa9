/**
 * Mean squared distance of probability and outcome; 0 is perfect, ¼ what a constant ½ gets. NaN without accounts.
 * Source: G. W. Brier, Monthly Weather Review 78 (1950) 1–3 (the form for two classes, counted once).
 */
export function brierScore(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) sum += (probabilities[row] - (labels[row] > 0 ? 1 : 0)) ** 2;
  return sum / labels.length;
}

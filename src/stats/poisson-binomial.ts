import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Up to so many the chances are added up exactly. */
const mostExact = 2000;

/**
 * The chance of at most `count` positives among accounts of different probabilities; exact up to 2,000 accounts, then normal with
 * continuity correction.
 */
export function poissonBinomialAtMost(count: number, probabilities: ArrayLike<number>): number {
  const total = probabilities.length;
  if (count >= total) return 1;
  if (total > mostExact) {
    let [mean, variance] = [0, 0];
    for (let i = 0; i < total; i++) {
      mean += probabilities[i];
      variance += probabilities[i] * (1 - probabilities[i]);
    }
    return normalCdf((count + 0.5 - mean) / Math.sqrt(variance), 0, 1);
  }
  const chance = new Float64Array(total + 1);
  chance[0] = 1;
  for (let i = 0; i < total; i++) {
    const p = probabilities[i];
    for (let k = i + 1; k > 0; k--) chance[k] = chance[k] * (1 - p) + chance[k - 1] * p;
    chance[0] *= 1 - p;
  }
  let sum = 0;
  for (let k = 0; k <= count; k++) sum += chance[k];
  return Math.min(1, sum);
}

import { binProbabilities } from './probability-bins.js';

/**
 * Expected calibration error: over ten bins of equal count, the mean distance (weighted by accounts) between the mean
 * probability and the rate that came. Never zero on finite data: read it beside {@link calibrationNoise}. NaN without accounts.
 * Source: M. P. Naeini et al., AAAI 2015, with equal-count bins (K. Nguyen and B. O'Connor, EMNLP 2015).
 */
export function calibrationError(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  const off = binProbabilities(probabilities, labels).map(({ expected, positives }) => Math.abs(expected - positives));
  return labels.length === 0 ? Number.NaN : off.reduce((sum, value) => sum + value, 0) / labels.length;
}

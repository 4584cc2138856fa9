import gammaln from '@stdlib/math-base-special-gammaln';
import { binProbabilities } from './probability-bins.js';

/**
 * The calibration error that these probabilities would show on average if they were perfectly right: the floor that
 * {@link calibrationError} has at this size. NaN without accounts.
 * A bin's positives are then a sum of independent draws; its mean absolute deviation is that of a binomial at the mean
 * probability (de Moivre's closed form, exact when the bin's probabilities are equal), scaled to the true variance.
 * Source: P. Diaconis and S. Zabell, Statistical Science 6 (1991) 284–302, eq. 1.1.
 */
export function calibrationNoise(probabilities: ArrayLike<number>): number {
  const none = new Uint8Array(probabilities.length);
  const deviations = binProbabilities(probabilities, none).map(({ accounts, expected, variance }) => {
    const p = expected / accounts;
    const binomialVariance = expected * (1 - p);
    if (!(binomialVariance > 0)) return 0;
    return binomialDeviation(accounts, p) * Math.sqrt(variance / binomialVariance);
  });
  return none.length === 0 ? Number.NaN : deviations.reduce((sum, value) => sum + value, 0) / none.length;
}

/** E|X − np| for X ~ Binomial(n, p), 0 < p < 1: 2ν C(n, ν) p^ν (1 − p)^(n − ν + 1) with ν = ⌊np⌋ + 1. */
function binomialDeviation(n: number, p: number): number {
  const v = Math.min(Math.floor(n * p) + 1, n);
  const choose = gammaln(n + 1) - gammaln(v + 1) - gammaln(n - v + 1);
  return 2 * v * Math.exp(choose + v * Math.log(p) + (n - v + 1) * Math.log1p(-p));
}

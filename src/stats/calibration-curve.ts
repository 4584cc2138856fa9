import type { CalibrationBin } from '../model/proof.js';
import { binProbabilities } from './probability-bins.js';
import { wilsonInterval } from './wilson-interval.js';

/** Predicted against observed over ten bins of equal count (fewer where probabilities are tied), ascending. */
export function calibrationCurve(probabilities: ArrayLike<number>, labels: ArrayLike<number>): CalibrationBin[] {
  return binProbabilities(probabilities, labels).map(({ accounts, positives, expected }) => ({
    accounts,
    predicted: expected / accounts,
    observed: wilsonInterval(positives, accounts),
  }));
}

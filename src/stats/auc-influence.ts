import { aucOfTally } from './auc.js';
import type { Influence } from './influence.js';
import type { RankedRows } from './rank-rows.js';

/**
 * AUC with its influence values: DeLong's placements, centred and weighted by class, so that their squares sum to DeLong's
 * variance exactly and the difference of two scores has DeLong's covariance.
 * Source: E. R. DeLong et al., Biometrics 44 (1988) 837–845.
 */
export function aucInfluence({ tally, place, labels }: RankedRows): Influence {
  const { totalAccounts, totalPositives, scores, accounts, positives } = tally;
  const totalNegatives = totalAccounts - totalPositives;
  const estimate = aucOfTally(tally);
  const ofPositive = new Float64Array(scores.length);
  const ofNegative = new Float64Array(scores.length);
  let [positivesBelow, negativesBelow] = [0, 0];
  for (let i = 0; i < scores.length; i++) {
    const misses = accounts[i] - positives[i];
    ofPositive[i] = weigh((negativesBelow + misses / 2) / totalNegatives - estimate, totalPositives);
    ofNegative[i] = weigh(
      (totalPositives - positivesBelow - positives[i] / 2) / totalPositives - estimate,
      totalNegatives,
    );
    positivesBelow += positives[i];
    negativesBelow += misses;
  }
  /** n / m for the share of the class, √(m / (m − 1)) for the mean that was estimated from it. */
  function weigh(centred: number, count: number): number {
    return (centred * totalAccounts) / Math.sqrt(count * Math.max(count - 1, 1e-9));
  }
  const values = new Float64Array(place.length);
  for (let row = 0; row < values.length; row++)
    values[row] = labels[row] > 0 ? ofPositive[place[row]] : ofNegative[place[row]];
  return { estimate, values };
}

import { tallyScores } from './score-tally.js';

/**
 * Average precision: the mean, over positives, of the share of positives among all that score at least as high.
 * Tied scores enter together, so the order of rows does not matter. NaN without positives.
 * Source: definition of scikit-learn's average_precision_score (no interpolation).
 */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const tally = tallyScores(scores, labels);
  let [accounts, positives, sum] = [0, 0, 0];
  for (let i = tally.scores.length - 1; i >= 0; i--) {
    accounts += tally.accounts[i];
    positives += tally.positives[i];
    sum += tally.positives[i] * (positives / accounts);
  }
  return sum / tally.totalPositives;
}

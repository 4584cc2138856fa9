import { type ScoreTally, tallyScores } from './score-tally.js';

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counting half. O(n log n).
 * NaN when one class is empty.
 * @param scores any numbers, higher is better. @param labels 1 for a positive, 0 for a negative.
 */
export function auc(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  return aucOfTally(tallyScores(scores, labels));
}

/** {@link auc} of accounts that are counted already. Sums of half units: exact up to 2^52 pairs. */
export function aucOfTally(tally: ScoreTally): number {
  const negatives = tally.totalAccounts - tally.totalPositives;
  let [below, pairs] = [0, 0];
  for (let i = 0; i < tally.scores.length; i++) {
    const here = tally.accounts[i] - tally.positives[i];
    pairs += tally.positives[i] * (below + here / 2);
    below += here;
  }
  return pairs / (tally.totalPositives * negatives);
}

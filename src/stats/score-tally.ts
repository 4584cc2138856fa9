/** Accounts counted by distinct score, ascending: what every rank statistic needs, without the order of the rows. */
export interface ScoreTally {
  readonly scores: Float64Array;
  /** Accounts with `scores[i]`, and how many of them are positives. */
  readonly accounts: Float64Array;
  readonly positives: Float64Array;
  readonly totalAccounts: number;
  readonly totalPositives: number;
}

/**
 * @param scores one finite or infinite number an account; any unit.
 * @param labels 1 for a positive, 0 for a negative, in the same order.
 * @throws RangeError when a score is not a number or the lengths differ.
 */
export function tallyScores(scores: ArrayLike<number>, labels: ArrayLike<number>): ScoreTally {
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores, but ${labels.length} labels.`);
  // Sorting each class as plain numbers is several times faster than sorting row numbers through a comparator.
  const positives = sortedClass(scores, labels, true);
  const negatives = sortedClass(scores, labels, false);
  const distinct = new Float64Array(scores.length);
  const accounts = new Float64Array(scores.length);
  const hits = new Float64Array(scores.length);
  let [size, i, j] = [0, 0, 0];
  while (i < positives.length || j < negatives.length) {
    const score = j >= negatives.length || positives[i] < negatives[j] ? positives[i] : negatives[j];
    const [fromPositive, fromNegative] = [i, j];
    while (i < positives.length && positives[i] === score) i++;
    while (j < negatives.length && negatives[j] === score) j++;
    distinct[size] = score;
    hits[size] = i - fromPositive;
    accounts[size++] = i - fromPositive + j - fromNegative;
  }
  return {
    scores: distinct.slice(0, size),
    accounts: accounts.slice(0, size),
    positives: hits.slice(0, size),
    totalAccounts: scores.length,
    totalPositives: positives.length,
  };
}

function sortedClass(scores: ArrayLike<number>, labels: ArrayLike<number>, positive: boolean): Float64Array {
  const found = new Float64Array(scores.length);
  let size = 0;
  for (let row = 0; row < scores.length; row++) if (labels[row] > 0 === positive) found[size++] = scores[row];
  const sorted = found.subarray(0, size).sort();
  if (size > 0 && Number.isNaN(sorted[size - 1])) throw new RangeError('A score is not a number.');
  return sorted;
}

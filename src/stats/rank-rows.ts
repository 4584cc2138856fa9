import { type ScoreTally, tallyScores } from './score-tally.js';

/** Accounts counted by score, and where each row stands among the scores. */
export interface RankedRows {
  readonly tally: ScoreTally;
  /** `tally.scores[place[row]]` is the score of the row. */
  readonly place: Int32Array;
  readonly labels: ArrayLike<number>;
}

/** @param scores finite or infinite. @param labels 1 for a positive, 0 for a negative. */
export function rankRows(scores: ArrayLike<number>, labels: ArrayLike<number>): RankedRows {
  const tally = tallyScores(scores, labels);
  const place = new Int32Array(scores.length);
  for (let row = 0; row < place.length; row++) place[row] = placeOf(tally.scores, scores[row]);
  return { tally, place, labels };
}

function placeOf(sorted: Float64Array, score: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../model/estimate.js';

/** AUC of the first score minus AUC of the second, on the same accounts; `p` is two-sided. */
export interface AucDifference extends Interval {
  readonly p: number;
}

/**
 * DeLong's test for two scores of the same accounts. Scores that order the accounts alike differ by 0 with p = 1.
 * `{ NaN, -1, 1, p: 1 }` when a class has fewer than two accounts.
 * Source: E. R. DeLong et al., Biometrics 44 (1988) 837–845; X. Sun and W. Xu, IEEE Signal Processing Letters 21 (2014) 1389–1393.
 */
export function aucDifference(
  scores: readonly [ArrayLike<number>, ArrayLike<number>],
  labels: ArrayLike<number>,
): AucDifference {
  const [first, second] = scores.map((score) => placements(score, labels));
  const classes = [difference(first.positives, second.positives), difference(first.negatives, second.negatives)];
  if (classes.some(({ length }) => length < 2)) return { estimate: Number.NaN, lower: -1, upper: 1, p: 1 };
  const estimate = mean(classes[0]);
  const error = Math.sqrt(classes.reduce((sum, values) => sum + variance(values) / values.length, 0));
  const half = normalQuantile(0.975, 0, 1) * error;
  return {
    estimate,
    lower: Math.max(estimate - half, -1),
    upper: Math.min(estimate + half, 1),
    p: error > 0 ? 2 * normalCdf(-Math.abs(estimate) / error, 0, 1) : estimate === 0 ? 1 : 0,
  };
}

interface Placements {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}

/** For each account the share of the other class that it is ordered rightly against, in the order of the rows. */
function placements(scores: ArrayLike<number>, labels: ArrayLike<number>): Placements {
  const rows = Array.from(labels, (_, row) => row);
  const positives = Float64Array.from(
    rows.filter((row) => labels[row] > 0),
    (row) => scores[row],
  );
  const negatives = Float64Array.from(
    rows.filter((row) => !(labels[row] > 0)),
    (row) => scores[row],
  );
  const sortedPositives = positives.slice().sort();
  const sortedNegatives = negatives.slice().sort();
  return {
    positives: positives.map((score) => shareBelow(sortedNegatives, score)),
    negatives: negatives.map((score) => 1 - shareBelow(sortedPositives, score)),
  };
}

/** Share of ascending values below x, those equal to it counting half. */
function shareBelow(sorted: Float64Array, x: number): number {
  return (countWhile(sorted, (value) => value < x) + countWhile(sorted, (value) => value <= x)) / (2 * sorted.length);
}

function countWhile(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: Float64Array): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

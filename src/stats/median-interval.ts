import type { Interval } from '../model/estimate.js';
import { binomialTail } from './binomial-tail.js';

/**
 * The median with the interval between two of the values that holds it in at least 95 of 100 samples, whatever the spread.
 * Source: W. J. Conover, Practical Nonparametric Statistics (1999) 3.2. Fewer than six values leave it open.
 */
export function medianInterval(values: ArrayLike<number>): Interval {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  if (count === 0) return { estimate: Number.NaN, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  const estimate = (sorted[Math.floor((count - 1) / 2)] + sorted[Math.floor(count / 2)]) / 2;
  let [low, high] = [-1, Math.floor(count / 2)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (binomialTail(middle, { total: count, rate: 0.5 }).atMost <= 0.025) low = middle;
    else high = middle;
  }
  if (low < 0) return { estimate, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  return { estimate, lower: sorted[low], upper: sorted[count - 1 - low] };
}

import type { Interval } from '../model/estimate.js';
import { midRanks } from './mid-ranks.js';

/**
 * Spearman's rank correlation, ties sharing their mean rank, with a 95 % interval from the influence of each pair on
 * Pearson's correlation of the ranks. All scores, or all amounts, equal: 0, with nothing excluded.
 * Source: C. Spearman, American Journal of Psychology 15 (1904); M. Kendall and J. Gibbons, Rank Correlation Methods (1990).
 * @param options `designEffect`: variance over that of independent judgements.
 */
export function rankCorrelation(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { designEffect = 1 }: { readonly designEffect?: number } = {},
): Interval {
  const [x, y] = [standardise(midRanks(a)), standardise(midRanks(b))];
  const n = a.length;
  if (x === null || y === null || n < 3) return { estimate: 0, lower: -1, upper: 1 };
  const estimate = x.reduce((sum, value, i) => sum + value * y[i], 0) / n;
  const square = x.reduce((sum, value, i) => {
    return sum + (value * y[i] - (estimate * (value * value + y[i] * y[i])) / 2) ** 2;
  }, 0);
  const half = (1.959964 * Math.sqrt(designEffect * square)) / n;
  return { estimate, lower: Math.max(-1, estimate - half), upper: Math.min(1, estimate + half) };
}

/** Mean 0, variance 1; null where all are equal. */
function standardise(values: Float64Array): Float64Array | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return variance > 0 ? values.map((value) => (value - mean) / Math.sqrt(variance)) : null;
}

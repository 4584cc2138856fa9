import type { Interval } from '../model/estimate.js';
import type { SampleMoments } from './sample-moments.js';
import { studentQuantile } from './student-quantile.js';

/**
 * The mean of a group less the mean of another, with Welch's interval: the groups may vary differently.
 * A group of fewer than two leaves the interval open.
 * Source: B. L. Welch, Biometrika 34 (1947) 28–35; as R's t.test(var.equal = FALSE).
 * @param options `confidence` 0–1, default 0.95.
 */
export function meanDifferenceInterval(
  group: SampleMoments,
  other: SampleMoments,
  options: { readonly confidence?: number } = {},
): Interval {
  const estimate = group.mean - other.mean;
  if (group.count < 2 || other.count < 2)
    return { estimate, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  const parts = [group, other].map(({ variance, count }) => ({ share: variance / count, df: count - 1 }));
  const square = parts.reduce((sum, { share }) => sum + share, 0);
  if (square === 0) return { estimate, lower: estimate, upper: estimate };
  const df = square ** 2 / parts.reduce((sum, part) => sum + part.share ** 2 / part.df, 0);
  const half = studentQuantile(0.5 + (options.confidence ?? 0.95) / 2, df) * Math.sqrt(square);
  return { estimate, lower: estimate - half, upper: estimate + half };
}

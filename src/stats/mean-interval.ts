import type { Interval } from '../model/estimate.js';
import type { SampleMoments } from './sample-moments.js';
import { studentQuantile } from './student-quantile.js';

/** A mean with Student's 95 % interval; open where there are fewer than two values. */
export function meanInterval({ count, mean, variance }: SampleMoments): Interval {
  if (count < 2) return { estimate: mean, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  const half = studentQuantile(0.975, count - 1) * Math.sqrt(variance / count);
  return { estimate: mean, lower: mean - half, upper: mean + half };
}

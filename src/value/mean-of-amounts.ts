import type { Interval } from '../model/estimate.js';
import { meanInterval } from '../stats/mean-interval.js';
import { sampleMoments } from '../stats/sample-moments.js';

/** A mean with its 95 % interval, which does not go below nothing where no amount does. */
export function meanOfAmounts(values: Float64Array): Interval {
  const { estimate, lower, upper } = meanInterval(sampleMoments(values));
  const isAbove = Number.isFinite(lower) && values.every((value) => value >= 0);
  return { estimate, lower: isAbove ? Math.max(0, lower) : lower, upper };
}

import type { Durations } from '../model/duration.js';

/** The share that is still there after each time at which an event came, ascending. */
export interface SurvivalCurve {
  readonly times: Float64Array;
  /** Still there and watched just before each time, and the events at it. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly kept: Float64Array;
  /** Greenwood's variance of the logarithm of `kept`: Σ d ÷ (n (n − d)). */
  readonly variance: Float64Array;
  /** The longest that anybody was watched. */
  readonly followed: number;
  readonly accounts: number;
}

/**
 * The product-limit estimate: censored accounts count as long as they were watched; at equal times events come first.
 * Source: E. Kaplan and P. Meier, JASA 53 (1958) 457–481; M. Greenwood, Reports on Public Health 33 (1926).
 * @param rows the accounts that count; all unless told.
 */
export function kaplanMeier({ durations, events }: Durations, rows: Int32Array | null = null): SurvivalCurve {
  const own = rows ?? Int32Array.from(durations, (_, i) => i);
  const sorted = Float64Array.from(own, (row) => durations[row]).sort();
  const ends = Float64Array.from(
    own.filter((row) => events[row] === 1),
    (row) => durations[row],
  ).sort();
  const times: number[] = [];
  const counts: number[] = [];
  for (const time of ends) {
    if (times.at(-1) === time) counts[counts.length - 1]++;
    else {
      times.push(time);
      counts.push(1);
    }
  }
  let [before, share, sum] = [0, 1, 0];
  const atRisk = new Float64Array(times.length);
  const kept = new Float64Array(times.length);
  const variance = new Float64Array(times.length);
  times.forEach((time, k) => {
    while (before < sorted.length && sorted[before] < time) before++;
    const n = sorted.length - before;
    atRisk[k] = n;
    share *= 1 - counts[k] / n;
    sum += counts[k] / (n * (n - counts[k]));
    kept[k] = share;
    variance[k] = sum;
  });
  return {
    times: Float64Array.from(times),
    atRisk,
    events: Float64Array.from(counts),
    kept,
    variance,
    followed: sorted.at(-1) ?? 0,
    accounts: own.length,
  };
}

/** How many of the times are at most `time`: the step of the curve that holds then. */
export function stepAt({ times }: Pick<SurvivalCurve, 'times'>, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Durations } from '../../model/duration.js';

/** Time cut into bins in which the chance of an end is taken as one: (from, edges[0]], (edges[0], edges[1]] … */
export interface TimeBins {
  readonly from: number;
  /** Ascending; nothing is known beyond the last. */
  readonly edges: Float64Array;
}

/** So many whole periods keep a bin each … */
const mostPeriods = 100;
/** … else time is cut at quantiles of the events, each bin with a few of them. */
const mostBins = 60;
const leastEvents = 5;

/** Bins up to the last event. @returns null without any event. */
export function timeBins({ durations, events }: Durations): TimeBins | null {
  const ends = durations.filter((_, row) => events[row] === 1).sort();
  const last = ends.at(-1);
  if (last === undefined) return null;
  const isWhole = durations.every(Number.isInteger);
  // An end at nought belongs to a period of its own.
  const from = ends[0] > 0 ? 0 : isWhole ? -1 : -1e-9 * Math.max(1, last);
  if (isWhole && last - from <= mostPeriods) {
    return { from, edges: Float64Array.from({ length: last - from }, (_, k) => from + 1 + k) };
  }
  const count = Math.max(1, Math.min(mostBins, Math.floor(ends.length / leastEvents)));
  const edges = Float64Array.from({ length: count }, (_, k) => ends[Math.ceil(((k + 1) * ends.length) / count) - 1]);
  return { from, edges: Float64Array.from(new Set(edges)) };
}

/** How many bins reach to a time: whole ones, and the part of the next. Never more than there are. */
export function binsUntil({ from, edges }: TimeBins, time: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] < time) low = middle + 1;
    else high = middle;
  }
  if (low === edges.length) return low;
  const start = low === 0 ? from : edges[low - 1];
  return low + Math.max(0, Math.min(1, (time - start) / (edges[low] - start)));
}

/**
 * What each account adds to the likelihood, in one number: k + 1 when its end came in bin k; −x when it was watched for x bins
 * without one; 0 when it was not watched at all. In whole periods a censored account counts through its last one, as in
 * Kaplan and Meier's estimate.
 */
export function exposuresOf({ durations, events }: Durations, bins: TimeBins): Float64Array {
  return durations.map((time, row) => {
    const until = binsUntil(bins, time);
    // Ends beyond the bins come from other accounts than those that made them: there they only were watched.
    const isEnd = events[row] === 1 && time <= bins.edges[bins.edges.length - 1];
    return isEnd ? Math.max(1, Math.ceil(until)) : 0 - until;
  });
}

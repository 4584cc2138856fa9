/** How many cuts are at most a value; for NaN the number after all of these: the row of missing. */
export type CutFinder = (value: number) => number;

/** Buckets of equal width for each cut: most then hold one cut or none. */
const bucketsPerCut = 4;

/**
 * The row that a number falls into, found by one multiplication and a comparison or two: the range of the cuts is divided
 * into equal buckets, and only the cuts in the value's bucket are searched. Exact, as finding the bucket keeps the order.
 * @param cuts ascending, without repeats.
 */
export function findCuts(cuts: readonly number[]): CutFinder {
  const count = cuts.length;
  const sorted = Float64Array.from(cuts);
  const [lowest, highest] = [sorted[0], sorted[count - 1]];
  const buckets = count * bucketsPerCut;
  const scale = (buckets - 1) / (highest - lowest);
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return (value) => search(sorted, value);
  const firstOf = new Uint16Array(buckets + 1).fill(count);
  for (let cut = count - 1, bucket = buckets; cut >= 0; cut--) {
    const own = Math.trunc((sorted[cut] - lowest) * scale);
    while (bucket > own) firstOf[bucket--] = cut + 1;
    firstOf[own] = cut;
  }
  return (value) => {
    if (value < lowest) return 0;
    if (value >= highest) return count;
    const bucket = Math.trunc((value - lowest) * scale);
    // NaN has no bucket.
    if (!(bucket >= 0)) return count + 1;
    let low = firstOf[bucket];
    let high = firstOf[bucket + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value < sorted[middle]) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** For cuts that no buckets can be laid over: none, one, or further apart than a double can tell. */
function search(cuts: Float64Array, value: number): number {
  if (Number.isNaN(value)) return cuts.length + 1;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < cuts[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

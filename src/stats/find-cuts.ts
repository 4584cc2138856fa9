/** Where values stand among cuts: how many of them are at most the value; for NaN the number after these, the row of missing. */
export interface CutFinder {
  find(value: number): number;
  /** The same for `into.length` values from `from` on. */
  findAll(values: Float64Array, at: { readonly into: Uint16Array; readonly from: number }): void;
}

/** Buckets of equal width for each cut: most then hold one cut or none. */
const bucketsPerCut = 4;

/**
 * Finds the row of a number by one multiplication and a comparison or two: the range of the cuts is divided into equal
 * buckets, and only the cuts in the value's bucket are searched. Exact, as finding the bucket keeps the order.
 * @param cuts ascending, without repeats.
 */
export function findCuts(cuts: readonly number[]): CutFinder {
  const count = cuts.length;
  const sorted = Float64Array.from(cuts);
  const [lowest, highest] = [sorted[0], sorted[count - 1]];
  const buckets = count * bucketsPerCut;
  const scale = (buckets - 1) / (highest - lowest);
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return searchOnly(sorted);
  const firstOf = firstCuts(sorted, { buckets, scale });
  const findAll: CutFinder['findAll'] = (values, { into, from }) => {
    for (let i = 0; i < into.length; i++) {
      const value = values[from + i];
      if (value < lowest) into[i] = 0;
      else if (value >= highest) into[i] = count;
      else if (value >= lowest) {
        const bucket = ((value - lowest) * scale) | 0;
        let low = firstOf[bucket];
        let high = firstOf[bucket + 1];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (value < sorted[middle]) high = middle;
          else low = middle + 1;
        }
        into[i] = low;
      } else into[i] = count + 1;
    }
  };
  return withOne(findAll);
}

/** For cuts that no buckets can be laid over: none, one, or further apart than a double can tell. */
function searchOnly(cuts: Float64Array): CutFinder {
  return withOne((values, { into, from }) => {
    for (let i = 0; i < into.length; i++) {
      const value = values[from + i];
      let low = 0;
      let high = cuts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value < cuts[middle]) high = middle;
        else low = middle + 1;
      }
      into[i] = Number.isNaN(value) ? cuts.length + 1 : low;
    }
  });
}

/** For each bucket the first cut that is not in one before it. */
function firstCuts(sorted: Float64Array, { buckets, scale }: { buckets: number; scale: number }): Int32Array {
  const firstOf = new Int32Array(buckets + 1).fill(sorted.length);
  for (let cut = sorted.length - 1, bucket = buckets; cut >= 0; cut--) {
    const own = ((sorted[cut] - sorted[0]) * scale) | 0;
    while (bucket > own) firstOf[bucket--] = cut + 1;
    firstOf[own] = cut;
  }
  return firstOf;
}

function withOne(findAll: CutFinder['findAll']): CutFinder {
  const one = new Float64Array(1);
  const at = { into: new Uint16Array(1), from: 0 };
  return {
    findAll,
    find(value) {
      one[0] = value;
      findAll(one, at);
      return at.into[0];
    },
  };
}

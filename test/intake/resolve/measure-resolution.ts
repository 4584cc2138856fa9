export interface ResolutionQuality {
  /** Of the pairs of rows that were put into one cluster, the share that are one account. */
  readonly precision: number;
  /** Of the pairs of rows that are one account, the share in one cluster. */
  readonly recall: number;
  /** The same, counting pairs that are at least listed for review. */
  readonly recallWithReview: number;
  readonly truePairs: number;
  readonly foundPairs: number;
}

/** Counts pairs of rows: in clusters, in truth, and in both. */
export function measureResolution(
  found: { readonly clusters: Int32Array; readonly pairs: readonly { readonly a: number; readonly b: number }[] },
  truth: Int32Array,
): ResolutionQuality {
  const pairsOf = (groups: Iterable<string | number>) => {
    const counts = new Map<string | number, number>();
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  };
  const both = pairsOf(Array.from(truth, (account, row) => `${account} ${found.clusters[row]}`));
  const truePairs = pairsOf(truth);
  const foundPairs = pairsOf(found.clusters);
  const listed = found.pairs.filter(
    ({ a, b }) => truth[a] === truth[b] && found.clusters[a] !== found.clusters[b],
  ).length;
  return {
    precision: foundPairs === 0 ? 1 : both / foundPairs,
    recall: truePairs === 0 ? 1 : both / truePairs,
    recallWithReview: truePairs === 0 ? 1 : Math.min(1, (both + listed) / truePairs),
    truePairs,
    foundPairs,
  };
}

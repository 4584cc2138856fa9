/** Neighbours that were pooled. */
export interface Pool {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly mean: number;
}

/**
 * The falling sequence that is nearest to the means of groups in order, in weighted squares: neighbours that rise are pooled.
 * Source: M. Ayer et al., Annals of Mathematical Statistics 26 (1955) 641–647 (pool adjacent violators).
 * @param groups with weights above 0.
 */
export function poolAdjacent(groups: readonly { readonly weight: number; readonly mean: number }[]): Pool[] {
  const pools: { from: number; to: number; mean: number; weight: number }[] = [];
  for (const [i, { weight, mean }] of groups.entries()) {
    let pool = { from: i, to: i + 1, mean, weight };
    for (let before = pools.at(-1); before !== undefined && before.mean <= pool.mean; before = pools.at(-1)) {
      pools.pop();
      const both = before.weight + pool.weight;
      pool = {
        from: before.from,
        to: pool.to,
        mean: (before.weight * before.mean + pool.weight * pool.mean) / both,
        weight: both,
      };
    }
    pools.push(pool);
  }
  return pools.map(({ from, to, mean }) => ({ from, to, mean }));
}

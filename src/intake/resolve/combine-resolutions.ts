import type { AccountPair, Resolution } from './resolution.js';

/**
 * Resolutions of some of the tables each, as one of all of them: companies and people are never one account.
 * @param parts `tables`: which tables, by their place; each table in one part. @param rowCounts of all tables.
 */
export function combineResolutions(
  parts: readonly { readonly tables: readonly number[]; readonly resolution: Resolution }[],
  rowCounts: readonly number[],
): Resolution {
  const offsets: number[] = [];
  let rowCount = 0;
  for (const count of rowCounts) {
    offsets.push(rowCount);
    rowCount += count;
  }
  const [clusters, canonical, fullness] = [0, 1, 2].map(() => new Int32Array(rowCount));
  const combined = parts.map(({ tables, resolution }) => {
    const rowOf = new Int32Array(resolution.rowCount);
    tables.forEach((table, at) => {
      for (let row = 0; row < rowCounts[table]; row++) rowOf[resolution.offsets[at] + row] = offsets[table] + row;
    });
    for (let row = 0; row < rowOf.length; row++) {
      clusters[rowOf[row]] = rowOf[resolution.clusters[row]];
      canonical[rowOf[row]] = rowOf[resolution.canonical[row]];
      fullness[rowOf[row]] = resolution.fullness[row];
    }
    const moved = <T extends { readonly a: number; readonly b: number }>(pair: T): T => ({
      ...pair,
      a: rowOf[pair.a],
      b: rowOf[pair.b],
    });
    const { pairs, joins, apart, conflicts, notes } = resolution;
    const joined = new Map<AccountPair, AccountPair>(pairs.map((pair) => [pair, moved(pair)]));
    return {
      pairs: [...joined.values()],
      joins: joins.map((pair) => joined.get(pair) ?? moved(pair)),
      apart: apart.map(moved),
      conflicts: conflicts.map(moved),
      notes,
    };
  });
  const byScore = (x: AccountPair, y: AccountPair) => y.score - x.score || x.a - y.a || x.b - y.b;
  return {
    rowCount,
    offsets,
    pairs: combined.flatMap(({ pairs }) => pairs).sort(byScore),
    joins: combined.flatMap(({ joins }) => joins).sort(byScore),
    clusters,
    canonical,
    fullness,
    apart: combined.flatMap(({ apart }) => apart),
    conflicts: combined.flatMap(({ conflicts }) => conflicts),
    notes: combined.flatMap(({ notes }) => notes),
  };
}

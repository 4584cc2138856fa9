import { RowGroups } from '../row-groups.js';
import type { AccountPair, Resolution } from './resolution.js';

/** Clusters from the merged pairs, best first; rows that a person took apart never come together. */
export function groupPairs(
  pairs: readonly AccountPair[],
  { rowCount, apart, fullness }: Pick<Resolution, 'rowCount' | 'apart' | 'fullness'>,
): Pick<Resolution, 'clusters' | 'canonical' | 'joins'> {
  const groups = new RowGroups(rowCount);
  const banned = new Map<number, number[]>();
  for (const { a, b } of apart) {
    banned.set(a, [...(banned.get(a) ?? []), b]);
    banned.set(b, [...(banned.get(b) ?? []), a]);
  }
  const isBanned = (a: number, b: number) =>
    banned.size > 0 &&
    groups.membersOf(a).some((row) => (banned.get(row) ?? []).some((other) => groups.isTogether(other, b)));
  const joins: AccountPair[] = [];
  for (const pair of pairs) {
    const { a, b, decision } = pair;
    if (decision !== 'merge' || groups.isTogether(a, b) || isBanned(a, b)) continue;
    groups.join(a, b);
    joins.push(pair);
  }
  const clusters = groups.numbers();
  const best = clusters.slice();
  for (let row = 0; row < rowCount; row++) {
    const group = clusters[row];
    if (fullness[row] > fullness[best[group]]) best[group] = row;
  }
  return { clusters, joins, canonical: clusters.map((group) => best[group]) };
}

import { groupPairs } from './group-pairs.js';
import type { Resolution } from './resolution.js';

/**
 * Takes two rows apart and makes the clusters again: the pair no longer merges, and no chain of other pairs brings the
 * two together. Everything else stays. Keep `apart` of the result: given to `resolveAccounts` it holds in the next import.
 * @param resolution what was found. @param rows two rows, in either order.
 */
export function undoMerge(resolution: Resolution, rows: { readonly a: number; readonly b: number }): Resolution {
  const pair = { a: Math.min(rows.a, rows.b), b: Math.max(rows.a, rows.b) };
  const isKnown = resolution.apart.some(({ a, b }) => a === pair.a && b === pair.b);
  const apart = isKnown ? resolution.apart : [...resolution.apart, pair];
  return { ...resolution, apart, ...groupPairs(resolution.pairs, { ...resolution, apart }) };
}

/** Merges a pair that was listed for review: the other way of deciding. Rows taken apart stay apart. */
export function confirmMerge(resolution: Resolution, rows: { readonly a: number; readonly b: number }): Resolution {
  const [first, second] = [Math.min(rows.a, rows.b), Math.max(rows.a, rows.b)];
  const pairs = resolution.pairs.map((pair) =>
    pair.a === first && pair.b === second ? { ...pair, decision: 'merge' as const } : pair,
  );
  return { ...resolution, pairs, ...groupPairs(pairs, resolution) };
}

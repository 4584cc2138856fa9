import { hashText } from '../stats/hash.js';
import type { AccountSplit } from './account-split.js';
import type { KeyedGroups } from './group-keys.js';

/**
 * Deals groups out to folds, in the order of a hash of their keys: first the groups with a positive, then the rest, so
 * that each fold gets its part of both classes. Every account is held out exactly once.
 */
export function dealFolds(
  request: KeyedGroups & { readonly labels: Uint8Array; readonly folds: number; readonly seed: number },
): AccountSplit {
  const { groupOf, keys, labels, seed } = request;
  const folds = Math.max(1, Math.min(request.folds, keys.length));
  const hasPositive = new Uint8Array(keys.length);
  for (let row = 0; row < labels.length; row++) if (labels[row] > 0) hasPositive[groupOf[row]] = 1;
  const hashes = Float64Array.from(keys, (key) => hashText(key, seed));
  const order = Array.from(keys, (_, group) => group).sort(
    (a, b) => hasPositive[b] - hasPositive[a] || hashes[a] - hashes[b] || (keys[a] < keys[b] ? -1 : 1),
  );
  const foldOf = new Uint8Array(keys.length);
  order.forEach((group, position) => {
    foldOf[group] = position % folds;
  });
  return {
    fold: Uint8Array.from(groupOf, (group) => foldOf[group]),
    split: {
      method: 'folds',
      heldOutShare: 1 / folds,
      description: `Each of ${labels.length} accounts was held out once: ${folds} times, learning on the others and judging one part.`,
    },
  };
}

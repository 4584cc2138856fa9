import { hashText } from '../stats/hash.js';

/**
 * Deals groups of accounts to folds of about equal size and equal share of positives. A group is never split, and
 * where an account goes does not depend on the order of the rows.
 * @param groups a number for each account; equal numbers stay together. @returns the fold of each account, 0 … foldCount - 1.
 */
export function dealFolds(
  groups: Int32Array,
  options: { readonly labels: Uint8Array; readonly foldCount: number; readonly seed: number },
): Uint8Array {
  const { labels, foldCount, seed } = options;
  const positives = new Map<number, number>();
  for (let i = 0; i < groups.length; i++) {
    positives.set(groups[i], (positives.get(groups[i]) ?? 0) + labels[i]);
  }
  const dealt = [...positives.keys()]
    .map((group) => ({ group, positives: positives.get(group)!, hash: hashText(String(group), seed) }))
    .sort((a, b) => a.positives - b.positives || a.hash - b.hash || a.group - b.group);
  const foldOf = new Map(dealt.map(({ group }, i) => [group, i % foldCount]));
  return Uint8Array.from(groups, (group) => foldOf.get(group)!);
}

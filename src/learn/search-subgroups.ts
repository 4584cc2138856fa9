import type { Kernels } from '../kernels/kernels.js';
import { type BitLayout, stackBits, type Tally } from './bitset.js';
import type { SubgroupQuality } from './subgroup-quality.js';

/** A set of accounts that one trait describes. Two selectors of one `attribute` are never joined. */
export interface Selector {
  readonly attribute: number;
  readonly bits: Uint32Array;
}

export interface Subgroup {
  /** Indexes of its selectors, ascending. */
  readonly selectors: readonly number[];
  readonly quality: number;
  /** Over the accounts that count for the quality. */
  readonly tally: Tally;
}

export interface SearchOptions {
  readonly layout: BitLayout;
  readonly kernels: Kernels;
  readonly maxDepth: number;
  /** Smallest number of accounts (that count) in a subgroup. */
  readonly minAccounts: number;
  /** How many of the best to return. */
  readonly count: number;
  readonly quality: SubgroupQuality;
  /** Accounts that count; all when absent. */
  readonly mask?: Uint32Array;
  /** Quality that a subgroup must have; above 0 when absent. */
  readonly minQuality?: number;
  /** Asked before a subgroup is taken in; what it refuses is left out, but its refinements are still searched. */
  readonly admit?: (selectors: readonly number[], tally: Tally) => boolean;
}

/** What may be added to a conjunction, and what it shares with it. Kept for each depth: the search passes here millions of times. */
interface Level {
  readonly selectors: Int32Array;
  readonly positives: Int32Array;
  readonly accounts: Int32Array;
  /** Accounts of the conjunction together with the selector that is being followed. */
  readonly shared: Uint32Array;
  size: number;
}

/**
 * The best conjunctions of selectors, exactly: depth first, one depth after another, leaving out only branches that cannot reach the list.
 * No refinement of a subgroup with t positives is better than all its positives and nothing else, filled up with others to
 * the smallest size that is allowed.
 * Source: H. Grosskreutz, S. Rüping, S. Wrobel, "Tight optimistic estimates for fast subgroup discovery", ECML PKDD 2008.
 * @returns at most `count` subgroups of positive quality, best first; ties go to fewer, then to earlier selectors.
 */
export function searchSubgroups(selectors: readonly Selector[], options: SearchOptions): Subgroup[] {
  const { layout, maxDepth } = options;
  if (layout.accounts === 0 || layout.positives === 0 || maxDepth < 1 || selectors.length === 0) return [];
  return options.kernels.scratch(() => runSearch(selectors, options));
}

function runSearch(selectors: readonly Selector[], options: SearchOptions): Subgroup[] {
  const { layout, kernels, maxDepth, minAccounts } = options;
  const { words, positiveWords } = layout;
  const best = openShortlist(options);
  const promises = openBound(options);
  const sets = selectors.map(({ bits }) => bits);
  const matrix = stackBits(sets, kernels);
  const everyone = kernels.words(words).fill(0xffffffff);
  if (options.mask !== undefined) everyone.set(options.mask);
  const asked = kernels.words(selectors.length);
  const counts = kernels.words(selectors.length);
  const levels = Array.from({ length: maxDepth }, () => openLevel(selectors.length, kernels.words(words)));
  const chosen: number[] = [];

  /** Leaves in the level only selectors that may lead to something. Many are counted in one call. */
  const measure = (parent: Uint32Array, level: Level) => {
    const rows = { matrix, rows: asked, into: counts };
    asked.set(level.selectors.subarray(0, level.size));
    kernels.countJoints(parent, { ...rows, count: level.size, from: 0, to: positiveWords });
    const least = promises.leastPositives(best.floor());
    let kept = 0;
    for (let e = 0; e < level.size; e++) {
      // Most branches end here, before the others are counted.
      if (counts[e] < least) continue;
      asked[kept] = asked[e];
      level.positives[kept++] = counts[e];
    }
    kernels.countJoints(parent, { ...rows, count: kept, from: positiveWords, to: words });
    level.size = 0;
    for (let e = 0; e < kept; e++) {
      const accounts = level.positives[e] + counts[e];
      if (accounts < minAccounts) continue;
      level.selectors[level.size] = asked[e];
      level.positives[level.size] = level.positives[e];
      level.accounts[level.size++] = accounts;
    }
  };

  const refine = (parent: Uint32Array, depth: number) => {
    const level = levels[chosen.length];
    measure(parent, level);
    if (chosen.length + 1 === depth) {
      for (let e = 0; e < level.size; e++) {
        best.offer(chosen, {
          selector: level.selectors[e],
          accounts: level.accounts[e],
          positives: level.positives[e],
        });
      }
      return;
    }
    const order = byPositives(level);
    const next = levels[chosen.length + 1];
    // Each conjunction is met once, under the first of its selectors in this order.
    for (let at = 0; at < order.length; at++) {
      if (level.positives[order[at]] < promises.leastPositives(best.floor())) continue;
      const selector = level.selectors[order[at]];
      next.size = 0;
      for (let later = at + 1; later < order.length; later++) {
        const other = level.selectors[order[later]];
        if (selectors[other].attribute !== selectors[selector].attribute) next.selectors[next.size++] = other;
      }
      if (next.size === 0) continue;
      kernels.intersect(parent, sets[selector], level.shared);
      chosen.push(selector);
      refine(level.shared, depth);
      chosen.pop();
    }
  };
  // Shallow ones first: what they reach spares the deep search most of its branches.
  for (let depth = 1; depth <= maxDepth; depth++) {
    levels[0].size = selectors.length;
    for (let s = 0; s < selectors.length; s++) levels[0].selectors[s] = s;
    refine(everyone, depth);
  }
  return best.found;
}

function openLevel(size: number, shared: Uint32Array): Level {
  const column = () => new Int32Array(size);
  return { selectors: column(), positives: column(), accounts: column(), shared, size: 0 };
}

/** Places in the level, the most positives first, ties in the order of the selectors. */
function byPositives({ size, positives, selectors }: Level): Int32Array {
  const order = Int32Array.from({ length: size }, (_, e) => e);
  return order.sort((a, b) => positives[b] - positives[a] || selectors[a] - selectors[b]);
}

/** How many positives a branch needs so that it can hold a subgroup of some quality: asked often, so the answer is kept. */
function openBound({ layout, minAccounts, quality }: SearchOptions) {
  let [known, answer] = [Number.NaN, 0];
  const bound = (positives: number) => quality({ accounts: Math.max(positives, minAccounts), positives });
  const leastPositives = (floor: number): number => {
    if (floor === known) return answer;
    let [enough, short] = [layout.positives + 1, 0];
    while (enough - short > 1) {
      const middle = (enough + short) >>> 1;
      if (bound(middle) >= floor) enough = middle;
      else short = middle;
    }
    known = floor;
    answer = enough;
    return enough;
  };
  return { leastPositives };
}

/** The best so far, and what it takes to join them. */
function openShortlist({ count, quality, minQuality = 0, admit }: SearchOptions) {
  const found: Subgroup[] = [];
  const floor = () => (found.length < count ? minQuality : found[found.length - 1].quality);
  const offer = (chosen: readonly number[], one: Tally & { readonly selector: number }) => {
    const { selector, accounts, positives } = one;
    const tally = { accounts, positives };
    const value = quality(tally);
    if (value <= 0 || value < floor()) return;
    const subgroup = { selectors: [...chosen, selector].sort((a, b) => a - b), quality: value, tally };
    const before = found.findIndex((other) => compareSubgroups(subgroup, other) < 0);
    if ((before < 0 && found.length >= count) || (admit && !admit(subgroup.selectors, tally))) return;
    found.splice(before < 0 ? found.length : before, 0, subgroup);
    if (found.length > count) found.pop();
  };
  return { found, floor, offer };
}

function compareSubgroups(a: Subgroup, b: Subgroup): number {
  if (a.quality !== b.quality) return b.quality - a.quality;
  if (a.selectors.length !== b.selectors.length) return a.selectors.length - b.selectors.length;
  const differing = a.selectors.findIndex((selector, i) => selector !== b.selectors[i]);
  return differing < 0 ? 0 : a.selectors[differing] - b.selectors[differing];
}

import type { Selector } from './search-subgroups.js';
import type { ValueLayout, ValueTally } from './value-layout.js';

export interface ValueSubgroup {
  /** Indexes of its selectors, ascending. */
  readonly selectors: readonly number[];
  readonly quality: number;
  /** Over the accounts that count. */
  readonly tally: ValueTally;
}

export interface ValueSearchOptions {
  readonly layout: ValueLayout;
  readonly maxDepth: number;
  /** Smallest number of accounts (that count) in a subgroup. */
  readonly minAccounts: number;
  /** How many of the best to return. */
  readonly count: number;
  /** Accounts that count; all when absent. */
  readonly mask?: Uint32Array;
  /** Quality that a subgroup must have; above 0 when absent. */
  readonly minQuality?: number;
  /** Asked before a subgroup is taken in; what it refuses is left out, but its refinements are still searched. */
  readonly admit?: (selectors: readonly number[], tally: ValueTally) => boolean;
}

interface Scan {
  readonly tally: ValueTally;
  readonly quality: number;
  /** The best quality of any part of it that is large enough. */
  readonly bound: number;
}

/**
 * The conjunctions of selectors whose accounts are worth most, exactly: √share · (mean − mean of all) / standard deviation.
 * No refinement beats the most valuable of a subgroup's accounts taken by themselves, for the best number of them; they are
 * met first because the bits stand in the order of the values.
 * Source: F. Lemmerich, M. Atzmueller, F. Puppe, "Fast exhaustive subgroup discovery with numerical target concepts",
 * Data Mining and Knowledge Discovery 30 (2016) 711–762.
 * @param selectors bitsets over the layout; two of one attribute are never joined.
 * @returns at most `count` subgroups of positive quality, best first; ties go to fewer, then to earlier selectors.
 */
export function searchValues(selectors: readonly Selector[], options: ValueSearchOptions): ValueSubgroup[] {
  const { layout, maxDepth } = options;
  if (layout.accounts === 0 || !(layout.deviation > 0) || maxDepth < 1) return [];
  const best = openShortlist(options);
  const everyone = options.mask ?? new Uint32Array(layout.words).fill(0xffffffff);
  const shared = Array.from({ length: maxDepth }, () => new Uint32Array(layout.words));
  const chosen: number[] = [];

  const refine = (parent: Uint32Array, { candidates, depth }: { candidates: readonly number[]; depth: number }) => {
    const isLast = chosen.length + 1 === depth;
    const open: { selector: number; bound: number }[] = [];
    for (const selector of candidates) {
      const scan = scanValues(parent, selectors[selector].bits, options);
      if (scan === null) continue;
      if (isLast) best.offer([...chosen, selector], scan);
      else if (scan.bound >= best.floor()) open.push({ selector, bound: scan.bound });
    }
    // Each conjunction is met once, under the first of its selectors in this order.
    open.sort((a, b) => b.bound - a.bound || a.selector - b.selector);
    open.forEach(({ selector, bound }, at) => {
      if (bound < best.floor()) return;
      const { attribute, bits } = selectors[selector];
      const later = open.slice(at + 1).map((one) => one.selector);
      const others = later.filter((other) => selectors[other].attribute !== attribute);
      if (others.length === 0) return;
      const both = shared[chosen.length];
      for (let w = 0; w < both.length; w++) both[w] = parent[w] & bits[w];
      chosen.push(selector);
      refine(both, { candidates: others, depth });
      chosen.pop();
    });
  };
  // Shallow ones first: what they reach spares the deep search most of its branches.
  for (let depth = 1; depth <= maxDepth; depth++) refine(everyone, { candidates: [...selectors.keys()], depth });
  return best.found;
}

/** One pass over the accounts of both sets, the most valuable first; null where they are too few. */
function scanValues(a: Uint32Array, b: Uint32Array, { layout, minAccounts }: ValueSearchOptions): Scan | null {
  const { values, mean, deviation, words } = layout;
  let [accounts, excess, squares, bound] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (let w = 0; w < words; w++) {
    let bits = a[w] & b[w];
    while (bits !== 0) {
      const low = bits & -bits;
      bits ^= low;
      const value = values[w * 32 + 31 - Math.clz32(low)];
      accounts++;
      excess += value - mean;
      squares += value * value;
      if (accounts >= minAccounts) bound = Math.max(bound, excess / Math.sqrt(accounts));
    }
  }
  if (accounts === 0 || accounts < minAccounts) return null;
  const unit = deviation * Math.sqrt(layout.accounts);
  return {
    tally: { accounts, sum: excess + accounts * mean, squares },
    quality: excess / Math.sqrt(accounts) / unit,
    bound: bound / unit,
  };
}

function openShortlist({ count, minQuality = 0, admit }: ValueSearchOptions) {
  const found: ValueSubgroup[] = [];
  const floor = () => (found.length < count ? minQuality : found[found.length - 1].quality);
  const offer = (chosen: readonly number[], { tally, quality }: Scan) => {
    if (quality <= 0 || quality < floor()) return;
    const subgroup = { selectors: chosen.toSorted((a, b) => a - b), quality, tally };
    const before = found.findIndex((other) => compare(subgroup, other) < 0);
    if ((before < 0 && found.length >= count) || (admit && !admit(subgroup.selectors, tally))) return;
    found.splice(before < 0 ? found.length : before, 0, subgroup);
    if (found.length > count) found.pop();
  };
  return { found, floor, offer };
}

function compare(a: ValueSubgroup, b: ValueSubgroup): number {
  if (a.quality !== b.quality) return b.quality - a.quality;
  if (a.selectors.length !== b.selectors.length) return a.selectors.length - b.selectors.length;
  const differing = a.selectors.findIndex((selector, i) => selector !== b.selectors[i]);
  return differing < 0 ? 0 : a.selectors[differing] - b.selectors[differing];
}

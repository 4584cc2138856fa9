import { type BitLayout, countJoint, intersect, type Tally } from './bitset.js';

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
  readonly maxDepth: number;
  /** Smallest number of accounts (that count) in a subgroup. */
  readonly minAccounts: number;
  /** How many of the best to return. */
  readonly count: number;
  /** a in quality = share^a · (rate − base rate), above 0 up to 1: 1 is weighted relative accuracy, 0.5 the binomial test. */
  readonly exponent: number;
  /** Accounts that count; all when absent. Base rate and share stay those of all accounts. */
  readonly mask?: Uint32Array;
  /** Quality that a subgroup must have; above 0 when absent. */
  readonly minQuality?: number;
  /** Asked before a subgroup is taken in; what it refuses is left out, but its refinements are still searched. */
  readonly admit?: (selectors: readonly number[], tally: Tally) => boolean;
}

/**
 * The best conjunctions of selectors, exactly: depth first, one depth after another, leaving out only branches that cannot reach the list.
 * No refinement of a subgroup with t positives is better than all its positives and nothing else, filled up with others to
 * the smallest size that is allowed.
 * Source: H. Grosskreutz, S. Rüping, S. Wrobel, "Tight optimistic estimates for fast subgroup discovery", ECML PKDD 2008.
 * @returns at most `count` subgroups of positive quality, best first; ties go to fewer, then to earlier selectors.
 */
export function searchSubgroups(selectors: readonly Selector[], options: SearchOptions): Subgroup[] {
  const { layout, maxDepth, minAccounts, count, exponent, minQuality = 0, admit } = options;
  const { accounts: total, positives: totalPositives } = layout;
  if (total === 0 || totalPositives === 0 || maxDepth < 1) return [];
  const baseRate = totalPositives / total;
  const everyone = options.mask ?? new Uint32Array(layout.words).fill(0xffffffff);
  const buffers = Array.from({ length: maxDepth }, () => new Uint32Array(layout.words));
  const found: Subgroup[] = [];
  const floor = () => (found.length < count ? minQuality : found[found.length - 1].quality);
  const qualityOf = ({ accounts, positives }: Tally) =>
    (accounts / total) ** exponent * (positives / accounts - baseRate);
  const bound = (positives: number) => qualityOf({ accounts: Math.max(positives, minAccounts, 1), positives });

  const offer = (chosen: readonly number[], tally: Tally) => {
    const quality = qualityOf(tally);
    if (quality <= 0 || quality < floor()) return;
    const subgroup = { selectors: [...chosen].sort((a, b) => a - b), quality, tally };
    const before = found.findIndex((other) => compareSubgroups(subgroup, other) < 0);
    if ((before < 0 && found.length >= count) || (admit && !admit(subgroup.selectors, tally))) return;
    found.splice(before < 0 ? found.length : before, 0, subgroup);
    if (found.length > count) found.pop();
  };

  const refine = (
    parent: Uint32Array,
    from: { chosen: readonly number[]; extensions: readonly number[]; depth: number },
  ) => {
    const { chosen, extensions, depth } = from;
    const isLast = chosen.length + 1 === depth;
    const children: { selector: number; positives: number }[] = [];
    for (const selector of extensions) {
      const { bits } = selectors[selector];
      const positives = countJoint(parent, bits, { from: 0, to: layout.positiveWords });
      // Most branches end here, before the others are counted.
      if (positives === 0 || bound(positives) < floor()) continue;
      const accounts = positives + countJoint(parent, bits, { from: layout.positiveWords, to: layout.words });
      if (accounts < minAccounts) continue;
      if (isLast) offer([...chosen, selector], { accounts, positives });
      else children.push({ selector, positives });
    }
    children.sort((a, b) => b.positives - a.positives || a.selector - b.selector);
    // Each conjunction is met once, under the first of its selectors in this order.
    children.forEach(({ selector, positives }, i) => {
      if (bound(positives) < floor()) return;
      const { attribute } = selectors[selector];
      const later = children.slice(i + 1).map((child) => child.selector);
      const joined = buffers[chosen.length];
      intersect(parent, selectors[selector].bits, joined);
      refine(joined, {
        chosen: [...chosen, selector],
        extensions: later.filter((other) => selectors[other].attribute !== attribute),
        depth,
      });
    });
  };
  // Shallow ones first: what they reach spares the deep search most of its branches.
  for (let depth = 1; depth <= maxDepth; depth++)
    refine(everyone, { chosen: [], extensions: [...selectors.keys()], depth });
  return found;
}

function compareSubgroups(a: Subgroup, b: Subgroup): number {
  if (a.quality !== b.quality) return b.quality - a.quality;
  if (a.selectors.length !== b.selectors.length) return a.selectors.length - b.selectors.length;
  const differing = a.selectors.findIndex((selector, i) => selector !== b.selectors[i]);
  return differing < 0 ? 0 : a.selectors[differing] - b.selectors[differing];
}

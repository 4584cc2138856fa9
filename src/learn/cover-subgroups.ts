import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type BitLayout, countIntersection, intersect, type Tally } from './bitset.js';
import { type Selector, searchSubgroups } from './search-subgroups.js';

export interface CoverOptions {
  readonly layout: BitLayout;
  readonly maxDepth: number;
  readonly minAccounts: number;
  readonly count: number;
}

/** Between size and purity: the binomial test's quality, √share · (rate − base rate). */
const exponent = 0.5;
/** A larger part of all accounts is no segment of them. */
const mostShare = 0.5;
/** At least this part of a subgroup must be new against those before it. */
const leastNew = 0.5;

/**
 * A few subgroups that together say the most: the best one, then the best over the accounts that no earlier one holds, and
 * so on. A subgroup with a trait that adds nothing is passed over for the one without it: every
 * trait must raise the rate over the subgroup without it beyond what the best of that many selectors does by chance
 * (Bonferroni), and so must a single trait over everybody.
 * Source: R. J. Bayardo, R. Agrawal, D. Gunopulos, "Constraint-based rule mining in large, dense databases" (minimum
 * improvement), ICDE 1999; N. Lavrač et al., "Subgroup discovery with CN2-SD" (covering), JMLR 5, 2004.
 * @returns selector indexes of each, the strongest trait first.
 */
export function coverSubgroups(selectors: readonly Selector[], options: CoverOptions): number[][] {
  const { layout, maxDepth, minAccounts, count } = options;
  const leastImprovement = normalQuantile(1 - 0.05 / Math.max(1, selectors.length), 0, 1);
  // What a share of one half needs to stand out that far; smaller shares need more.
  const baseRate = layout.positives / layout.accounts;
  const minQuality = leastImprovement * Math.sqrt((baseRate * (1 - baseRate)) / layout.accounts / 2);
  const everyone = new Uint32Array(layout.words).fill(0xffffffff);
  const tallyOf = partTallies(selectors, layout);
  const admit = (chosen: readonly number[], fresh: Tally) => {
    const tally = tallyOf(chosen);
    return (
      tally.accounts <= mostShare * layout.accounts &&
      fresh.accounts >= leastNew * tally.accounts &&
      isBetterThanParts(chosen, (part) => improvement(tally, tallyOf(part)) >= leastImprovement)
    );
  };
  const cover: number[][] = [];
  const uncovered = everyone.slice();
  while (cover.length < count) {
    const [best] = searchSubgroups(selectors, {
      layout,
      maxDepth,
      minAccounts,
      count: 1,
      exponent,
      minQuality,
      mask: uncovered,
      admit,
    });
    if (best === undefined) break;
    const strength = new Map(best.selectors.map((s) => [s, qualityOf(tallyOf([s]), layout)]));
    cover.push([...best.selectors].sort((a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0) || a - b));
    const covered = everyone.slice();
    for (const s of best.selectors) intersect(covered, selectors[s].bits, covered);
    for (let w = 0; w < covered.length; w++) uncovered[w] &= ~covered[w];
  }
  return cover;
}

/** Counts of conjunctions over all accounts. Those of one and two selectors are asked for again and again, and kept. */
function partTallies(selectors: readonly Selector[], layout: BitLayout): (chosen: readonly number[]) => Tally {
  const everyone = new Uint32Array(layout.words).fill(0xffffffff);
  const joined = new Uint32Array(layout.words);
  const kept = new Map<number, Tally>();
  const count = (chosen: readonly number[]): Tally => {
    const [first, ...others] = chosen.map((s) => selectors[s].bits);
    if (others.length < 2) return countIntersection(first, others[0] ?? everyone, layout);
    intersect(first, others[0], joined);
    for (const bits of others.slice(1, -1)) intersect(joined, bits, joined);
    return countIntersection(joined, others[others.length - 1], layout);
  };
  return (chosen) => {
    if (chosen.length === 0) return { accounts: layout.accounts, positives: layout.positives };
    if (chosen.length > 2) return count(chosen);
    const key = chosen[0] * (selectors.length + 1) + (chosen[1] ?? selectors.length);
    const tally = kept.get(key) ?? count(chosen);
    kept.set(key, tally);
    return tally;
  };
}

/** Asks about every part that leaves something out, the smallest (everybody) first: most candidates fail there. */
function isBetterThanParts(chosen: readonly number[], isBetter: (part: readonly number[]) => boolean): boolean {
  const whole = 2 ** chosen.length - 1;
  for (let mask = 0; mask < whole; mask++) {
    if (!isBetter(chosen.filter((_, at) => (mask >> at) & 1))) return false;
  }
  return true;
}

/** By how many standard errors the rate inside exceeds that of what the extra traits leave out. */
function improvement(inside: Tally, part: Tally): number {
  const left = part.accounts - inside.accounts;
  const pooled = part.positives / part.accounts;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / inside.accounts + 1 / left));
  const gain = inside.positives / inside.accounts - (part.positives - inside.positives) / left;
  return left > 0 && error > 0 ? gain / error : 0;
}

function qualityOf({ accounts, positives }: Tally, layout: BitLayout): number {
  if (accounts === 0) return 0;
  return (accounts / layout.accounts) ** exponent * (positives / accounts - layout.positives / layout.accounts);
}

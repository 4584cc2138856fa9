import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Kernels } from '../kernels/kernels.js';
import type { SegmentMeasure } from '../model/segment.js';
import { isBetterThanParts } from './better-than-parts.js';
import { type BitLayout, countIntersection, type Tally } from './bitset.js';
import { type Selector, searchSubgroups } from './search-subgroups.js';
import { lowerLiftQuality, type SubgroupQuality, standardQuality } from './subgroup-quality.js';

export interface CoverOptions {
  readonly layout: BitLayout;
  readonly kernels: Kernels;
  readonly maxDepth: number;
  readonly minAccounts: number;
  readonly count: number;
  /** What makes one better than another; default `balance`. */
  readonly measure?: Exclude<SegmentMeasure, 'value'>;
}

/** A larger part of all accounts is no segment of them. */
const mostShare = 0.5;
/** At least this part of a subgroup must be new against those before it. */
const leastNew = 0.5;

/** Odds inside against those of what a trait is added to: a trait that adds less is not worth the words. */
const leastOddsRatio = 1.25;

/**
 * A few subgroups that together say the most: the best one, then the best over the accounts that no earlier one holds, and
 * so on, until the next would take more bits to say than it spares in telling the outcomes of those accounts. A subgroup
 * with a trait that adds nothing is passed over for the one without it: every trait must raise the rate over the subgroup
 * without it beyond what the best of that many selectors does by chance (Bonferroni), and so must a single trait over
 * everybody; and the odds by a quarter.
 * Source: R. J. Bayardo, R. Agrawal, D. Gunopulos, "Constraint-based rule mining in large, dense databases" (minimum
 * improvement), ICDE 1999; N. Lavrač et al., "Subgroup discovery with CN2-SD" (covering), JMLR 5, 2004;
 * J. Rissanen, "Modeling by shortest data description", Automatica 14, 1978.
 * @returns selector indexes of each, the strongest trait first, best first.
 */
export function coverSubgroups(selectors: readonly Selector[], options: CoverOptions): number[][] {
  const { layout, kernels, count } = options;
  const leastImprovement = normalQuantile(1 - 0.05 / Math.max(1, selectors.length), 0, 1);
  const { quality, minQuality } = judge(options, leastImprovement);
  const uncovered = kernels.words(layout.words).fill(0xffffffff);
  const covered = kernels.words(layout.words);
  const tallyOf = partTallies(selectors, options);
  const admit = (chosen: readonly number[], fresh: Tally) => {
    const tally = tallyOf(chosen);
    return (
      tally.accounts <= mostShare * layout.accounts &&
      fresh.accounts >= leastNew * tally.accounts &&
      isBetterThanParts(chosen, (part) => {
        const whole = tallyOf(part);
        return oddsRatio(tally, whole) >= leastOddsRatio && improvement(tally, whole) >= leastImprovement;
      })
    );
  };
  const cover: number[][] = [];
  let left: Tally = layout;
  while (cover.length < count) {
    const [best] = searchSubgroups(selectors, { ...options, count: 1, quality, minQuality, mask: uncovered, admit });
    if (best === undefined || savedBits(best.tally, left) <= bitsToSay(best.selectors.length, selectors.length)) break;
    const strength = new Map(best.selectors.map((s) => [s, quality(tallyOf([s]))]));
    cover.push([...best.selectors].sort((a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0) || a - b));
    covered.fill(0xffffffff);
    for (const s of best.selectors) kernels.intersect(covered, selectors[s].bits, covered);
    for (let w = 0; w < covered.length; w++) uncovered[w] &= ~covered[w];
    left = { accounts: left.accounts - best.tally.accounts, positives: left.positives - best.tally.positives };
  }
  return cover;
}

/** The quality, and the least of it that stands out by so many standard errors, whatever the share. */
function judge(
  { layout, minAccounts, measure = 'balance' }: CoverOptions,
  leastImprovement: number,
): { quality: SubgroupQuality; minQuality: number } {
  const baseRate = layout.positives / layout.accounts;
  const step = leastImprovement * Math.sqrt((baseRate * (1 - baseRate)) / layout.accounts);
  const least = Math.min(minAccounts / layout.accounts, mostShare);
  switch (measure) {
    case 'balance':
      return { quality: standardQuality(layout, 0.5), minQuality: step * Math.sqrt(1 - mostShare) };
    case 'share':
      return { quality: standardQuality(layout, 1), minQuality: step * Math.sqrt(least * (1 - least)) };
    case 'lift':
      return { quality: lowerLiftQuality(layout), minQuality: 0 };
  }
}

/** Bits spared when the outcomes inside and outside are told by a rate each, less what the second rate costs. */
function savedBits(inside: Tally, all: Tally): number {
  const outside = { accounts: all.accounts - inside.accounts, positives: all.positives - inside.positives };
  return entropyBits(all) - entropyBits(inside) - entropyBits(outside) - Math.log2(all.accounts) / 2;
}

function entropyBits({ accounts, positives }: Tally): number {
  const bits = (count: number) => (count === 0 ? 0 : count * Math.log2(accounts / count));
  return bits(positives) + bits(accounts - positives);
}

/** Which of the traits, in any order; and how many there are (universal code of whole numbers, roughly). */
function bitsToSay(length: number, selectorCount: number): number {
  let orders = 1;
  for (let k = 2; k <= length; k++) orders *= k;
  return length * Math.log2(selectorCount) - Math.log2(orders) + length;
}

/** Counts of conjunctions over all accounts. Those of one and two selectors are asked for again and again, and kept. */
function partTallies(selectors: readonly Selector[], options: CoverOptions): (chosen: readonly number[]) => Tally {
  const { layout, kernels } = options;
  const everyone = kernels.words(layout.words).fill(0xffffffff);
  const joined = kernels.words(layout.words);
  const kept = new Map<number, Tally>();
  const count = (chosen: readonly number[]): Tally => {
    const [first, ...others] = chosen.map((s) => selectors[s].bits);
    if (others.length < 2) return countIntersection(first, others[0] ?? everyone, options);
    kernels.intersect(first, others[0], joined);
    for (const bits of others.slice(1, -1)) kernels.intersect(joined, bits, joined);
    return countIntersection(joined, others[others.length - 1], options);
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

/** By how many standard errors the rate inside exceeds that of what the extra traits leave out. */
function improvement(inside: Tally, part: Tally): number {
  const left = part.accounts - inside.accounts;
  const pooled = part.positives / part.accounts;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / inside.accounts + 1 / left));
  const gain = inside.positives / inside.accounts - (part.positives - inside.positives) / left;
  return left > 0 && error > 0 ? gain / error : 0;
}

/** Odds inside over the odds of everything it is part of, half an account added to each side. */
function oddsRatio(inside: Tally, part: Tally): number {
  const odds = ({ accounts, positives }: Tally) => (positives + 0.5) / (accounts - positives + 0.5);
  return odds(inside) / odds(part);
}

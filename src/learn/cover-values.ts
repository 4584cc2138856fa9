import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { isBetterThanParts } from './better-than-parts.js';
import type { Selector } from './search-subgroups.js';
import { searchValues } from './search-values.js';
import type { ValueLayout, ValueTally } from './value-layout.js';

/** A larger part of all accounts is no segment of them. */
const mostShare = 0.5;
/** At least this part of a subgroup must be new against those before it. */
const leastNew = 0.5;
/** Mean inside against that of what a trait is added to: a trait that adds less is not worth the words. */
const leastRatio = 1.25;

/**
 * A few subgroups whose accounts are worth most, each about other accounts than the ones before it: as
 * `coverSubgroups` does for rates. Every trait must raise the mean over the subgroup without it by a quarter, and by more
 * than the best of that many selectors does by chance (Bonferroni).
 * @param options `direction` -1: those that are worth least; the values of the layout are then negated.
 * @returns selector indexes of each, the strongest trait first, best first.
 */
export function coverValues(
  selectors: readonly Selector[],
  options: {
    readonly layout: ValueLayout;
    readonly maxDepth: number;
    readonly minAccounts: number;
    readonly count: number;
    readonly direction: 1 | -1;
  },
): number[][] {
  const { layout, direction, count } = options;
  const leastImprovement = normalQuantile(1 - 0.05 / Math.max(1, selectors.length), 0, 1);
  const minQuality = leastImprovement * Math.sqrt((1 - mostShare) / layout.accounts);
  const tallyOf = openTallies(selectors, layout);
  const uncovered = new Uint32Array(layout.words).fill(0xffffffff);
  const admit = (chosen: readonly number[], fresh: ValueTally) => {
    const tally = tallyOf(chosen);
    return (
      tally.accounts <= mostShare * layout.accounts &&
      fresh.accounts >= leastNew * tally.accounts &&
      isBetterThanParts(chosen, (part) => {
        const whole = tallyOf(part);
        return isWorthMore(tally, { than: whole, direction }) && improvement(tally, whole) >= leastImprovement;
      })
    );
  };
  const cover: number[][] = [];
  while (cover.length < count) {
    const [best] = searchValues(selectors, { ...options, count: 1, minQuality, mask: uncovered, admit });
    if (best === undefined) break;
    const alone = new Map(best.selectors.map((s) => [s, meanOf(tallyOf([s]))]));
    cover.push(best.selectors.toSorted((a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0) || a - b));
    for (let w = 0; w < uncovered.length; w++) {
      uncovered[w] &= ~best.selectors.reduce((bits, s) => bits & selectors[s].bits[w], 0xffffffff);
    }
  }
  return cover;
}

/** What conjunctions are worth over all accounts. Those of one and two selectors are asked for again and again, and kept. */
function openTallies(selectors: readonly Selector[], layout: ValueLayout): (chosen: readonly number[]) => ValueTally {
  const kept = new Map<string, ValueTally>();
  const count = (chosen: readonly number[]): ValueTally => {
    let [accounts, sum, squares] = [0, 0, 0];
    for (let w = 0; w < layout.words; w++) {
      let bits = chosen.length === 0 ? 0xffffffff : selectors[chosen[0]].bits[w];
      for (const s of chosen) bits &= selectors[s].bits[w];
      while (bits !== 0) {
        const low = bits & -bits;
        bits ^= low;
        const value = layout.values[w * 32 + 31 - Math.clz32(low)] ?? null;
        if (value === null) continue;
        accounts++;
        sum += value;
        squares += value ** 2;
      }
    }
    return { accounts, sum, squares };
  };
  return (chosen) => {
    if (chosen.length > 2) return count(chosen);
    const key = chosen.join(' ');
    const tally = kept.get(key) ?? count(chosen);
    kept.set(key, tally);
    return tally;
  };
}

function meanOf({ accounts, sum }: ValueTally): number {
  return accounts === 0 ? 0 : sum / accounts;
}

/** Values are 0 and more, or, where the least are looked for, 0 and less. */
function isWorthMore(inside: ValueTally, { than, direction }: { than: ValueTally; direction: 1 | -1 }): boolean {
  const [own, all] = [meanOf(inside), meanOf(than)];
  return direction === 1 ? own >= leastRatio * all : all <= leastRatio * own;
}

/** By how many standard errors the mean inside exceeds that of what the extra traits leave out. */
function improvement(inside: ValueTally, part: ValueTally): number {
  const left = part.accounts - inside.accounts;
  const variance = Math.max(0, part.squares / part.accounts - meanOf(part) ** 2);
  const error = Math.sqrt(variance * (1 / inside.accounts + 1 / left));
  const gain = meanOf(inside) - (part.sum - inside.sum) / left;
  return left > 0 && error > 0 ? gain / error : 0;
}

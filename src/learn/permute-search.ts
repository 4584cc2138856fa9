import type { Kernels } from '../kernels/kernels.js';
import { createRandom, type Random } from '../stats/random.js';
import type { BitLayout } from './bitset.js';
import { type Selector, searchSubgroups } from './search-subgroups.js';
import { standardQuality } from './subgroup-quality.js';

const mostPermutations = 200;
/** Accounts that are shuffled at most: the law of the largest z depends on the traits, hardly on the number of accounts. */
const mostShuffled = 4_000;
const level = 0.05;

/**
 * How often a search of accounts whose outcomes were dealt out by chance finds a subgroup that stands out as far
 * (Westfall–Young: the largest z of the binomial test over everything that was looked at). Stops early where the answer
 * against 5 % is plain: ten hits, or none in the first 59.
 * Source: P. H. Westfall, S. S. Young, "Resampling-based multiple testing", 1993; J. Besag, P. Clifford, "Sequential
 * Monte Carlo p-values", Biometrika 78, 1991.
 * @param from `layout` of the accounts that the selectors' bits stand for. `z` of the subgroup over everybody.
 * @returns p, between 1/201 and 1.
 */
export function permuteSearch(
  selectors: readonly Selector[],
  from: {
    readonly layout: BitLayout;
    readonly kernels: Kernels;
    readonly maxDepth: number;
    readonly minShare: number;
    readonly z: number;
    readonly seed?: number;
  },
): number {
  const { kernels, maxDepth, minShare, z } = from;
  const random = createRandom(from.seed ?? 1);
  const drawn = drawAccounts(from.layout, random);
  const members = selectors.map(({ bits }) => membersOf(bits, drawn));
  const { accounts, positives } = drawn;
  const baseRate = positives / accounts;
  const mostHits = Math.floor(level * (mostPermutations + 1)) - 1;
  const enough = Math.ceil(Math.log(level) / Math.log(1 - level));
  let [hits, dealt] = [0, 0];
  while (dealt < mostPermutations && hits <= mostHits && !(hits === 0 && dealt >= enough)) {
    dealt++;
    const isHit = kernels.scratch(() => {
      const layout = layOutAnew(drawn, random);
      const matrix = kernels.words(selectors.length * layout.words);
      const shuffled = members.map((own, s): Selector => {
        const bits = matrix.subarray(s * layout.words, (s + 1) * layout.words);
        for (const account of own) bits[layout.bitOf[account] >>> 5] |= 1 << (layout.bitOf[account] & 31);
        return { attribute: selectors[s].attribute, bits };
      });
      const found = searchSubgroups(shuffled, {
        layout,
        kernels,
        maxDepth,
        minAccounts: Math.max(1, Math.ceil(minShare * accounts)),
        count: 1,
        quality: standardQuality(layout, 0.5),
        minQuality: z * Math.sqrt((baseRate * (1 - baseRate)) / accounts),
      });
      return found.length > 0;
    });
    if (isHit) hits++;
  }
  return (hits + 1) / (dealt + 1);
}

interface Drawn {
  /** Bit of each drawn account in the first layout. */
  readonly bits: Int32Array;
  readonly accounts: number;
  readonly positives: number;
}

/** Accounts spread evenly over the positives and over the others, so that the base rate stays. */
function drawAccounts({ bitOf, positives, positiveWords }: BitLayout, random: Random): Drawn {
  const sorted = bitOf.slice().sort();
  const step = Math.max(1, sorted.length / mostShuffled);
  const start = random.next() * step;
  const bits: number[] = [];
  for (let at = start; at < sorted.length; at += step) bits.push(sorted[Math.floor(at)]);
  const drawnPositives = bits.filter((bit) => bit < positiveWords * 32).length;
  return { bits: Int32Array.from(bits), accounts: bits.length, positives: Math.min(positives, drawnPositives) };
}

function membersOf(bits: Uint32Array, { bits: drawn }: Drawn): Int32Array {
  const places = Int32Array.from(drawn, (_, account) => account);
  return places.filter((account) => (bits[drawn[account] >>> 5] >>> (drawn[account] & 31)) & 1);
}

/** The same accounts with as many positives, dealt out anew (Fisher and Yates). */
function layOutAnew({ accounts, positives }: Drawn, random: Random): BitLayout {
  const positiveWords = (positives + 31) >>> 5;
  const bitOf = Int32Array.from({ length: accounts }, (_, i) =>
    i < positives ? i : positiveWords * 32 + i - positives,
  );
  for (let i = accounts - 1; i > 0; i--) {
    const other = random.int(i + 1);
    [bitOf[i], bitOf[other]] = [bitOf[other], bitOf[i]];
  }
  const words = positiveWords + ((accounts - positives + 31) >>> 5);
  return { bitOf, words, positiveWords, accounts, positives };
}

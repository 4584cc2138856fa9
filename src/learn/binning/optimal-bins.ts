/** What the share of positives may do from the first bin to the last. A peak or valley may turn at either end. */
export const binShapes = ['free', 'increasing', 'decreasing', 'peak', 'valley'] as const;
export type BinShape = (typeof binShapes)[number];

export interface BinCounts {
  readonly accounts: ArrayLike<number>;
  readonly positives: ArrayLike<number>;
}

/** A binning under way: its last bin, what it is worth so far, and the one it goes on from. */
interface Partial {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  readonly value: number;
  readonly bins: number;
  readonly before: Partial | null;
}

/** The best binnings that end at one place, sorted by the rate of their last bin. */
interface Ending {
  readonly byRate: readonly Partial[];
  /** The best among the first i + 1, and among those from i on. */
  readonly bestUpTo: readonly Partial[];
  readonly bestFrom: readonly Partial[];
}

const nothing: Ending = { byRate: [], bestUpTo: [], bestFrom: [] };

/**
 * Joins neighbouring bins so that the information value is largest among all binnings of that shape and smallest size:
 * exact, by dynamic programming over the last bin, O(k² log k). Equal neighbours count as rising and as falling. Where two are
 * worth the same, the one of fewer bins.
 * Source of the problem: G. Navas-Palencia, "Optimal binning: mathematical programming formulation", arXiv 2001.08025.
 * @param counts of the bins to join, in order. @param options `minAccounts` of a bin, at least 1.
 * @returns the first bin of each joint bin, ascending from 0; `[0]` where no binning meets the demands.
 */
export function optimalBins(
  counts: BinCounts,
  options: { readonly shape: BinShape; readonly minAccounts: number },
): number[] {
  const size = counts.accounts.length;
  const { shape } = options;
  const worth = openWorth(counts, options.minAccounts);
  // `first` rises (or does what it likes), `second` comes after the turn.
  const first: Ending[] = [];
  const second: Ending[] = [];
  const isTurning = shape === 'peak' || shape === 'valley';
  const rises = shape === 'increasing' || shape === 'peak';
  for (let to = 0; to < size; to++) {
    const ends: Partial[] = [];
    const turned: Partial[] = [];
    for (let from = 0; from <= to; from++) {
      const bin = worth(from, to);
      if (bin === null) continue;
      const join = (before: Partial | null) => ({
        from,
        to,
        ...bin,
        value: bin.value + (before?.value ?? 0),
        bins: 1 + (before?.bins ?? 0),
        before,
      });
      const earlier = first[from - 1] ?? nothing;
      const before = shape === 'free' ? last(earlier.bestUpTo) : follow(earlier, bin.rate, rises);
      if (from === 0 || before !== null) ends.push(join(before));
      if (!isTurning || from === 0) continue;
      const afterTurn = better(
        follow(earlier, bin.rate, !rises),
        follow(second[from - 1] ?? nothing, bin.rate, !rises),
      );
      if (afterTurn !== null) turned.push(join(afterTurn));
    }
    first.push(sortEnding(ends));
    second.push(sortEnding(turned));
  }
  const best = better(last(first[size - 1]?.bestUpTo ?? []), last(second[size - 1]?.bestUpTo ?? []));
  const starts: number[] = [];
  for (let at = best; at !== null; at = at.before) starts.unshift(at.from);
  return starts.length === 0 ? [0] : starts;
}

/** Information value (natural logarithm) of bins as they stand; a bin without positives or negatives gets half an account of each. */
export function informationValue({ accounts, positives }: BinCounts): number {
  const all = sumOf(accounts);
  const hits = sumOf(positives);
  let value = 0;
  for (let bin = 0; bin < accounts.length; bin++) {
    value += binValue({ accounts: accounts[bin], positives: positives[bin] }, { accounts: all, positives: hits });
  }
  return value;
}

interface Tally {
  readonly accounts: number;
  readonly positives: number;
}

function binValue(bin: Tally, all: Tally): number {
  if (bin.accounts === 0 || all.positives === 0 || all.positives === all.accounts) return 0;
  const isBare = bin.positives === 0 || bin.positives === bin.accounts;
  const good = (bin.positives + (isBare ? 0.5 : 0)) / all.positives;
  const bad = (bin.accounts - bin.positives + (isBare ? 0.5 : 0)) / (all.accounts - all.positives);
  return (good - bad) * Math.log(good / bad);
}

/** Rate and value of any run of bins; null where it is too small. */
function openWorth({ accounts, positives }: BinCounts, minAccounts: number) {
  const [upTo, hitsUpTo] = [running(accounts), running(positives)];
  const all = { accounts: upTo[accounts.length], positives: hitsUpTo[accounts.length] };
  return (from: number, to: number): { rate: number; value: number } | null => {
    const bin = { accounts: upTo[to + 1] - upTo[from], positives: hitsUpTo[to + 1] - hitsUpTo[from] };
    if (bin.accounts < Math.max(1, minAccounts)) return null;
    return { rate: bin.positives / bin.accounts, value: binValue(bin, all) };
  };
}

/** The best binning that a bin of this rate may follow: of last rate at most this where it rises, at least this where it falls. */
function follow({ byRate, bestUpTo, bestFrom }: Ending, rate: number, rises: boolean): Partial | null {
  let [low, high] = [0, byRate.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rises ? byRate[middle].rate <= rate : byRate[middle].rate < rate) low = middle + 1;
    else high = middle;
  }
  return (rises ? bestUpTo[low - 1] : bestFrom[low]) ?? null;
}

function sortEnding(ends: readonly Partial[]): Ending {
  const byRate = ends.toSorted((a, b) => a.rate - b.rate || a.from - b.from);
  const bestUpTo = scan(byRate);
  return { byRate, bestUpTo, bestFrom: scan(byRate.toReversed()).toReversed() };
}

function scan(ends: readonly Partial[]): Partial[] {
  let best: Partial | null = null;
  return ends.map((one) => {
    best = better(best, one) ?? one;
    return best;
  });
}

function better(a: Partial | null, b: Partial | null): Partial | null {
  if (a === null || b === null) return a ?? b;
  // Values that differ by the rounding of sums are the same.
  if (Math.abs(b.value - a.value) <= 1e-12) return b.bins < a.bins ? b : a;
  return b.value > a.value ? b : a;
}

function last<T>(values: readonly T[]): T | null {
  return values[values.length - 1] ?? null;
}

function running(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}

function sumOf(values: ArrayLike<number>): number {
  return running(values)[values.length];
}

import type { Durations } from '../model/duration.js';
import type { Interval } from '../model/estimate.js';

/**
 * Of two accounts of which one is known to have outlasted the other: how often it also has the higher score, equal scores
 * counting half. An account that was censored when another's event came counts as having outlasted it. The 95 % interval is
 * that of the infinitesimal jackknife. No comparable pair, or all scores equal: .5, with nothing excluded.
 * Source: F. Harrell et al., JAMA 247 (1982) 2543–2546; with `weightOf` = 1 ÷ G(t)² H. Uno et al., Statistics in Medicine 30 (2011)
 * 1105–1117; T. Therneau and E. Atkinson, "Concordance" (vignette of R's survival) for the variance.
 * @param scores higher for those who should last longer.
 * @param options `weightOf` a pair by the time of its event; `designEffect`: variance over that of independent judgements.
 */
export function concordance(
  scores: ArrayLike<number>,
  { durations, events }: Durations,
  options: { readonly weightOf?: (time: number) => number; readonly designEffect?: number } = {},
): Interval {
  const { weightOf = () => 1, designEffect = 1 } = options;
  const groups = groupsByTime(durations);
  const rank = denseRanks(scores);
  const size = rank.reduce((most, value) => Math.max(most, value + 1), 0);
  // Of each account over all its pairs: weight of those that are comparable, and of those in the right order.
  const comparable = new Float64Array(durations.length);
  const right = new Float64Array(durations.length);
  let [pairs, concordant] = [0, 0];
  const later = rankSums(size);
  for (const group of [...groups].reverse()) {
    for (const row of group) if (events[row] === 0) later.add(rank[row], 1);
    const weight = weightOf(durations[group[0]]);
    const all = later.all();
    for (const row of group) {
      if (events[row] === 0) continue;
      const good = weight * (all - later.under(rank[row]));
      comparable[row] += weight * all;
      right[row] += good;
      pairs += weight * all;
      concordant += good;
    }
    for (const row of group) if (events[row] === 1) later.add(rank[row], 1);
  }
  const earlier = rankSums(size);
  const outlasted = (row: number) => {
    comparable[row] += earlier.all();
    right[row] += earlier.under(rank[row]);
  };
  for (const group of groups) {
    for (const row of group) if (events[row] === 1) outlasted(row);
    const weight = weightOf(durations[group[0]]);
    for (const row of group) if (events[row] === 1) earlier.add(rank[row], weight);
    for (const row of group) if (events[row] === 0) outlasted(row);
  }
  if (!(pairs > 0) || size < 2) return { estimate: 0.5, lower: 0, upper: 1 };
  const estimate = concordant / pairs;
  const square = right.reduce((sum, value, row) => sum + (value - estimate * comparable[row]) ** 2, 0);
  const half = (1.959964 * Math.sqrt(designEffect * square)) / pairs;
  return { estimate, lower: Math.max(0, estimate - half), upper: Math.min(1, estimate + half) };
}

/** Rows of one time together, ascending. */
function groupsByTime(durations: Float64Array): Int32Array[] {
  const order = Int32Array.from(durations, (_, row) => row).sort((a, b) => durations[a] - durations[b] || a - b);
  const groups: Int32Array[] = [];
  for (let first = 0, next = 1; next <= order.length; next++) {
    if (next < order.length && durations[order[next]] === durations[order[first]]) continue;
    groups.push(order.subarray(first, next));
    first = next;
  }
  return groups;
}

/** 0 for the least score; equal scores have one rank. */
function denseRanks(scores: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: scores.length }, (_, row) => row).sort((a, b) => scores[a] - scores[b]);
  const rank = new Int32Array(scores.length);
  for (let i = 1; i < order.length; i++) {
    rank[order[i]] = rank[order[i - 1]] + (scores[order[i]] > scores[order[i - 1]] ? 1 : 0);
  }
  return rank;
}

/** Sums by rank that can be asked for from below, in logarithmic time (P. Fenwick, Software 24 (1994)). */
function rankSums(size: number) {
  const tree = new Float64Array(size + 1);
  const upTo = (rank: number) => {
    let sum = 0;
    for (let at = rank + 1; at > 0; at -= at & -at) sum += tree[at];
    return sum;
  };
  return {
    add(rank: number, weight: number) {
      for (let at = rank + 1; at <= size; at += at & -at) tree[at] += weight;
    },
    all: () => upTo(size - 1),
    /** Below the rank, equal ones counting half. */
    under: (rank: number) => (upTo(rank) + upTo(rank - 1)) / 2,
  };
}

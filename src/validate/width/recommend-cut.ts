import { poolAdjacent } from '../../stats/pool-adjacent.js';
import { byScore } from './width-curve.js';
import { measureRows, type WidthAccounts, type WidthMeasure } from './width-measure.js';

/** The cut that takes in accounts as long as they return what they cost. */
export interface RecommendedCut extends WidthMeasure {
  /** Take every account with at least this score. */
  readonly score: number;
  readonly coverage: number;
  readonly reach: number;
  /** What the last accounts above it return, and the first ones below; smoothed so that it falls with the score. */
  readonly marginal: number;
  readonly next: number | null;
  /** What is left outside: accounts, and what they come to. */
  readonly forgone: WidthMeasure;
  /** What stopped it. */
  readonly limit: 'return' | 'capacity' | 'everybody';
}

/** Groups that are smoothed hold at least so many accounts: single accounts are all or nothing. */
const leastInGroup = 10;

/**
 * Goes down the score and stops where accounts return less than `breakEven`, or where the capacity ends. The returns are
 * smoothed to fall with the score (pool adjacent violators), so that a lucky run does not move the cut.
 * @param capacity share of the accounts that can be worked, 0–1; 1 for all.
 */
export function recommendCut(
  accounts: WidthAccounts,
  { breakEven, capacity }: { breakEven: number; capacity: number },
): RecommendedCut {
  const { score, values } = accounts;
  const order = byScore(score);
  const groups = groupTies(order, accounts);
  const pools = poolAdjacent(groups);
  const smooth = pools.flatMap(({ from, to, mean }) => Array<number>(to - from).fill(mean));
  const room = capacity * values.length;
  let [taken, limit] = [0, 'everybody' as RecommendedCut['limit']];
  for (const [i, group] of groups.entries()) {
    if (smooth[i] < breakEven) {
      limit = 'return';
      break;
    }
    // A group that reaches over the capacity is left out, unless nothing would be left.
    if (group.end > room && i > 0) {
      limit = 'capacity';
      break;
    }
    taken = i + 1;
  }
  const count = Math.max(1, taken);
  const { end } = groups[count - 1];
  const measure = measureRows(order.subarray(0, end), accounts);
  const all = measureRows(order, accounts).positives;
  return {
    ...measure,
    score: score[order[end - 1]],
    coverage: end / values.length,
    reach: all > 0 ? measure.positives / all : 0,
    marginal: smooth[count - 1],
    next: smooth[count] ?? null,
    forgone: measureRows(order.subarray(end), accounts),
    limit,
  };
}

/** Accounts of one score together, and neighbours until there are enough of them. */
function groupTies(order: Int32Array, { score, values }: WidthAccounts) {
  const groups: { weight: number; mean: number; end: number }[] = [];
  let [start, sum] = [0, 0];
  for (let i = 0; i < order.length; i++) {
    sum += values[order[i]];
    const end = i + 1;
    const isEnd = end === order.length || score[order[end]] !== score[order[i]];
    if (!isEnd || (end - start < leastInGroup && end < order.length)) continue;
    groups.push({ weight: end - start, mean: sum / (end - start), end });
    [start, sum] = [end, 0];
  }
  return groups;
}

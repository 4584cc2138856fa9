import type { Interval } from '../model/estimate.js';
import { gini } from '../stats/gini.js';
import { topHolding } from '../stats/top-holding.js';

export interface Concentration {
  /** Accounts, and those of them with value above zero. */
  readonly accounts: number;
  readonly positive: number;
  /** Null where value is below zero for some, or zero for all: the curve has no meaning then. */
  readonly gini: Interval | null;
  /** Share of all value that the best share of accounts holds. */
  readonly holdings: readonly (Interval & { readonly share: number })[];
  /** [share of accounts from the best down, share of value]. */
  readonly curve: readonly (readonly [accounts: number, value: number])[];
  /** The fewest accounts that hold so much. */
  readonly fewest: readonly { readonly value: number; readonly accounts: number; readonly share: number }[];
  /** Share of the best account, of the best five, of all; the sum of squared shares, and the number of equal accounts that has the same. */
  readonly top1: number;
  readonly top5: number;
  readonly herfindahl: number;
  readonly effective: number;
  /** The best accounts by place in the input, the best first. */
  readonly best: readonly { readonly account: number; readonly share: number }[];
}

const curvePoints = 100;
const namedBest = 10;

/**
 * Who makes the value: Lorenz curve from the best down, Gini, and what hangs on few accounts. Where value is below zero for
 * some accounts (returns, losses), they count as zero in shares; their sum is told by the caller.
 * @param values what each account comes to, any unit.
 */
export function measureConcentration(values: Float64Array): Concentration {
  const positive = values.map((value) => (value > 0 ? value : 0));
  const sorted = positive.slice().sort().reverse();
  const total = positive.reduce((sum, value) => sum + value, 0);
  const held = new Float64Array(sorted.length);
  let running = 0;
  let squares = 0;
  sorted.forEach((value, place) => {
    running += value;
    squares += (value / total) ** 2;
    held[place] = running / total;
  });
  const count = sorted.length;
  const heldBy = (accounts: number) => (accounts <= 0 || count === 0 ? 0 : held[Math.min(count, accounts) - 1]);
  const isMeasured = total > 0;
  return {
    accounts: count,
    positive: positive.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0),
    gini: isMeasured ? gini(positive) : null,
    holdings: isMeasured ? [0.01, 0.05, 0.1, 0.2, 0.5].map((share) => ({ share, ...topHolding(positive, share) })) : [],
    curve: isMeasured ? curveOf(held) : [],
    fewest: isMeasured ? [0.5, 0.8, 0.9].map((value) => fewestFor(held, value)) : [],
    top1: isMeasured ? heldBy(1) : 0,
    top5: isMeasured ? heldBy(5) : 0,
    herfindahl: isMeasured ? squares : 0,
    effective: isMeasured ? 1 / squares : 0,
    best: isMeasured
      ? largestOf(positive, sorted).map((account) => ({ account, share: positive[account] / total }))
      : [],
  };
}

function curveOf(held: Float64Array): [number, number][] {
  const count = held.length;
  const steps = Math.min(curvePoints, count);
  const points = Array.from({ length: steps }, (_, i): [number, number] => {
    const accounts = Math.max(1, Math.round(((i + 1) * count) / steps));
    return [accounts / count, held[accounts - 1]];
  });
  return [[0, 0], ...points];
}

function fewestFor(held: Float64Array, value: number): Concentration['fewest'][number] {
  let [low, high] = [0, held.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    // A sum in another order may fall short of it by its last digit.
    if (held[middle] >= value - 1e-12) high = middle;
    else low = middle + 1;
  }
  return { value, accounts: low + 1, share: (low + 1) / held.length };
}

/** Places of the largest values, the largest first, the earlier of those that are alike. */
function largestOf(values: Float64Array, sorted: Float64Array): number[] {
  const least = sorted[Math.min(namedBest, sorted.length) - 1];
  const above: number[] = [];
  const level: number[] = [];
  values.forEach((value, account) => {
    if (value > least) above.push(account);
    else if (value === least && level.length < namedBest) level.push(account);
  });
  return [...above.sort((a, b) => values[b] - values[a] || a - b), ...level].slice(0, namedBest);
}

import type { Interval } from '../model/estimate.js';
import { midRanks } from './mid-ranks.js';

/** Accounts of one score, the best first. */
interface Tie {
  readonly accounts: number;
  readonly value: number;
}

/**
 * Share of all value that the best-scored `share` of accounts holds, at each of the shares. Accounts tied at a border enter
 * in proportion, so the order of rows never matters.
 * @param amounts ≥ 0. @returns 0 where there is no value.
 */
export function valueCurve(
  points: ArrayLike<number>,
  amounts: ArrayLike<number>,
  shares: readonly number[],
): { share: number; held: number }[] {
  const ties = tiesOf(points, amounts);
  const accounts = ties.reduce((sum, tie) => sum + tie.accounts, 0);
  const value = ties.reduce((sum, tie) => sum + tie.value, 0);
  return shares.map((share) => ({ share, held: value > 0 ? heldBy(ties, share * accounts) / value : 0 }));
}

/**
 * Twice the area between the whole curve and the diagonal: 0 for no order, at most that of the amounts themselves. It is the
 * ratio of Σ amount · (1 − 2 · place) to Σ amount, place 0 for the best and 1 for the last; the 95 % interval is that of a ratio.
 * @param options `designEffect`: variance over that of independent judgements.
 */
export function valueGini(
  points: ArrayLike<number>,
  amounts: ArrayLike<number>,
  { designEffect = 1 }: { readonly designEffect?: number } = {},
): Interval {
  const count = points.length;
  const weights = midRanks(points).map((rank) => (2 * rank - 1) / count - 1);
  let [value, weighted] = [0, 0];
  for (let i = 0; i < count; i++) {
    value += amounts[i];
    weighted += weights[i] * amounts[i];
  }
  if (!(value > 0)) return { estimate: 0, lower: -1, upper: 1 };
  const estimate = weighted / value;
  const square = weights.reduce((sum, weight, i) => sum + (amounts[i] * (weight - estimate)) ** 2, 0);
  const half = (1.959964 * Math.sqrt(designEffect * square)) / value;
  return { estimate, lower: Math.max(-1, estimate - half), upper: Math.min(1, estimate + half) };
}

function tiesOf(points: ArrayLike<number>, amounts: ArrayLike<number>): Tie[] {
  const order = Float64Array.from({ length: points.length }, (_, i) => i).sort((a, b) => points[b] - points[a]);
  const ties: { accounts: number; value: number }[] = [];
  let last = Number.NaN;
  for (const i of order) {
    if (points[i] !== last) ties.push({ accounts: 0, value: 0 });
    last = points[i];
    ties[ties.length - 1].accounts++;
    ties[ties.length - 1].value += amounts[i];
  }
  return ties;
}

function heldBy(ties: readonly Tie[], room: number): number {
  let [left, held] = [room, 0];
  for (const { accounts, value } of ties) {
    if (left <= 0) break;
    held += Math.min(1, left / accounts) * value;
    left -= accounts;
  }
  return held;
}

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

/** Twice the area between the whole curve and the diagonal: 0 for no order, at most that of the amounts themselves. */
export function valueGini(points: ArrayLike<number>, amounts: ArrayLike<number>): number {
  const ties = tiesOf(points, amounts);
  const accounts = ties.reduce((sum, tie) => sum + tie.accounts, 0);
  const value = ties.reduce((sum, tie) => sum + tie.value, 0);
  if (!(value > 0)) return 0;
  let [area, held] = [0, 0];
  for (const tie of ties) {
    area += (tie.accounts / accounts) * (held + tie.value / 2);
    held += tie.value;
  }
  return (2 * area) / value - 1;
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

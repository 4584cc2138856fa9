import { sumInOrder } from './sum-in-order.js';

/** A trend looks at parts of this many days. */
export const trendPartDays = 30;
const msPerPart = trendPartDays * 86_400_000;

/**
 * How an account's rows grow: the Theil–Sen slope (median of the slopes between all pairs; Sen 1968) of the sums of the
 * 30-day parts before the decision, in amount per 30 days, per 30 days. One odd month hardly moves it.
 * @param moments ms, all before the decision. @param amounts of each row, NaN missing; null counts rows.
 * @param first moment of the account's first row: parts before it are no zeros, and are left out.
 * @param parts how many parts are looked at.
 * @returns NaN with under three whole parts.
 */
export function trendSlope({
  moments,
  amounts,
  decision,
  first,
  parts,
}: {
  moments: ArrayLike<number>;
  amounts: ArrayLike<number> | null;
  decision: number;
  first: number;
  parts: number;
}): number {
  const lived = Math.min(parts, Math.floor((decision - first) / msPerPart));
  if (lived < 3) return Number.NaN;
  const found = Array.from({ length: lived }, (): number[] => []);
  for (let i = 0; i < moments.length; i++) {
    const part = lived - Math.ceil((decision - moments[i]) / msPerPart);
    const amount = amounts === null ? 1 : amounts[i];
    if (part >= 0 && !Number.isNaN(amount)) found[part].push(amount);
  }
  const sums = found.map((values) => sumInOrder(Float64Array.from(values)));
  const slopes = sums.flatMap((sum, j) => sums.slice(0, j).map((earlier, i) => (sum - earlier) / (j - i)));
  slopes.sort((a, b) => a - b);
  const middle = slopes.length >> 1;
  return slopes.length % 2 === 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
}

import { sumInOrder } from './sum-in-order.js';

/** A trend looks at parts of this many days. */
export const trendPartDays = 30;
const msPerPart = trendPartDays * 86_400_000;

/**
 * How an account's rows grow: the Theil–Sen slope (median of the slopes between all pairs; Sen 1968) of the sums of the
 * 30-day parts before the decision, in amount per 30 days, per 30 days. One odd month hardly moves it.
 * @param moments ms, all before the decision, the earliest first. @param amounts of each row, NaN missing; null counts rows.
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
  const sums = amounts === null ? new Float64Array(lived) : null;
  const found = Array.from({ length: amounts === null ? 0 : lived }, (): number[] => []);
  for (let i = moments.length - 1; i >= 0; i--) {
    const part = lived - Math.ceil((decision - moments[i]) / msPerPart);
    if (part < 0) break;
    if (sums !== null) sums[part]++;
    else if (amounts !== null && !Number.isNaN(amounts[i])) found[part].push(amounts[i]);
  }
  return medianSlope(sums ?? Float64Array.from(found, (values) => sumInOrder(Float64Array.from(values))));
}

function medianSlope(sums: Float64Array): number {
  const slopes = new Float64Array((sums.length * (sums.length - 1)) / 2);
  let pair = 0;
  for (let j = 1; j < sums.length; j++) for (let i = 0; i < j; i++) slopes[pair++] = (sums[j] - sums[i]) / (j - i);
  slopes.sort();
  const middle = slopes.length >> 1;
  return slopes.length % 2 === 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
}

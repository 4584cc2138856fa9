import { measureRows, type WidthAccounts, type WidthMeasure } from './width-measure.js';

/** One cut of the score: everybody at or above it is worked. */
export interface CutPoint extends WidthMeasure {
  readonly score: number;
  /** Share of the accounts, 0–1. */
  readonly coverage: number;
  /** Share of all that the accounts came to: of the wins, or of the amounts. */
  readonly reach: number;
  /** The accounts that this cut adds to the one before it. */
  readonly band: WidthMeasure;
  /** Positives (or amounts) in units of `perPositive`, less the cost of all accounts; null where neither is known. */
  readonly net: number | null;
}

export interface CurveRequest {
  /** Shares of the accounts at which the curve is told; accounts of one score are never parted. */
  readonly shares: readonly number[];
  /** What one positive is worth (1 of amounts), and what working one account costs. */
  readonly economy: { readonly perPositive: number; readonly cost: number } | null;
}

/** Coverage, precision and value at each cut, from the narrowest to everybody. */
export function widthCurve(accounts: WidthAccounts, { shares, economy }: CurveRequest): CutPoint[] {
  const { score, values } = accounts;
  const order = byScore(score);
  const total = measureRows(order, accounts);
  const ends = [...new Set(shares.map((share) => endOfTies(order, { score, at: Math.ceil(share * order.length) })))];
  let before = 0;
  return ends
    .filter((end) => end > 0)
    .sort((a, b) => a - b)
    .map((end) => {
      const taken = order.subarray(0, end);
      const measure = measureRows(taken, accounts);
      const band = measureRows(order.subarray(before, end), accounts);
      before = end;
      return {
        ...measure,
        score: score[order[end - 1]],
        coverage: end / values.length,
        reach: total.positives > 0 ? measure.positives / total.positives : 0,
        band,
        net: economy === null ? null : measure.positives * economy.perPositive - end * economy.cost,
      };
    });
}

/** Best first; rows of one score in their own order. */
export function byScore(score: Float64Array): Int32Array {
  return Int32Array.from(score, (_, row) => row).sort((a, b) => score[b] - score[a] || a - b);
}

function endOfTies(order: Int32Array, { score, at }: { score: Float64Array; at: number }): number {
  let end = Math.min(at, order.length);
  while (end > 0 && end < order.length && score[order[end]] === score[order[end - 1]]) end++;
  return end;
}

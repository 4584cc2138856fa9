import type { PurchaseSummary } from './purchase-histories.js';

/** Amounts per purchase as observed, drawn to the mean of all, in the unit of the totals. */
export interface ShrunkSpends {
  /** How many purchases of one's own count as much as the mean of all. */
  readonly purchases: number;
  /** Mean amount of a purchase, over all of them. */
  readonly mean: number;
  /** Variances of the purchases of one customer, and of the means of customers. */
  readonly within: number;
  readonly between: number;
  /** Of each customer. */
  readonly spend: Float64Array;
}

/** One's own purchases are never worth nothing, nor everything. */
const bounds = { least: 0.2, most: 20 };

/**
 * Credibility of amounts: means of n purchases vary as between + within/n; two moments, from customers with one and with more.
 * Source: H. Bühlmann, A. Gisler, A Course in Credibility Theory (2005), chapter 3.
 */
export function shrinkSpends({ repeats, total }: Pick<PurchaseSummary, 'repeats' | 'total'>): ShrunkSpends {
  const counts = Float64Array.from(repeats, (x) => x + 1);
  const mean = sumOf(total) / Math.max(1, sumOf(counts));
  const deviation = total.map((amount, i) => (amount / counts[i] - mean) ** 2);
  const part = (isIn: (count: number) => boolean) => {
    const rows = [...counts.keys()].filter((i) => isIn(counts[i]));
    const n = Math.max(1, rows.length);
    return {
      square: rows.reduce((sum, i) => sum + deviation[i], 0) / n,
      inverse: rows.reduce((sum, i) => sum + 1 / counts[i], 0) / n,
      customers: rows.length,
    };
  };
  const [once, more] = [part((n) => n === 1), part((n) => n > 1)];
  const all = sumOf(deviation) / Math.max(1, deviation.length);
  const canTell = once.customers > 1 && more.customers > 1;
  const scatter = canTell
    ? within((once.square - more.square) / (1 - more.inverse), { least: all * 0.05, most: all * 0.95 })
    : all / 2;
  const between = Math.max(all * 0.05, all - scatter);
  // Where all amounts are the same there is nothing to draw.
  const purchases = all > 0 ? within(scatter / between, bounds) : bounds.least;
  return {
    purchases,
    mean,
    within: scatter,
    between,
    spend: total.map((amount, i) => (amount + purchases * mean) / (counts[i] + purchases)),
  };
}

function within(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.min(most, Math.max(least, value));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

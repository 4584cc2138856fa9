import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { Interval } from '../../model/estimate.js';
import { binomialTail } from '../../stats/binomial-tail.js';
import { fisherExact } from '../../stats/fisher-exact.js';
import { meanInterval } from '../../stats/mean-interval.js';
import { sampleMoments } from '../../stats/sample-moments.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';

/** Accounts that were not learnt from, row by row. */
export interface WidthAccounts {
  /** The higher, the more like the ICP. */
  readonly score: Float64Array;
  /** 1 where the account is inside the ICP: in its ideal tier. */
  readonly isInside: Uint8Array;
  /** What an account came to: 1 or 0, or an amount. */
  readonly values: Float64Array;
  readonly isRate: boolean;
}

/** What some accounts came to. */
export interface WidthMeasure {
  readonly accounts: number;
  /** Of amounts, their sum. */
  readonly positives: number;
  /** The rate, or the mean amount. */
  readonly mean: Interval;
}

export function measureRows(
  rows: Int32Array,
  { values, isRate }: Pick<WidthAccounts, 'values' | 'isRate'>,
): WidthMeasure {
  let positives = 0;
  for (const row of rows) positives += values[row];
  const mean = isRate
    ? wilsonInterval(positives, rows.length)
    : meanInterval(sampleMoments(Float64Array.from(rows, (row) => values[row])));
  return { accounts: rows.length, positives, mean };
}

/** What accounts are held against: a number, or other accounts. */
export type Yardstick = number | Int32Array;

/**
 * One-sided p-values that accounts come to no more (no less) than a number or than other accounts: exact for rates (binomial,
 * Fisher), of amounts by the normal approximation. Without accounts both are 1.
 */
export function testRows(
  rows: Int32Array,
  { accounts, against }: { accounts: Pick<WidthAccounts, 'values' | 'isRate'>; against: Yardstick },
): { readonly above: number; readonly below: number } {
  const { values, isRate } = accounts;
  if (rows.length === 0 || (typeof against !== 'number' && against.length === 0)) return { above: 1, below: 1 };
  const own = sampleMoments(Float64Array.from(rows, (row) => values[row]));
  const positives = Math.round(own.mean * own.count);
  if (typeof against === 'number') {
    if (!isRate) return normalTest(own.mean - against, own.variance / own.count);
    const { atLeast, atMost } = binomialTail(positives, { total: own.count, rate: against });
    return { above: atLeast, below: atMost };
  }
  const other = sampleMoments(Float64Array.from(against, (row) => values[row]));
  if (!isRate) return normalTest(own.mean - other.mean, own.variance / own.count + other.variance / other.count);
  const otherPositives = Math.round(other.mean * other.count);
  const counts = { positives, accounts: own.count, otherPositives, otherAccounts: other.count };
  const { greater, less } = fisherExact(counts);
  return { above: greater, below: less };
}

function normalTest(difference: number, variance: number): { above: number; below: number } {
  if (!(variance > 0)) return { above: 1, below: 1 };
  const below = normalCdf(difference / Math.sqrt(variance), 0, 1);
  return { above: 1 - below, below };
}

import type { Gathering } from '../model/value-definition.js';

/** Rows of a table by account, and what is gathered of them. */
export interface ComponentRows {
  readonly accounts: number;
  /** Account of each row; -1 where it is not known. */
  readonly accountOf: Int32Array;
  /** What is gathered, NaN missing; null where rows are counted. */
  readonly values: Float64Array | null;
  /** Rows that count at all; null: every one. */
  readonly isIn: ((row: number) => boolean) | null;
  /** Moment of each row in ms; null where nothing says it. */
  readonly at: Float64Array | null;
}

export interface GatheredComponent {
  /** One number for each account; NaN where there is none. Sums and counts without rows are 0. */
  readonly values: Float64Array;
  readonly rows: number;
  /** Rows of accounts that are not among those that are valued, and what they come to. */
  readonly unknown: { readonly rows: number; readonly total: number };
  /** Rows outside of the window of time, or of none that is known. */
  readonly outside: number;
}

/** One number for each account, of the rows between two moments. @param window ms, `from` inclusive, `until` exclusive. */
export function gatherComponent(
  { accounts, accountOf, values, isIn, at }: ComponentRows,
  { gather, from, until }: { gather: Gathering; from: number; until: number },
): GatheredComponent {
  const sums = new Float64Array(accounts);
  const counts = new Int32Array(accounts);
  const latest = new Float64Array(accounts).fill(Number.NEGATIVE_INFINITY);
  const isWindowed = Number.isFinite(from) || Number.isFinite(until);
  const result = { rows: 0, outside: 0, unknown: { rows: 0, total: 0 } };
  for (let row = 0; row < accountOf.length; row++) {
    if (isIn !== null && !isIn(row)) continue;
    const value = values === null ? 1 : values[row];
    if (Number.isNaN(value)) continue;
    const moment = at === null ? Number.NEGATIVE_INFINITY : at[row];
    if (isWindowed && at !== null && !(moment >= from && moment < until)) {
      result.outside++;
      continue;
    }
    const account = accountOf[row];
    if (account < 0) {
      result.unknown.rows++;
      result.unknown.total += value;
      continue;
    }
    result.rows++;
    counts[account]++;
    if (gather !== 'last') sums[account] += value;
    else if (!(moment < latest[account])) {
      sums[account] = value;
      latest[account] = moment;
    }
  }
  const isAdded = gather === 'sum' || gather === 'count';
  const gathered = sums.map((sum, account) => {
    if (gather === 'count') return counts[account];
    if (counts[account] === 0) return isAdded ? 0 : Number.NaN;
    return gather === 'mean' ? sum / counts[account] : sum;
  });
  return { ...result, values: gathered };
}

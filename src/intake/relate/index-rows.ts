/** The rows of each account that were known before its decision, by time. */
export interface RowIndex {
  /** Rows of account a: `rows[starts[a]] … rows[starts[a + 1] - 1]`, the earliest first. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** The moments of `rows`, in the same order. */
  readonly at: Float64Array;
  /** The first moment of all; Infinity without rows. Nobody knows what happened before it. */
  readonly since: number;
  /** Rows that count for nothing, and why. */
  readonly unknownAccount: number;
  readonly unknownMoment: number;
  readonly tooLate: number;
}

/**
 * Sorts rows by account and time, and leaves out all that stand at or after the decision of their account: everything
 * that is measured later sees no other rows. Near-linear: a counting sort by account, then a sort of each account's own.
 * @param accountOf account of each row, -1 unknown. @param at moment of each row in ms, NaN unknown.
 * @param decisions moment of each account in ms, no NaN; -Infinity: nothing was known.
 */
export function indexRows({
  accountOf,
  at,
  decisions,
}: {
  accountOf: Int32Array;
  at: Float64Array;
  decisions: Float64Array;
}): RowIndex {
  const counts = { unknownAccount: 0, unknownMoment: 0, tooLate: 0 };
  const starts = new Int32Array(decisions.length + 1);
  const counted = new Uint8Array(accountOf.length);
  for (let row = 0; row < accountOf.length; row++) {
    const account = accountOf[row];
    if (account < 0) counts.unknownAccount++;
    else if (Number.isNaN(at[row])) counts.unknownMoment++;
    else if (!(at[row] < decisions[account])) counts.tooLate++;
    else {
      counted[row] = 1;
      starts[account + 1]++;
    }
  }
  for (let account = 0; account < decisions.length; account++) starts[account + 1] += starts[account];
  const rows = new Int32Array(starts[decisions.length]);
  const next = starts.slice(0, decisions.length);
  for (let row = 0; row < accountOf.length; row++) if (counted[row] === 1) rows[next[accountOf[row]]++] = row;
  for (let account = 0; account < decisions.length; account++) {
    sortByTime(rows.subarray(starts[account], starts[account + 1]), at);
  }
  const times = Float64Array.from(rows, (row) => at[row]);
  return {
    starts,
    rows,
    at: times,
    since: times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    ...counts,
  };
}

/** Exports mostly come in order of time: those are left alone. */
function sortByTime(rows: Int32Array, at: Float64Array): void {
  for (let i = 1; i < rows.length; i++) {
    if (at[rows[i - 1]] > at[rows[i]]) {
      rows.sort((a, b) => at[a] - at[b]);
      return;
    }
  }
}

/** The first position in [from, to) whose moment is at least `moment`; `to` where there is none. */
export function firstSince(
  { at }: RowIndex,
  { from, to, moment }: { from: number; to: number; moment: number },
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle] < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

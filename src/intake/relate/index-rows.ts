/** The rows of each account that were known before its decision, by time. */
export interface RowIndex {
  /** Rows of account a: `rows[starts[a]] … rows[starts[a + 1] - 1]`, the earliest first. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** The moments of `rows`, in the same order. */
  readonly at: Float64Array;
  /**
   * The first moment of the whole table, whoever's it is; Infinity without rows. Nobody knows what happened before it.
   * It is no account's own, and the same whichever decisions are looked at.
   */
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
  let since = Number.POSITIVE_INFINITY;
  for (let row = 0; row < accountOf.length; row++) {
    const account = accountOf[row];
    if (at[row] < since) since = at[row];
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
  const times = new Float64Array(rows.length);
  const next = starts.slice(0, decisions.length);
  for (let row = 0; row < accountOf.length; row++) {
    if (counted[row] === 0) continue;
    const position = next[accountOf[row]]++;
    rows[position] = row;
    times[position] = at[row];
  }
  for (let account = 0; account < decisions.length; account++) {
    sortByTime({ rows, times, from: starts[account], to: starts[account + 1] });
  }
  return { starts, rows, at: times, since, ...counts };
}

/** Most accounts have few rows, and most exports come in order of time: insertion is quickest for both. */
function sortByTime({
  rows,
  times,
  from,
  to,
}: {
  rows: Int32Array;
  times: Float64Array;
  from: number;
  to: number;
}): void {
  let moves = 0;
  for (let i = from + 1; i < to; i++) {
    const [row, time] = [rows[i], times[i]];
    let k = i;
    for (; k > from && times[k - 1] > time; k--) {
      rows[k] = rows[k - 1];
      times[k] = times[k - 1];
    }
    rows[k] = row;
    times[k] = time;
    moves += i - k;
    if (moves > 16 * (to - from)) {
      mergeByTime({ rows, times, from, to });
      return;
    }
  }
}

function mergeByTime({
  rows,
  times,
  from,
  to,
}: {
  rows: Int32Array;
  times: Float64Array;
  from: number;
  to: number;
}): void {
  const [oldRows, oldTimes] = [rows.slice(from, to), times.slice(from, to)];
  const order = Int32Array.from(oldRows, (_, i) => i).sort((a, b) => oldTimes[a] - oldTimes[b]);
  for (let i = 0; i < order.length; i++) {
    rows[from + i] = oldRows[order[i]];
    times[from + i] = oldTimes[order[i]];
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

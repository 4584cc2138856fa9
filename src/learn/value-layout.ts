/** Accounts laid out for a search by value: the most valuable first, so that the best of any set are met first. */
export interface ValueLayout {
  /** Bit of each account, by its place in the list of rows. */
  readonly bitOf: Int32Array;
  readonly words: number;
  readonly accounts: number;
  /** Value by bit, falling. */
  readonly values: Float64Array;
  readonly mean: number;
  /** Standard deviation over the accounts. */
  readonly deviation: number;
}

/** What some accounts are worth together. */
export interface ValueTally {
  readonly accounts: number;
  readonly sum: number;
  readonly squares: number;
}

/** @param rows the accounts to lay out. @param values by row, all known. */
export function layOutValues(rows: Int32Array, values: Float64Array): ValueLayout {
  const order = Int32Array.from(rows.keys()).sort((a, b) => values[rows[b]] - values[rows[a]] || a - b);
  const bitOf = new Int32Array(rows.length);
  const sorted = new Float64Array(rows.length);
  let [sum, squares] = [0, 0];
  order.forEach((place, bit) => {
    bitOf[place] = bit;
    sorted[bit] = values[rows[place]];
    sum += sorted[bit];
  });
  const mean = rows.length === 0 ? 0 : sum / rows.length;
  for (const value of sorted) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / Math.max(1, rows.length));
  return { bitOf, words: (rows.length + 31) >>> 5, accounts: rows.length, values: sorted, mean, deviation };
}

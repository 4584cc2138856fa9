/** Accounts and positives of each code. */
export interface CodeCounts {
  readonly accounts: Float64Array;
  readonly positives: Float64Array;
}

/**
 * @param codes code of each account, under `size`; negative codes are left out.
 * @param over `labels`: 1 where the account had the outcome (or any weight); `rows`: the accounts to count (all when absent).
 */
export function countCodes(
  codes: ArrayLike<number>,
  over: { readonly labels: ArrayLike<number>; readonly size: number; readonly rows?: Int32Array },
): CodeCounts {
  const { labels, size, rows } = over;
  const accounts = new Float64Array(size);
  const positives = new Float64Array(size);
  const total = rows?.length ?? codes.length;
  for (let i = 0; i < total; i++) {
    const row = rows === undefined ? i : rows[i];
    const code = codes[row];
    if (code < 0) continue;
    accounts[code]++;
    positives[code] += labels[row];
  }
  return { accounts, positives };
}

/** Share of the accounts of a segment, among these rows, that any of the others holds, too. */
export function segmentOverlap(
  has: Uint8Array,
  { others, rows }: { readonly others: readonly Uint8Array[]; readonly rows: Int32Array },
): number {
  let [accounts, shared] = [0, 0];
  for (const row of rows) {
    if (has[row] !== 1) continue;
    accounts++;
    if (others.some((other) => other[row] === 1)) shared++;
  }
  return accounts === 0 ? 0 : shared / accounts;
}

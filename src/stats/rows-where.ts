/** The rows whose value passes, ascending. `from` and `filter` take ten times as long over a million of them. */
export function rowsWhere(values: Uint8Array, passes: (value: number) => boolean): Int32Array {
  const isPassing = Uint8Array.from({ length: 256 }, (_, value) => (passes(value) ? 1 : 0));
  const rows = new Int32Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) if (isPassing[values[row]] === 1) rows[count++] = row;
  return rows.slice(0, count);
}

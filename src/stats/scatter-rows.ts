/**
 * About `most` of `count` rows, scattered over all of them so that no order or rhythm of theirs matters; null where they are no
 * more than that. The same rows for the same numbers. Ascending.
 */
export function scatterRows(count: number, most: number): Int32Array | null {
  if (count <= most) return null;
  const limit = (most / count) * 2 ** 32;
  const rows = new Int32Array(count);
  let taken = 0;
  for (let row = 0; row < count; row++) if (scatter(row) < limit) rows[taken++] = row;
  return rows.slice(0, taken);
}

/** The last steps of murmur3: every bit of a number reaches every bit of the result. */
function scatter(row: number): number {
  let hash = Math.imul((row + 1) ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

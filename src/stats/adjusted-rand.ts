/**
 * How far two groupings of the same items agree, beyond what chance would give: 1 where they are the same, 0 on average
 * for groupings that have nothing to do with each other, and below 0 for less than that. Two groupings that each put all
 * into one group agree.
 * Source: L. Hubert and P. Arabie, Journal of Classification 2 (1985) 193–218.
 * @param a group of each item, whole numbers from 0. @param b the same for the other grouping; of the same length.
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { cells, rows, columns } = crossTable(a, b);
  const pairs = (counts: Float64Array) => counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const all = (a.length * (a.length - 1)) / 2;
  const [together, first, second] = [pairs(cells), pairs(rows), pairs(columns)];
  const expected = all === 0 ? 0 : (first * second) / all;
  const most = (first + second) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/** Items in each pair of groups (`cells[i * columns.length + j]`), and in each group of either grouping. */
export function crossTable(a: ArrayLike<number>, b: ArrayLike<number>) {
  const [height, width] = [sizeOf(a), sizeOf(b)];
  const cells = new Float64Array(height * width);
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  for (let i = 0; i < a.length; i++) {
    cells[a[i] * width + b[i]]++;
    rows[a[i]]++;
    columns[b[i]]++;
  }
  return { cells, rows, columns };
}

function sizeOf(groups: ArrayLike<number>): number {
  let most = -1;
  for (let i = 0; i < groups.length; i++) most = Math.max(most, groups[i]);
  return most + 1;
}

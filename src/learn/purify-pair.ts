/** A table of two attributes without what each says by itself. */
export interface PureTable {
  /** What was taken out, by row and by column. */
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly values: Float64Array;
}

const mostRounds = 100;
const smallest = 1e-10;

/**
 * Takes row and column means out of a table until none are left: value = rows[a] + columns[b] + rest, where the rest
 * has weighted mean 0 along every row and column (B. Lengerich et al., AISTATS 2020, after Hooker 2007).
 * @param values row-major. @param by `counts` of the same shape.
 */
export function purifyPair(
  values: Float64Array,
  by: { readonly counts: Float64Array; readonly columnCount: number },
): PureTable {
  const { counts, columnCount } = by;
  const rest = Float64Array.from(values);
  const rows = new Float64Array(values.length / columnCount);
  const columns = new Float64Array(columnCount);
  for (let round = 0; round < mostRounds; round++) {
    const a = takeMeans(rest, { counts, means: rows, indexOf: (k) => Math.floor(k / columnCount) });
    const b = takeMeans(rest, { counts, means: columns, indexOf: (k) => k % columnCount });
    if (Math.max(a, b) < smallest) break;
  }
  return { rows, columns, values: rest };
}

/** Moves the mean of every line into `means`. @returns the largest move. */
function takeMeans(
  rest: Float64Array,
  to: { counts: Float64Array; means: Float64Array; indexOf: (cell: number) => number },
): number {
  const { counts, means, indexOf } = to;
  const sums = new Float64Array(means.length);
  const weights = new Float64Array(means.length);
  for (let k = 0; k < rest.length; k++) {
    sums[indexOf(k)] += counts[k] * rest[k];
    weights[indexOf(k)] += counts[k];
  }
  let largest = 0;
  sums.forEach((sum, line) => {
    if (weights[line] > 0) sums[line] = sum / weights[line];
    largest = Math.max(largest, Math.abs(sums[line]));
    means[line] += sums[line];
  });
  for (let k = 0; k < rest.length; k++) rest[k] -= sums[indexOf(k)];
  return largest;
}

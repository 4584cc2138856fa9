/** Cells of a shape in the order in which neighbours may be joined. */
export interface ShapeCells {
  readonly values: ArrayLike<number>;
  /** How much each cell's error counts: its sum of p(1 - p). */
  readonly weights: ArrayLike<number>;
  /** Accounts in each cell. */
  readonly counts: ArrayLike<number>;
  /** Cost of a boundary before cell k, in the unit of the error; ugly numbers cost more. */
  readonly boundaryCost: ArrayLike<number>;
}

/**
 * The best partition of a shape into runs of equal value: least Σ weight · (value − mean of its run)² + cost of boundaries
 * among all partitions with at most `maxRuns` runs of at least `minCount` accounts. Exact dynamic programming, O(maxRuns · k²).
 * @returns the index of the first cell of each run, starting with 0.
 */
export function partitionShape(
  cells: ShapeCells,
  options: { readonly maxRuns: number; readonly minCount: number },
): number[] {
  const size = cells.values.length;
  if (size === 0) return [];
  const error = errorOfRuns(cells);
  const mass = prefixSums(cells.counts);
  // best[m][k]: least cost of the first k cells in m + 1 runs; from[m][k]: where the last of them starts.
  let previous = Float64Array.from({ length: size + 1 }, (_, k) => (k === 0 ? Number.POSITIVE_INFINITY : error(0, k)));
  const from: Int32Array[] = [new Int32Array(size + 1)];
  let bestRuns = 1;
  let bestCost = previous[size];
  for (let runs = 2; runs <= Math.min(options.maxRuns, size); runs++) {
    const current = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const starts = new Int32Array(size + 1);
    for (let end = runs; end <= size; end++) {
      for (let start = runs - 1; start < end; start++) {
        if (mass[end] - mass[start] < options.minCount) break;
        if (mass[start] < options.minCount) continue;
        const cost = previous[start] + error(start, end) + cells.boundaryCost[start];
        if (cost < current[end]) {
          current[end] = cost;
          starts[end] = start;
        }
      }
    }
    from.push(starts);
    previous = current;
    if (current[size] < bestCost) {
      bestCost = current[size];
      bestRuns = runs;
    }
  }
  return traceBack(from, { runs: bestRuns, size });
}

function traceBack(from: readonly Int32Array[], at: { runs: number; size: number }): number[] {
  const starts: number[] = [];
  let end = at.size;
  for (let m = at.runs - 1; m > 0; m--) {
    end = from[m][end];
    starts.unshift(end);
  }
  return [0, ...starts];
}

/** Weighted squared error about the mean of cells start … end - 1. */
function errorOfRuns(cells: ShapeCells): (start: number, end: number) => number {
  const { values, weights } = cells;
  const sumW = prefixSums(weights);
  const sumWv = prefixSums(Float64Array.from(values, (value, k) => value * weights[k]));
  const sumWvv = prefixSums(Float64Array.from(values, (value, k) => value * value * weights[k]));
  return (start, end) => {
    const w = sumW[end] - sumW[start];
    if (w <= 0) return 0;
    const wv = sumWv[end] - sumWv[start];
    return Math.max(0, sumWvv[end] - sumWvv[start] - (wv * wv) / w);
  };
}

function prefixSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let k = 0; k < values.length; k++) sums[k + 1] = sums[k] + values[k];
  return sums;
}

import type { CodedTable } from '../learn/grid.js';
import { cramersV } from '../stats/cramers-v.js';

/** An attribute that tells in part what was set aside because people must not be scored by it. */
export interface MeasuredProxy {
  readonly attribute: string;
  /** The protected column. */
  readonly column: string;
  /** Cramér's V, 0 to 1, bias-corrected. */
  readonly v: number;
}

/** Below it an attribute says little of the other, however sure that is. */
const weakest = 0.2;
const significance = 0.01;
const mostRows = 50_000;

/**
 * Which attributes go together with protected columns, the strongest first: all whose V is at least 0.2 and beyond
 * chance (χ², Bonferroni over all that was looked at). Of many accounts an evenly spaced part is looked at; those of
 * which either is missing do not count.
 */
export function measureProxies(learnt: CodedTable, protectedOnes: CodedTable): MeasuredProxy[] {
  const step = Math.max(1, Math.ceil(learnt.rowCount / mostRows));
  const pairs = protectedOnes.grids.flatMap((column, c) =>
    learnt.grids.map((attribute, a) => ({
      attribute: attribute.attribute,
      column: column.attribute,
      ...associate(learnt.codes[a], protectedOnes.codes[c], {
        sizes: [attribute.binCount + 1, column.binCount + 1],
        step,
      }),
    })),
  );
  const found = pairs
    .filter(({ attribute, column, v, p }) => attribute !== column && v >= weakest && p < significance / pairs.length)
    .sort((a, b) => b.v - a.v);
  // Of a set the member that tells most stands for it.
  return found.filter(
    (pair, at) => found.findIndex((one) => one.attribute === pair.attribute && one.column === pair.column) === at,
  );
}

/** Codes from `sizes` on are missing. */
function associate(
  rows: Uint8Array,
  columns: Uint8Array,
  { sizes: [height, width], step }: { sizes: readonly [number, number]; step: number },
): { v: number; p: number } {
  const counts = new Float64Array(height * width);
  for (let row = 0; row < rows.length; row += step)
    if (rows[row] < height && columns[row] < width) counts[rows[row] * width + columns[row]]++;
  return cramersV(counts, width);
}

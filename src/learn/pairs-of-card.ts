import type { Axis, PairTerm } from '../model/scorecard.js';
import type { FittedPair } from './additive-model.js';
import { binValues } from './bin-values.js';
import type { AttributeGrid } from './grid.js';

/**
 * Two-way tables of whole points from fitted pairs. They need no centring: the mean of a fitted pair is nought along both
 * sides. A value that no account had, such as missing where none was, has no points either way. Pairs that come to no points are left out.
 * @returns the pairs in the order in which they were fitted, and the mean points of each over the accounts.
 */
export function pairsOfCard(
  fitted: readonly FittedPair[],
  { grids, pointsPerLogit }: { readonly grids: readonly AttributeGrid[]; readonly pointsPerLogit: number },
): { pairs: PairTerm[]; typical: number[] } {
  const built = fitted.flatMap((pair) => {
    const inPoints = Array.from(pair.values, (value) => Math.round(value * pointsPerLogit) + 0);
    if (inPoints.every((points) => points === 0)) return [];
    const first = axisOf(grids[pair.a], { cellOf: pair.cellOfA, isSeen: pair.isSeenA });
    const second = axisOf(grids[pair.b], { cellOf: pair.cellOfB, isSeen: pair.isSeenB });
    const points = first.cells.map((a) =>
      second.cells.map((b) => (a === null || b === null ? 0 : inPoints[a * pair.sizeB + b])),
    );
    return [{ term: { axes: [first.axis, second.axis], points } as const, typical: meanOf(inPoints, pair.counts) }];
  });
  return { pairs: built.map(({ term }) => term), typical: built.map(({ typical }) => typical) };
}

function meanOf(points: readonly number[], counts: Float64Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const sum = points.reduce((all, value, cell) => all + value * counts[cell], 0);
  return total === 0 ? 0 : Math.round((sum / total) * 1e6) / 1e6 + 0;
}

/** The axis that joins the codes of a grid by cell, and the cell of each of its rows: null where no account had it. */
function axisOf(
  grid: AttributeGrid,
  { cellOf, isSeen }: { readonly cellOf: Uint8Array; readonly isSeen: Uint8Array },
): { axis: Axis; cells: (number | null)[] } {
  const { attribute, binCount } = grid;
  const [other, missing] = [binCount, binCount + 1].map((code) => (isSeen[code] ? cellOf[code] : null));
  switch (grid.kind) {
    case 'numeric': {
      const starts = Array.from(cellOf.subarray(0, binCount).keys()).filter(
        (bin) => bin === 0 || cellOf[bin] !== cellOf[bin - 1],
      );
      const cuts = starts.slice(1).map((bin) => grid.cuts[bin - 1]);
      const cells = [...starts.map((bin) => cellOf[bin]), missing];
      return { axis: { kind: 'numeric', attribute, whole: grid.whole, cuts }, cells };
    }
    case 'category': {
      const valuesOf = new Map<number, string[]>();
      for (const bin of grid.labels.keys()) {
        const values = valuesOf.get(cellOf[bin]);
        if (values === undefined) valuesOf.set(cellOf[bin], [...binValues(grid, bin)]);
        else values.push(...binValues(grid, bin));
      }
      const groups = [...valuesOf.values()].map((values) => ({ values }));
      return { axis: { kind: 'category', attribute, groups }, cells: [...valuesOf.keys(), other, missing] };
    }
    case 'member':
      return {
        axis: { kind: 'member', attribute, member: grid.member },
        cells: [cellOf[1], cellOf[0], missing],
      };
  }
}

import type { AttributeGrid } from '../learn/grid.js';

/**
 * Which coarse bin each code of a grid belongs to. Numbers: neighbouring bins are merged to about deciles of the counted
 * accounts. Categories and members stay as they are. Other and missing keep bins of their own, the last two.
 * @param counts accounts by code, `binCount + 2` long.
 */
export function coarsenBins(grid: AttributeGrid, counts: ArrayLike<number>): { bins: Uint8Array; count: number } {
  const bins = Uint8Array.from({ length: grid.binCount + 2 }, (_, code) => code);
  if (grid.kind !== 'numeric') return { bins, count: bins.length };
  let total = 0;
  for (let code = 0; code < grid.binCount; code++) total += counts[code];
  let [below, last, lastDecile] = [0, -1, -1];
  for (let code = 0; code < grid.binCount; code++) {
    // A bin belongs to the decile that holds the middle of its accounts; deciles that get no bin are not numbered.
    const decile = total === 0 ? 0 : Math.min(9, Math.floor((10 * (below + counts[code] / 2)) / total));
    if (decile !== lastDecile) last++;
    lastDecile = decile;
    bins[code] = last;
    below += counts[code];
  }
  bins[grid.binCount] = last + 1;
  bins[grid.binCount + 1] = last + 2;
  return { bins, count: last + 3 };
}

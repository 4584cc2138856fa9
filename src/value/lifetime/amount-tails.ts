import { betaShare } from '../../stats/beta-share.js';
import type { SpendParameters } from './spend-model.js';

const outside = 0.025;
/** Places of the grid, from a thousandth of a usual purchase upwards, each a tenth above the last. */
const step = 1.1;
const places = 240;

/** Bounds of an amount that is 0 for those who have left. */
export interface AmountTails {
  upper(alive: number): number;
  lower(alive: number): number;
}

/**
 * What n purchases of a customer with `repeats` known ones come to, in units of v + (sum of the known ones): beta-prime with
 * shapes p·n and p·repeats + q. It depends on the customer by the number of repeats alone, so one table serves all with it.
 */
export function amountTable({ p, q }: SpendParameters, repeats: number): (counts: Float64Array) => AmountTails {
  const shape = p * repeats + q;
  const grid = Float64Array.from({ length: places }, (_, k) => ((0.001 * p) / shape) * step ** k);
  const below: Float64Array[] = [];
  const row = (n: number) => {
    while (below.length < n) {
      const a = p * (below.length + 1);
      below.push(grid.map((w) => betaShare({ a, b: shape }, w / (1 + w))));
    }
    return below[n - 1];
  };
  return (counts) => {
    const upTo = new Float64Array(places).fill(counts[0]);
    for (let n = 1; n < counts.length; n++) {
      if (counts[n] < 1e-7) continue;
      const shares = row(n);
      for (let k = 0; k < places; k++) upTo[k] += counts[n] * shares[k];
    }
    return {
      upper: (alive) => quantile(upTo, { grid, nothing: counts[0], share: 1 - outside / alive }),
      lower: (alive) => quantile(upTo, { grid, nothing: counts[0], share: 1 - (1 - outside) / alive }),
    };
  };
}

/** The amount that the share of customers stays below; between places of the grid in proportion. */
function quantile(
  upTo: Float64Array,
  { grid, nothing, share }: { grid: Float64Array; nothing: number; share: number },
): number {
  if (share <= nothing) return 0;
  let [low, high] = [0, places - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] >= share) high = middle;
    else low = middle + 1;
  }
  if (low === 0) return grid[0];
  const part = (share - upTo[low - 1]) / (upTo[low] - upTo[low - 1]);
  return grid[low - 1] + Math.min(1, part) * (grid[low] - grid[low - 1]);
}

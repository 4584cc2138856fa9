import type { Random } from '../../stats/random.js';
import { type ClusterAttribute, type ClusterTable, unknownLevel } from './cluster-table.js';

/** Distance from what is not known to everything. */
const unknown = 0.5;

/**
 * A beginning for a mixture: accounts far from one another, and every account with the nearest of them. Ordered levels are
 * as far apart as they stand in the order, others 1 apart; what is not known is half as far from everything.
 * Source: D. Arthur and S. Vassilvitskii, SODA 2007 (k-means++).
 * @returns `weights[group][row]`, 0 or 1.
 */
export function seedMixture(
  table: ClusterTable,
  { count, random }: { readonly count: number; readonly random: Random },
): Float64Array[] {
  const { rowCount } = table;
  const nearest = new Float64Array(rowCount).fill(Number.POSITIVE_INFINITY);
  const distances = new Float64Array(rowCount);
  const group = new Uint8Array(rowCount);
  let seed = random.int(rowCount);
  for (let k = 0; k < count; k++) {
    distances.fill(0);
    for (const attribute of table.attributes) addDistances(distances, { attribute, to: attribute.levels[seed] });
    let sum = 0;
    for (let row = 0; row < rowCount; row++) {
      if (distances[row] < nearest[row]) {
        nearest[row] = distances[row];
        group[row] = k;
      }
      sum += nearest[row] ** 2;
    }
    let left = random.next() * sum;
    seed = 0;
    while (seed < rowCount - 1 && left >= nearest[seed] ** 2) {
      left -= nearest[seed] ** 2;
      seed++;
    }
  }
  return Array.from({ length: count }, (_, k) => {
    const weights = new Float64Array(rowCount);
    for (let row = 0; row < rowCount; row++) if (group[row] === k) weights[row] = 1;
    return weights;
  });
}

function addDistances(distances: Float64Array, { attribute, to }: { attribute: ClusterAttribute; to: number }): void {
  const { levels, isOrdered, size } = attribute;
  const away = new Float64Array(256).fill(unknown);
  if (to !== unknownLevel) {
    for (let level = 0; level < size; level++) {
      away[level] = isOrdered ? Math.abs(level - to) / (size - 1) : level === to ? 0 : 1;
    }
  }
  for (let row = 0; row < distances.length; row++) distances[row] += away[levels[row]];
}

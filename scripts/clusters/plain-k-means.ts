import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Column } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';

/** k-means over scaled numbers and one-hot categories, the usual thing to do; the best of ten starts. */
export function plainKMeans(
  columns: readonly Column[],
  { count, scale, seed }: { readonly count: number; readonly scale: 'standard' | 'rank'; readonly seed: number },
): Uint8Array {
  const features = columns.flatMap((column) => {
    if (column.type === 'number') return [scale === 'rank' ? rankNormal(column.values) : standardise(column.values)];
    if (column.type !== 'category') return [];
    return column.labels.map((_, level) => Float64Array.from(column.codes, (code) => (code === level ? 1 : 0)));
  });
  const random = createRandom(seed);
  const rowCount = features[0].length;
  let best: { loss: number; groups: Uint8Array } | null = null;
  for (let start = 0; start < 10; start++) {
    let centres = Array.from({ length: count }, () => {
      const row = random.int(rowCount);
      return features.map((values) => values[row]);
    });
    const groups = new Uint8Array(rowCount);
    let loss = 0;
    for (let step = 0; step < 50; step++) {
      loss = 0;
      for (let row = 0; row < rowCount; row++) {
        const distances = centres.map((centre) => centre.reduce((sum, c, f) => sum + (features[f][row] - c) ** 2, 0));
        groups[row] = distances.indexOf(Math.min(...distances));
        loss += distances[groups[row]];
      }
      const sizes = centres.map((_, k) => groups.reduce((sum, group) => sum + (group === k ? 1 : 0), 0));
      const sums = centres.map(() => new Float64Array(features.length));
      for (let row = 0; row < rowCount; row++)
        features.forEach((values, f) => {
          sums[groups[row]][f] += values[row];
        });
      const next = centres.map((centre, k) => (sizes[k] === 0 ? centre : [...sums[k]].map((sum) => sum / sizes[k])));
      const isDone = next.every((centre, k) => centre.every((c, f) => Math.abs(c - centres[k][f]) < 1e-9));
      centres = next;
      if (isDone) break;
    }
    if (best === null || loss < best.loss) best = { loss, groups };
  }
  if (best === null) throw new Error('No start.');
  return best.groups;
}

function standardise(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (value - mean) / Math.sqrt(variance));
}

function rankNormal(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  order.forEach((row, rank) => {
    ranks[row] = normalQuantile((rank + 0.5) / values.length, 0, 1);
  });
  return ranks;
}

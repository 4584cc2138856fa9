import type { Random } from '../../stats/random.js';
import { type ClusterTable, unknownLevel } from './cluster-table.js';

const rounds = 30;

/**
 * An order for the levels of every attribute: their own, or for categories that along which all attributes go together
 * most closely, by reciprocal averaging (first axis of a multiple correspondence analysis).
 * Source: M. O. Hill, Applied Statistics 23 (1974) 340–354.
 */
export function orderLevels({ attributes, rowCount }: ClusterTable, random: Random): Int32Array[] {
  const weights = attributes.map(({ size }) => Float64Array.from({ length: size }, () => random.normal()));
  const rows = new Float64Array(rowCount);
  for (let round = 0; round < rounds; round++) {
    rows.fill(0);
    attributes.forEach(({ levels }, a) => {
      for (let row = 0; row < rowCount; row++) if (levels[row] !== unknownLevel) rows[row] += weights[a][levels[row]];
    });
    standardise(rows);
    attributes.forEach(({ levels, size }, a) => {
      const sums = new Float64Array(size);
      const counts = new Float64Array(size);
      for (let row = 0; row < rowCount; row++) {
        if (levels[row] === unknownLevel) continue;
        sums[levels[row]] += rows[row];
        counts[levels[row]]++;
      }
      for (let level = 0; level < size; level++) weights[a][level] = sums[level] / Math.max(1, counts[level]);
    });
  }
  return attributes.map(({ size, isOrdered }, a) => {
    const order = Int32Array.from({ length: size }, (_, level) => level);
    return isOrdered ? order : order.sort((x, y) => weights[a][x] - weights[a][y] || x - y);
  });
}

function standardise(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] - mean) * scale;
}

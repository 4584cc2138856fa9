import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Random } from '../../stats/random.js';
import { type ClusterAttribute, type ClusterTable, unknownLevel } from './cluster-table.js';
import { orderLevels } from './order-levels.js';

/** One continuum without groups: what {@link drawNull} draws from. */
export interface NullModel {
  readonly table: ClusterTable;
  /** For each attribute, where on a standard normal each of its levels ends, and which level that is. */
  readonly scales: readonly Scale[];
  /** Lower triangular root of the correlations, row by row. */
  readonly root: readonly Float64Array[];
}

interface Scale {
  /** Levels from low to high. */
  readonly order: Int32Array;
  /** Upper end of each, on the normal scale. */
  readonly ends: Float64Array;
  /** Mean of the normal between the ends of each level, by level. */
  readonly scores: Float64Array;
  /** Variance of the scores: what is left of 1 after cutting into levels. */
  readonly variance: number;
}

const mostCorrelated = 0.97;

/**
 * The same attributes without groups: every attribute as frequent as it is, every two related as closely as they are, but
 * only through a normal distribution behind them, which has one summit. Groups must stand out against this, not against
 * attributes that have nothing to do with each other: a continuum can be cut in two stably, and yet is one group.
 */
export function nullModel(table: ClusterTable, random: Random): NullModel {
  const orders = orderLevels(table, random);
  const scales = table.attributes.map((attribute, a) => scaleOf(attribute, orders[a]));
  const correlations = table.attributes.map((a, i) =>
    Float64Array.from(table.attributes.slice(0, i + 1), (b, j) =>
      i === j ? 1 : correlate([a, b], [scales[i], scales[j]]),
    ),
  );
  return { table, scales, root: rootOf(correlations) };
}

/** As many accounts of the continuum; what is not known of an account stays not known. */
export function drawNull({ table, scales, root }: NullModel, random: Random): ClusterTable {
  const attributes = table.attributes.map(({ levels, ...rest }) => ({ ...rest, levels: Uint8Array.from(levels) }));
  const normals = new Float64Array(attributes.length);
  for (let row = 0; row < table.rowCount; row++) {
    for (let a = 0; a < normals.length; a++) normals[a] = random.normal();
    for (let a = 0; a < normals.length; a++) {
      if (attributes[a].levels[row] === unknownLevel) continue;
      let x = 0;
      for (let b = 0; b <= a; b++) x += root[a][b] * normals[b];
      const { ends, order } = scales[a];
      let at = 0;
      while (at < order.length - 1 && x >= ends[at]) at++;
      attributes[a].levels[row] = order[at];
    }
  }
  return { attributes, rowCount: table.rowCount };
}

function scaleOf({ size, levels }: ClusterAttribute, order: Int32Array): Scale {
  const counts = new Float64Array(size);
  let known = 0;
  for (const level of levels) {
    if (level === unknownLevel) continue;
    counts[level]++;
    known++;
  }
  const ends = new Float64Array(size);
  const scores = new Float64Array(size);
  let [below, variance, densityBelow] = [0, 0, 0];
  order.forEach((level, i) => {
    const share = counts[level] / Math.max(1, known);
    below += share;
    ends[i] = i === size - 1 ? Number.POSITIVE_INFINITY : normalQuantile(Math.min(1, below), 0, 1);
    const density = Number.isFinite(ends[i]) ? Math.exp(-(ends[i] ** 2) / 2) / Math.sqrt(2 * Math.PI) : 0;
    scores[level] = share > 0 ? (densityBelow - density) / share : 0;
    variance += share * scores[level] ** 2;
    densityBelow = density;
  });
  return { order, ends, scores, variance };
}

/** Correlation behind two cut scales, to first order: cutting takes its variance off each (K. Pearson, 1913). */
function correlate(pair: readonly [ClusterAttribute, ClusterAttribute], scales: readonly [Scale, Scale]): number {
  const [a, b] = pair;
  let [sum, known] = [0, 0];
  for (let row = 0; row < a.levels.length; row++) {
    if (a.levels[row] === unknownLevel || b.levels[row] === unknownLevel) continue;
    sum += scales[0].scores[a.levels[row]] * scales[1].scores[b.levels[row]];
    known++;
  }
  const lost = scales[0].variance * scales[1].variance;
  const correlation = known === 0 || lost === 0 ? 0 : sum / known / lost;
  return Math.max(-mostCorrelated, Math.min(mostCorrelated, correlation));
}

/** Cholesky's root; where pairs do not fit together, all correlations are drawn towards 0 until they do. */
function rootOf(correlations: readonly Float64Array[]): Float64Array[] {
  for (let keep = 1; ; keep *= 0.95) {
    const root = cholesky(correlations, keep);
    if (root !== null) return root;
  }
}

function cholesky(matrix: readonly Float64Array[], keep: number): Float64Array[] | null {
  const root = matrix.map((row) => new Float64Array(row.length));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i][j] * (i === j ? 1 : keep);
      for (let k = 0; k < j; k++) value -= root[i][k] * root[j][k];
      if (i === j && value < 1e-6) return null;
      root[i][j] = i === j ? Math.sqrt(value) : value / root[j][j];
    }
  }
  return root;
}

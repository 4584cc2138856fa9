import type { Cluster, Clustering } from '../../model/clustering.js';
import type { Column } from '../../model/table.js';
import { createRandom } from '../../stats/random.js';
import type { CodedTable } from '../grid.js';
import { canonicalOrder } from './canonical-order.js';
import { type ChosenMixture, chooseMixture } from './choose-mixture.js';
import { clusterLevels } from './cluster-levels.js';
import { type ClusterTable, takeAccounts } from './cluster-table.js';
import { describeCluster } from './describe-cluster.js';
import { assignAccounts, type Mixture } from './fit-mixture.js';
import { nameClusters } from './name-clusters.js';

/** Groups smaller than this are never published (M28). */
const smallestCluster = 11;
/** A kind that is rarer than this among the best is not a kind to plan for. */
const leastShare = 0.03;
/** Under this many best accounts no grouping can be told from chance. */
const leastAccounts = 60;
/** Accounts that the groups are learnt from; all are then assigned and counted. */
const mostLearnt = 1600;

/**
 * The kinds that the best accounts fall into, the number chosen by how well halves of the accounts agree on it, and what
 * sets each apart from the others. One kind is an answer, and is said. The order of the accounts plays no part.
 * @param from `rows`: the best accounts, in the rows of `coded` and `columns`.
 * @returns null where there are fewer than 60 best accounts, or nothing is known about them.
 */
export function findClusters(from: {
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  readonly rows: Int32Array;
  readonly seed: number;
}): Clustering | null {
  const { rows, seed } = from;
  const table = clusterLevels(from.coded, rows);
  if (rows.length < leastAccounts || table.attributes.length === 0) return null;
  const needed = Math.max(leastShare, (1.2 * smallestCluster) / rows.length);
  const sample = sampleAccounts(table, seed);
  const choice = chooseMixture(sample, { seed, leastShare: needed });
  if (choice.chosen === null) return oneKind(choice, rows.length);
  const { mixture, recovered, agreement } = choice.chosen;
  const assigned = assignAccounts(table, mixture);
  const clusters = describe(mixture, { ...from, assigned, recovered });
  if (clusters.some(({ accounts }) => accounts < smallestCluster))
    return oneKind({ ...choice, chosen: null }, rows.length);
  const finding = `The ${rows.length} best accounts fall into ${clusters.length} kinds: groupings made from halves of them agree (adjusted Rand index ${agreement.toFixed(2)}), and one continuum would not give them.`;
  return { accounts: rows.length, finding, agreement, clusters };
}

function sampleAccounts(table: ClusterTable, seed: number): ClusterTable {
  const order = canonicalOrder(table);
  if (order.length <= mostLearnt) return takeAccounts(table, order);
  const random = createRandom(seed);
  // Scattered evenly over the order, one from each stretch, so that no kind of account is missed.
  const width = order.length / mostLearnt;
  const chosen = Int32Array.from({ length: mostLearnt }, (_, i) => order[Math.floor((i + random.next()) * width)]);
  return takeAccounts(table, chosen);
}

function describe(
  { count }: Mixture,
  from: Parameters<typeof findClusters>[0] & { assigned: Uint8Array; recovered: readonly number[] },
): Cluster[] {
  const { assigned, recovered, rows } = from;
  const sizes = Array.from({ length: count }, (_, k) =>
    assigned.reduce((sum, group) => sum + (group === k ? 1 : 0), 0),
  );
  const order = [...sizes.keys()].sort((a, b) => sizes[b] - sizes[a] || recovered[b] - recovered[a]);
  const traits = order.map((k) => describeCluster(from, k));
  const names = nameClusters(traits, from.columns);
  return order.map((k, i) => ({
    name: names[i],
    accounts: sizes[k],
    share: sizes[k] / rows.length,
    stability: recovered[k],
    traits: traits[i],
  }));
}

function oneKind({ isContinuum }: ChosenMixture, accounts: number): Clustering {
  const why = isContinuum
    ? 'they shade into one another along a continuum, and cutting it would make kinds that are not there'
    : 'no division into two or more comes out the same from halves of them';
  return { accounts, finding: `The ${accounts} best accounts are of one kind: ${why}.`, agreement: null, clusters: [] };
}

import { findClusters } from '../learn/clusters/find-clusters.js';
import type { Clustering } from '../model/clustering.js';
import { rowsWhere } from '../stats/rows-where.js';
import { codeAccounts, type LearningData } from './learn-part.js';

/** The kinds that the accounts with the outcome fall into: `{}` where they are too few to look for any. */
export function clusterBest(data: LearningData): { readonly clusters?: Clustering } {
  const rows = rowsWhere(data.labels, (label) => label === 1);
  const clusters = findClusters({ coded: codeAccounts(data), columns: data.columns, rows, seed: data.seed });
  return clusters === null ? {} : { clusters };
}

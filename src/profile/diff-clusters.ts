import type { Clustering } from '../model/clustering.js';
import type { ProfileChange } from './profile-change.js';

/** A share that moved by less is the same: other accounts, other counts. */
const leastMove = 0.05;

/** Changes between the kinds of best account of two profiles; a kind is known by its name. */
export function diffClusters(before: Clustering | undefined, after: Clustering | undefined): ProfileChange[] {
  if (before === undefined || after === undefined) return [];
  const changes: ProfileChange[] = [];
  const kinds = [before, after].map(({ clusters }) => Math.max(1, clusters.length));
  if (kinds[0] !== kinds[1]) changes.push({ kind: 'cluster-count', before: kinds[0], after: kinds[1] });
  for (const cluster of after.clusters) {
    const old = before.clusters.find(({ name }) => name === cluster.name);
    if (old === undefined) changes.push({ kind: 'cluster-appeared', cluster });
    else if (Math.abs(old.share - cluster.share) >= leastMove) {
      changes.push({ kind: 'cluster-share', name: cluster.name, before: old.share, after: cluster.share });
    }
  }
  for (const cluster of before.clusters) {
    if (!after.clusters.some(({ name }) => name === cluster.name)) changes.push({ kind: 'cluster-vanished', cluster });
  }
  return changes;
}

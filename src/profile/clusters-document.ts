import type { Clustering } from '../model/clustering.js';
import type { Trait } from '../model/trait.js';
import { formatTrait } from '../model/trait-text.js';
import type { ClustersDocument } from './clusters-schema.js';
import { roundMeasured } from './round-measured.js';

export function writeClusters({ accounts, finding, agreement, clusters }: Clustering): ClustersDocument {
  return {
    accounts,
    finding,
    ...(agreement === null ? {} : { agreement: roundMeasured(agreement) }),
    groups: clusters.map((cluster) => ({
      name: cluster.name,
      accounts: cluster.accounts,
      share: roundMeasured(cluster.share),
      stability: roundMeasured(cluster.stability),
      traits: cluster.traits.map(({ trait, ratio, ...one }) => ({
        trait: formatTrait(trait),
        accounts: one.accounts,
        inside: roundMeasured(one.inside),
        outside: roundMeasured(one.outside),
        ratio: roundMeasured(ratio.estimate),
        interval: [roundMeasured(ratio.lower), roundMeasured(ratio.upper)],
      })),
    })),
  };
}

/** @param readTrait reads the text of a trait at its place in the document. */
export function readClusters(
  { accounts, finding, agreement, groups }: ClustersDocument,
  readTrait: (text: string, path: readonly PropertyKey[]) => Trait,
): Clustering {
  return {
    accounts,
    finding,
    agreement: agreement ?? null,
    clusters: groups.map((group, g) => ({
      ...group,
      traits: group.traits.map(({ trait, ratio, interval, ...one }, t) => ({
        ...one,
        trait: readTrait(trait, ['clusters', 'groups', g, 'traits', t, 'trait']),
        ratio: { estimate: ratio, lower: interval[0], upper: interval[1] },
      })),
    })),
  };
}

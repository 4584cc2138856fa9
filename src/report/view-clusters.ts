import type { Profile } from '../model/profile.js';
import { formatTrait } from '../model/trait-text.js';
import { formatCount, formatShare } from './format-number.js';
import type { ClustersView } from './profile-view.js';
import { viewLift } from './view-criteria.js';

/** The kinds of best account in words; null where nobody looked for any. */
export function viewClusters({ clusters: found }: Profile): ClustersView | null {
  if (found === undefined) return null;
  return {
    title: 'Kinds among the best',
    // Counts stand in the document as they are.
    note: found.finding.replace(/(?<![.\d])\d{4,}\b/g, (digits) => formatCount(Number(digits))),
    rows: found.clusters.map(({ name, accounts, share, stability, traits }) => ({
      name,
      accounts: formatCount(accounts),
      share: formatShare(share),
      stability: formatShare(stability),
      traits: traits.map(({ trait, accounts: having, inside, outside, ratio }) => ({
        trait: formatTrait(trait),
        accounts: formatCount(having),
        inside: formatShare(inside),
        outside: formatShare(outside),
        ratio: viewLift(ratio),
      })),
    })),
  };
}

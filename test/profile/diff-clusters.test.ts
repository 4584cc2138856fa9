import { describe, expect, it } from 'vitest';
import type { Clustering } from '../../src/model/clustering.js';
import { diffClusters } from '../../src/profile/diff-clusters.js';
import { formatChange } from '../../src/profile/format-change.js';

describe('diffClusters', () => {
  const before = clustering({ Large: 0.6, Small: 0.4 });

  it('tells new kinds, kinds that are gone, and another number of them', () => {
    expect(diffClusters(before, clustering({ Large: 0.6, Young: 0.2, Old: 0.2 })).map(formatChange)).toEqual([
      'The best accounts are now of 3 kinds (was 2).',
      'New kind among the best: “Young”, 20.0 % of them.',
      'New kind among the best: “Old”, 20.0 % of them.',
      'Kind gone from the best: “Small” (was 40.0 % of them).',
    ]);
    expect(diffClusters(before, clustering({})).map(formatChange)[0]).toBe(
      'The best accounts are now of 1 kind (was 2).',
    );
  });

  it('tells a share that moved by five points or more, and nothing else', () => {
    expect(diffClusters(before, clustering({ Large: 0.66, Small: 0.36 })).map(formatChange)).toEqual([
      'The kind “Large” is now 66.0 % of the best (was 60.0 %).',
    ]);
    expect(diffClusters(before, before)).toEqual([]);
    expect(diffClusters(undefined, before)).toEqual([]);
  });
});

function clustering(shares: Readonly<Record<string, number>>): Clustering {
  const clusters = Object.entries(shares).map(([name, share]) => ({
    name,
    accounts: 100 * share,
    share,
    stability: 0.9,
    traits: [],
  }));
  return { accounts: 100, finding: '', agreement: null, clusters };
}

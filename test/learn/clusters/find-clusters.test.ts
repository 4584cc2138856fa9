import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../../src/learn/build-grids.js';
import { findClusters } from '../../../src/learn/clusters/find-clusters.js';
import { codeTable } from '../../../src/learn/code-table.js';
import type { Column } from '../../../src/model/table.js';
import { formatTrait } from '../../../src/model/trait-text.js';
import { noKinds, plantedKinds } from './planted-kinds.js';

describe('findClusters', () => {
  it('finds planted kinds of mixed attributes, with a name and what sets each apart', () => {
    const { columns, truth } = plantedKinds(600, 3);
    const found = cluster(columns, 600);
    expect(found?.clusters).toHaveLength(3);
    const sizes = [0, 1, 2].map((kind) => truth.filter((own) => own === kind).length).sort((a, b) => b - a);
    found?.clusters.forEach(({ accounts }, i) => {
      expect(Math.abs(accounts - sizes[i])).toBeLessThan(25);
    });
    const said = found?.clusters.map(({ traits }) => traits.map(({ trait }) => trait.attribute)) ?? [];
    expect(said.every((names) => names.includes('industry') && !names.includes('noise'))).toBe(true);
    expect(new Set(found?.clusters.map(({ name }) => name)).size).toBe(3);
    expect(found?.agreement).toBeGreaterThan(0.8);
    expect(found?.finding).toContain('fall into 3 kinds');
  });

  it('gives the counts of a case that can be counted by hand', () => {
    // 40 accounts are of plan Pro with 500 employees and more, 60 of plan Free with 10 and less: nothing else is known.
    const large = Array.from({ length: 40 }, (_, i) => 500 + i);
    const small = Array.from({ length: 60 }, (_, i) => 1 + (i % 10));
    const noisy = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
    const columns: Column[] = [
      { type: 'number', name: 'employees', whole: true, values: Float64Array.from([...large, ...small]) },
      { type: 'number', name: 'noise', whole: true, values: Float64Array.from(noisy) },
      {
        type: 'category',
        name: 'plan',
        codes: Int32Array.from(noisy, (_, i) => (i < 40 ? 1 : 0)),
        labels: ['Free', 'Pro'],
      },
      {
        type: 'category',
        name: 'region',
        codes: Int32Array.from(noisy, (_, i) => (i < 40 ? 1 : i % 2)),
        labels: ['EU', 'US'],
      },
    ];
    const found = cluster(columns, 100);
    expect(found?.clusters.map(({ accounts, share }) => [accounts, share])).toEqual([
      [60, 0.6],
      [40, 0.4],
    ]);
    const pro = found?.clusters[1].traits.find(({ trait }) => trait.attribute === 'region');
    // All 40 inside, 30 of the 60 outside: twice as often.
    expect(pro && [formatTrait(pro.trait), pro.accounts, pro.inside, pro.outside, pro.ratio.estimate]).toEqual([
      'region = US',
      40,
      1,
      0.5,
      2,
    ]);
  });

  it('says that there is one kind where attributes have nothing to do with one another', () => {
    const found = cluster(noKinds(300, 1), 300);
    expect(found?.clusters).toEqual([]);
    expect(found?.agreement).toBeNull();
    expect(found?.finding).toMatch(/^The 300 best accounts are of one kind: /);
  });

  it('does not look among few accounts', () => {
    expect(cluster(plantedKinds(59, 1).columns, 59)).toBeNull();
  });

  it('publishes no kind of fewer than 11 accounts', () => {
    const { columns } = plantedKinds(90, 5);
    for (const { accounts } of cluster(columns, 90)?.clusters ?? []) expect(accounts).toBeGreaterThanOrEqual(11);
  });
});

function cluster(columns: readonly Column[], rowCount: number) {
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount });
  return findClusters({ coded, columns, rows: Int32Array.from({ length: rowCount }, (_, i) => i), seed: 1 });
}

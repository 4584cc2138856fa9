import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { findClusters } from '../../src/learn/clusters/find-clusters.js';
import { codeTable } from '../../src/learn/code-table.js';
import type { Column } from '../../src/model/table.js';
import { takeRows } from '../../src/model/take-rows.js';
import { createRandom } from '../../src/stats/random.js';
import { noKinds, plantedKinds } from '../learn/clusters/planted-kinds.js';

const accounts = 360;

describe('findClusters', () => {
  const { columns } = plantedKinds(accounts, 11);
  const all = Array.from({ length: accounts }, (_, row) => row);
  const found = cluster(columns, all);

  it('gives the same for the same accounts in another order', () => {
    const random = createRandom(5);
    const shuffled = all.map((row) => ({ row, at: random.next() })).sort((a, b) => a.at - b.at);
    expect(
      cluster(
        columns,
        shuffled.map(({ row }) => row),
      ),
    ).toEqual(found);
  });

  it('gives the same kinds, twice as large, for every account twice', () => {
    const twice = cluster(columns, [...all, ...all]);
    expect(twice?.clusters).toHaveLength(3);
    twice?.clusters.forEach(({ accounts }, i) => {
      expect(Math.abs(accounts / 2 - (found?.clusters[i].accounts ?? 0))).toBeLessThan(0.04 * 360);
    });
  });

  it('finds one kind in accounts without kinds, and in one continuum', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const rows = Array.from({ length: 200 }, (_, row) => row);
      expect(cluster(noKinds(200, seed), rows)?.clusters, `seed ${seed}`).toEqual([]);
    }
    for (let seed = 1; seed <= 3; seed++) {
      const rows = Array.from({ length: 200 }, (_, row) => row);
      expect(cluster(continuum(200, seed), rows)?.clusters, `continuum ${seed}`).toEqual([]);
    }
  });
});

function cluster(columns: readonly Column[], order: readonly number[]) {
  const taken = columns.map((column) => takeRows(column, Int32Array.from(order)));
  const coded = codeTable(buildGrids(taken, null), { columns: taken, rowCount: order.length });
  return findClusters({ coded, columns: taken, rows: Int32Array.from(order.keys()), seed: 1 });
}

/** Size, and what goes with size: cutting it in two is stable, and makes no kinds. */
function continuum(rowCount: number, seed: number): Column[] {
  const random = createRandom(seed);
  const size = Float64Array.from({ length: rowCount }, () => random.normal());
  return Array.from({ length: 6 }, (_, j): Column => {
    const values = size.map((x) => 0.8 * x + 0.6 * random.normal());
    const codes = Int32Array.from(values, (x) => (x < -0.5 ? 0 : x < 0.6 ? 1 : 2));
    return j < 4
      ? { type: 'number', name: `number ${j}`, values, whole: false }
      : { type: 'category', name: `category ${j}`, codes, labels: ['low', 'middle', 'high'] };
  });
}

import { buildGrids } from '../../src/learn/build-grids.js';
import { clusterLevels } from '../../src/learn/clusters/cluster-levels.js';
import { assignAccounts, fitMixture } from '../../src/learn/clusters/fit-mixture.js';
import { codeTable } from '../../src/learn/code-table.js';
import { adjustedRand } from '../../src/stats/adjusted-rand.js';
import { createRandom } from '../../src/stats/random.js';
import { drawMixed, type MixedDesign } from './draw-mixed.js';
import { plainKMeans } from './plain-k-means.js';

/**
 * How well drawn groups are found again, the number told: mean adjusted Rand index of Assay's mixture and of two k-means.
 * Usage: npx tsx scripts/clusters/measure-recovery.ts [DRAWS, default 30]
 */
const draws = Number(process.argv[2] ?? 30);
const base = { accounts: 500, groups: 2, numbers: 2, categories: 2, levels: 4 };
const designs: MixedDesign[] = (['normal', 'p-generalised', 'lognormal', 'cauchy'] as const).flatMap((spread) =>
  (
    [
      ['both good', 0.15, 0.15],
      ['categories poor', 0.15, 0.6],
      ['numbers poor', 0.6, 0.15],
      ['both poor', 0.45, 0.45],
    ] as const
  ).map(([name, numberOverlap, categoryOverlap]) => ({
    ...base,
    name: `${spread}, ${name}`,
    spread,
    numberOverlap,
    categoryOverlap,
  })),
);
designs.push(
  ...(['normal', 'lognormal'] as const).map((spread) => ({
    ...base,
    name: `${spread}, 4 groups in 6 + 4`,
    spread,
    accounts: 1000,
    groups: 4,
    numbers: 6,
    categories: 4,
    numberOverlap: 0.3,
    categoryOverlap: 0.5,
  })),
);
process.stdout.write('| design | Assay | k-means, one-hot | k-means, ranks |\n|---|---|---|---|\n');
for (const design of designs) {
  const sums = [0, 0, 0];
  for (let seed = 1; seed <= draws; seed++) {
    const { columns, truth } = drawMixed(design, seed);
    const coded = codeTable(buildGrids(columns, null), { columns, rowCount: truth.length });
    const table = clusterLevels(coded, Int32Array.from(truth.keys()));
    const mixture = fitMixture(table, { count: design.groups, random: createRandom(seed) });
    sums[0] += adjustedRand(assignAccounts(table, mixture), truth);
    sums[1] += adjustedRand(plainKMeans(columns, { count: design.groups, scale: 'standard', seed }), truth);
    sums[2] += adjustedRand(plainKMeans(columns, { count: design.groups, scale: 'rank', seed }), truth);
  }
  process.stdout.write(`| ${[design.name, ...sums.map((sum) => (sum / draws).toFixed(2))].join(' | ')} |\n`);
}

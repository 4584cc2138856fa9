import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Column } from '../../src/model/table.js';
import { createRandom, type Random } from '../../src/stats/random.js';

/** How the numbers of a design are spread within a group. */
export type Spread = 'normal' | 'p-generalised' | 'lognormal' | 'cauchy';

/** Two or more groups of accounts in numbers and categories that overlap, as in the simulations of the KAMILA paper. */
export interface MixedDesign {
  readonly name: string;
  readonly accounts: number;
  readonly groups: number;
  readonly numbers: number;
  readonly categories: number;
  readonly levels: number;
  readonly spread: Spread;
  /** Common area of the densities of two neighbouring groups, 0–1, of each number and of each category. */
  readonly numberOverlap: number;
  readonly categoryOverlap: number;
}

/** Columns with the group that each account was drawn from. Deterministic by seed. */
export function drawMixed(design: MixedDesign, seed: number): { columns: Column[]; truth: Uint8Array } {
  const random = createRandom(seed);
  const { accounts, groups, numbers, categories, levels, spread } = design;
  const truth = Uint8Array.from({ length: accounts }, () => random.int(groups));
  const columns: Column[] = [];
  const half = -normalQuantile(design.numberOverlap / 2, 0, 1);
  for (let j = 0; j < numbers; j++) {
    const order = shuffle(groups, random);
    const values = Float64Array.from(truth, (group) => shift(2 * half * order[group], { spread, random }));
    columns.push({ type: 'number', name: `number ${j + 1}`, values, whole: false });
  }
  for (let j = 0; j < categories; j++) {
    const own = shuffle(levels, random);
    // Each group has its own half (or part) of the levels, and the rest with the share that gives the overlap.
    const codes = Int32Array.from(truth, (group) => {
      const isOwn = random.next() >= design.categoryOverlap / 2;
      const part = isOwn || groups < 2 ? group : (group + 1 + random.int(groups - 1)) % groups;
      const width = levels / groups;
      return own[Math.min(levels - 1, Math.floor(part * width + random.next() * width))];
    });
    const labels = Array.from({ length: levels }, (_, level) => `level ${level + 1}`);
    columns.push({ type: 'category', name: `category ${j + 1}`, codes, labels });
  }
  return { columns, truth };
}

function shift(centre: number, { spread, random }: { spread: Spread; random: Random }): number {
  const z = random.normal();
  switch (spread) {
    case 'normal':
      return centre + z;
    case 'p-generalised': {
      // |x|^p of a p-generalised normal is a gamma of shape 1/p; p = 0.7: heavier than Laplace. Scaled to median |x| of a normal.
      const p = 0.7;
      const size = gamma(1 / p, random) ** (1 / p);
      return centre + (random.next() < 0.5 ? -1 : 1) * size * 0.45;
    }
    case 'lognormal':
      return Math.exp(centre + z);
    case 'cauchy':
      return centre + 0.6745 * Math.tan(Math.PI * (random.next() - 0.5));
  }
}

/** G. Marsaglia and W. W. Tsang, ACM TOMS 26 (2000) 363–372; shape ≥ 1. */
function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = random.normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

function shuffle(size: number, random: Random): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

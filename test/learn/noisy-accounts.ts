import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import type { Column } from '../../src/model/table.js';
import { createRandom, type Random } from '../../src/stats/random.js';

/** Sixty attributes of all shapes that mean nothing, but for the first `planted`, which multiply the odds. */
export function noisyAccounts(plan: {
  readonly seed: number;
  readonly accounts: number;
  readonly baseRate: number;
  readonly planted: number;
  readonly oddsRatio: number;
}) {
  const random = createRandom(plan.seed);
  const columns: Column[] = [];
  const logOdds = new Float64Array(plan.accounts);
  for (let k = 0; k < 60; k++) {
    const isPlanted = k < plan.planted;
    const column = isPlanted
      ? flag(random, { name: `planted${k}`, share: [0.5, 0.3, 0.2, 0.4, 0.6][k % 5], ...plan })
      : noise(random, k, plan);
    columns.push(column);
    if (isPlanted && column.type === 'category') {
      column.codes.forEach((code, row) => {
        logOdds[row] += code * Math.log(plan.oddsRatio);
      });
    }
  }
  const intercept = interceptFor(logOdds, plan.baseRate);
  const labels = Uint8Array.from(logOdds, (x) => (random.next() < 1 / (1 + Math.exp(-intercept - x)) ? 1 : 0));
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: plan.accounts });
  return { columns, labels, coded };
}

function flag(random: Random, from: { name: string; share: number; accounts: number }): Column {
  const codes = Int32Array.from({ length: from.accounts }, () => (random.next() < from.share ? 1 : 0));
  return { type: 'category', name: from.name, codes, labels: ['no', 'yes'] };
}

function noise(random: Random, k: number, { accounts }: { accounts: number }): Column {
  const name = `noise${k}`;
  if (k % 4 === 0) return flag(random, { name, share: 0.3, accounts });
  if (k % 4 === 1) {
    const count = [3, 6, 12, 40][(k >> 2) % 4];
    const codes = Int32Array.from({ length: accounts }, () => Math.floor(count * random.next() ** 2));
    return { type: 'category', name, codes, labels: Array.from({ length: count }, (_, i) => `value ${i}`) };
  }
  const draw =
    k % 4 === 2
      ? () => (random.next() < 0.1 ? Number.NaN : Math.exp(random.normal()))
      : () => (random.next() < 0.6 ? 0 : random.int(30));
  return { type: 'number', name, values: Float64Array.from({ length: accounts }, draw), whole: k % 4 === 3 };
}

function interceptFor(logOdds: Float64Array, baseRate: number): number {
  let [low, high] = [-20, 20];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    const mean = logOdds.reduce((sum, x) => sum + 1 / (1 + Math.exp(-middle - x)), 0) / logOdds.length;
    if (mean > baseRate) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

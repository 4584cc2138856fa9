import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { learnScorecard } from '../../src/learn/learn-scorecard.js';
import type { Column } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';

interface Data {
  readonly columns: Column[];
  readonly labels: Uint8Array;
  readonly groups: Int32Array;
}

/** @param effect log-odds between neighbouring categories; 0: the outcome is noise. */
function draw(seed: number, { rowCount, effect }: { rowCount: number; effect: number }): Data {
  const random = createRandom(seed);
  const plan = Int32Array.from({ length: rowCount }, () => random.int(4) - 1);
  const size = Float64Array.from({ length: rowCount }, () => Math.round(40 * Math.exp(random.normal())));
  const labels = Uint8Array.from(plan, (code, i) => {
    const logOdds = effect * code + (effect / 2) * Math.log(size[i] / 40) - 0.5;
    return random.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  const columns: Column[] = [
    { type: 'category', name: 'plan', codes: plan, labels: ['a', 'b', 'c'] },
    { type: 'number', name: 'size', values: size, whole: true },
  ];
  return { columns, labels, groups: Int32Array.from(labels, (_, i) => i) };
}

function take(data: Data, rows: readonly number[]): Data {
  const columns = data.columns.map((column): Column => {
    if (column.type === 'number') return { ...column, values: Float64Array.from(rows, (row) => column.values[row]) };
    if (column.type === 'category') return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]) };
    return column;
  });
  return {
    columns,
    labels: Uint8Array.from(rows, (row) => data.labels[row]),
    groups: Int32Array.from(rows, (row) => data.groups[row]),
  };
}

function learn({ columns, labels, groups }: Data) {
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: labels.length });
  return learnScorecard({ coded, labels, groups, order: null, seed: 1 }).card;
}

const seeds = fc.integer({ min: 0, max: 1e6 });

describe('learnScorecard', () => {
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const data = draw(seed, { rowCount: 500, effect: 0.8 });
        const random = createRandom(seed + 1);
        const order = [...data.groups].map((row) => ({ row, key: random.next() })).sort((a, b) => a.key - b.key);
        const shuffled = take(
          data,
          order.map(({ row }) => row),
        );
        const [one, other] = [learn(data), learn(shuffled)];
        expect(other.terms).toEqual(one.terms);
        expect(other.calibration.slope).toBeCloseTo(one.calibration.slope, 6);
      }),
      { numRuns: 5, seed: 1 },
    );
  });

  it('ignores a constant column', () => {
    const data = draw(5, { rowCount: 500, effect: 0.8 });
    const constant: Column = { type: 'number', name: 'one', values: new Float64Array(500).fill(1), whole: true };
    expect(learn({ ...data, columns: [...data.columns, constant] })).toEqual(learn(data));
  });

  it('is surer, and of the same, when every row is seen twice', () => {
    const data = draw(9, { rowCount: 2000, effect: 1 });
    const rows = [...data.groups].flatMap((row) => [row, row]);
    const [once, twice] = [learn(data), learn(take(data, rows))];
    expect(twice.terms.map(({ attribute }) => attribute)).toEqual(once.terms.map(({ attribute }) => attribute));
    const spread = (card: ReturnType<typeof learn>) => {
      const plan = card.terms.find(({ attribute }) => attribute === 'plan');
      if (plan?.kind !== 'category') throw new Error('no plan');
      return (plan.groups[0].points - plan.groups[plan.groups.length - 1].points) / card.pointsPerLogit;
    };
    // Twice the evidence shrinks a little less; a short card rounds to twentieths.
    expect(spread(twice)).toBeGreaterThanOrEqual(spread(once) - 0.05);
    expect(spread(twice)).toBeLessThanOrEqual(spread(once) + 0.2);
  });

  it('learns next to nothing from noise', () => {
    const cards = Array.from({ length: 20 }, (_, i) => learn(draw(100 + i, { rowCount: 800, effect: 0 })));
    const worth = cards.map(({ terms, calibration }) =>
      terms.reduce((sum, term) => {
        const points =
          term.kind === 'category' ? term.groups.map((group) => group.points) : 'cuts' in term ? term.points : [];
        return sum + calibration.slope * (Math.max(...points) - Math.min(...points));
      }, 0),
    );
    expect(worth.filter((value) => value === 0).length).toBeGreaterThanOrEqual(10);
    // In log-odds, from the worst account to the best.
    expect(Math.max(...worth)).toBeLessThan(0.9);
  });
});

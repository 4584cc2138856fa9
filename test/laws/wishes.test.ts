import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnAmounts } from '../../src/learn/amount/learn-amounts.js';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { type CardChoice, learnScorecard } from '../../src/learn/learn-scorecard.js';
import { type AttributeWish, type WishedShape, wishedShapes } from '../../src/model/attribute-wish.js';
import type { Scorecard } from '../../src/model/scorecard.js';
import type { Column } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';

const rowCount = 600;

/** Three numbers of which the outcome goes up and down at random, one twice over, and a category; some are missing. */
function draw(seed: number) {
  const random = createRandom(seed);
  const wave = [random.normal(), random.normal(), random.normal()];
  const numbers = wave.map(() => Float64Array.from({ length: rowCount }, () => random.int(40)));
  // Two that say nearly the same pull against each other.
  numbers[1] = numbers[0].map((value) => value + random.int(6));
  const plan = Int32Array.from({ length: rowCount }, () => random.int(6) - 1);
  const logOdds = Float64Array.from(plan, (code, i) =>
    numbers.reduce((sum, values, j) => sum + wave[j] * Math.sin(values[i] / (4 + 4 * j)), code / 3 - 0.5),
  );
  for (const values of numbers) for (let i = 0; i < rowCount; i++) if (random.next() < 0.05) values[i] = Number.NaN;
  const labels = Uint8Array.from(logOdds, (x) => (random.next() < 1 / (1 + Math.exp(-x)) ? 1 : 0));
  const amounts = Float64Array.from(labels, (label, i) => label * Math.exp(logOdds[i] + random.normal()));
  const columns: Column[] = [
    ...numbers.map((values, j): Column => ({ type: 'number', name: `n${j}`, values, whole: true })),
    { type: 'category', name: 'plan', codes: plan, labels: ['a', 'b', 'c', 'd', 'e'] },
  ];
  return { columns, labels, amounts, groups: Int32Array.from(labels, (_, i) => i) };
}

function goes(points: readonly number[], shape: WishedShape): boolean {
  const steps = points.slice(1).map((value, i) => Math.sign(value - points[i]));
  const moves = steps.filter((step) => step !== 0);
  const turn = moves.findIndex((step) => step !== moves[0]);
  switch (shape) {
    case 'increasing':
      return moves.every((step) => step > 0);
    case 'decreasing':
      return moves.every((step) => step < 0);
    case 'peak':
      return turn < 0 || (moves[0] > 0 && moves.slice(turn).every((step) => step < 0));
    case 'valley':
      return turn < 0 || (moves[0] < 0 && moves.slice(turn).every((step) => step > 0));
  }
}

/** Every row of the card, against what was wished. */
function expectKept(card: Scorecard, wishes: ReadonlyMap<string, AttributeWish>): void {
  for (const term of card.terms) {
    const { cuts, groups, monotone } = wishes.get(term.attribute) ?? {};
    if (term.kind === 'numeric') {
      if (monotone !== undefined) expect(goes(term.points, monotone)).toBe(true);
      for (const cut of cuts === undefined ? [] : term.cuts) expect(cuts).toContain(cut);
    }
    if (term.kind === 'category') {
      for (const group of groups ?? []) {
        const holding = term.groups.filter(({ values }) => group.some((value) => values.includes(value)));
        expect(holding.length).toBe(1);
        expect(holding[0].values).toEqual(expect.arrayContaining([...group]));
      }
    }
  }
  for (const { attribute } of card.pairs.flatMap((pair) => pair.axes))
    expect(wishes.get(attribute)?.monotone).toBeUndefined();
}

const shapes = fc.constantFrom(...wishedShapes);
const wanted = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  wishes: fc.tuple(shapes, shapes, shapes).map(
    ([first, second, third]): Map<string, AttributeWish> =>
      new Map([
        ['n0', { monotone: first }],
        ['n1', { monotone: second }],
        ['n2', { monotone: third, cuts: [3, 10, 11, 25, 90] }],
        [
          'plan',
          {
            groups: [
              ['a', 'd'],
              ['b', 'z'],
            ],
          },
        ],
      ]),
  ),
  length: fc.constantFrom<CardChoice>('full', 'short', 'fitting', 8),
});

describe('what is wished of attributes', () => {
  it('holds in every row of every card', () => {
    fc.assert(
      fc.property(wanted, ({ seed, wishes, length }) => {
        const { columns, ...data } = draw(seed);
        const coded = codeTable(buildGrids(columns, null, { wishes }), { columns, rowCount });
        const { card, short } = learnScorecard({ ...data, coded, order: null, seed: 1, length });
        expectKept(card, wishes);
        expectKept(short, wishes);
      }),
      { numRuns: 10, seed: 3 },
    );
  });

  it('holds of amounts, too', () => {
    fc.assert(
      fc.property(wanted, ({ seed, wishes, length }) => {
        const { columns, amounts, groups } = draw(seed);
        const coded = codeTable(buildGrids(columns, null, { wishes }), { columns, rowCount });
        expectKept(learnAmounts({ coded, amounts, groups, seed: 1, length }).card, wishes);
      }),
      { numRuns: 4, seed: 4 },
    );
  });

  it('changes nothing that keeps to it by itself', () => {
    const { columns, labels, groups } = draw(11);
    const size = Float64Array.from({ length: rowCount }, (_, i) => i % 40);
    const random = createRandom(2);
    const rising = labels.map((_, i) => (random.next() < size[i] / 40 ? 1 : 0));
    const own: Column[] = [{ type: 'number', name: 'size', values: size, whole: true }, columns[3]];
    const learn = (wishes: Map<string, AttributeWish>) => {
      const coded = codeTable(buildGrids(own, null, { wishes }), { columns: own, rowCount });
      return learnScorecard({ coded, labels: rising, groups, order: null, seed: 1, length: 12 }).card;
    };
    const [free, wished] = [learn(new Map()), learn(new Map([['size', { monotone: 'increasing' }]]))];
    const points = (card: Scorecard) => card.terms.flatMap((term) => (term.kind === 'numeric' ? [term.points] : []));
    expect(points(wished)[0].at(-1)).toBeCloseTo(points(free)[0].at(-1) ?? 0, -1);
    expect(points(wished)[0].length).toBeGreaterThan(2);
  });
});

import { describe, expect, it } from 'vitest';
import { learnAmounts } from '../../src/learn/amount/learn-amounts.js';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import type { Column } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';

/** 60 % zeros and a lognormal tail; size multiplies the amount, plan its chance, noise does nothing. */
function planted(count: number) {
  const random = createRandom(3);
  const size = Float64Array.from({ length: count }, () => Math.round(Math.exp(4 + random.normal())));
  const plan = Int32Array.from({ length: count }, () => random.int(3));
  const noise = Float64Array.from({ length: count }, () => Math.round(100 * random.next()));
  const amounts = Float64Array.from(size, (x, i) => {
    const chance = 1 / (1 + Math.exp(0.5 - 0.9 * (plan[i] - 1)));
    return random.next() < chance ? 100 * Math.sqrt(x) * Math.exp(random.normal() - 0.5) : 0;
  });
  const columns: Column[] = [
    { type: 'number', name: 'size', values: size, whole: true },
    { type: 'category', name: 'plan', codes: plan, labels: ['free', 'pro', 'team'] },
    { type: 'number', name: 'noise', values: noise, whole: true },
  ];
  return { columns, amounts, rowCount: count };
}

function learn({ columns, amounts, rowCount }: ReturnType<typeof planted>, times = 1) {
  const coded = codeTable(buildGrids(columns, null, {}), { columns, rowCount });
  const groups = Int32Array.from(amounts, (_, i) => i);
  return learnAmounts({ coded, amounts: amounts.map((amount) => amount * times), groups, seed: 1, length: 'short' });
}

describe('learnAmounts', () => {
  const data = planted(900);
  const { card } = learn(data);

  it('finds what was planted: more for size and plan, and nothing for noise', () => {
    const of = (name: string) => card.terms.find(({ attribute }) => attribute === name);
    const [size, plan] = [of('size'), of('plan')];
    if (size?.kind !== 'numeric' || plan?.kind !== 'category') throw new Error('size and plan have their terms');
    expect(size.points.at(-1)).toBeGreaterThan(size.points[0]);
    const pointsOf = (value: string) => plan.groups.find(({ values }) => values.includes(value))?.points ?? plan.other;
    expect(pointsOf('team')).toBeGreaterThan(pointsOf('free'));
    const noise = of('noise');
    if (noise?.kind === 'numeric') expect(Math.max(...noise.points) - Math.min(...noise.points)).toBeLessThan(8);
  });

  it('knows no unit: amounts times c leave the points and multiply what is expected by c', () => {
    const scaled = learn(data, 7.3).card;
    expect(scaled.base).toBe(card.base);
    expect(scaled.terms).toEqual(card.terms);
    expect(scaled.calibration.intercept - card.calibration.intercept).toBeCloseTo(Math.log(7.3), 5);
    expect(scaled.calibration.slope).toBeCloseTo(card.calibration.slope, 7);
    expect(scaled.amount?.level).toBeCloseTo(card.amount?.level ?? 0, 5);
  });

  it('gives the same bytes for the same accounts', () => {
    expect(JSON.stringify(learn(data).card)).toBe(JSON.stringify(card));
  });

  it('is surer with every account doubled', () => {
    const twice = (values: ArrayLike<number>) => Float64Array.from({ length: 1800 }, (_, i) => values[i % 900]);
    const columns = data.columns.map((column): Column => {
      if (column.type === 'number') return { ...column, values: twice(column.values) };
      return column.type === 'category' ? { ...column, codes: Int32Array.from(twice(column.codes)) } : column;
    });
    const doubled = learn({ columns, amounts: twice(data.amounts), rowCount: 1800 }).card;
    expect(doubled.amount?.level ?? 1).toBeLessThan(card.amount?.level ?? 0);
  });
});

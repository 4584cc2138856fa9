import { describe, expect, it } from 'vitest';
import { chooseBest } from '../../src/value/choose-best.js';
import { compareMixes } from '../../src/value/compare-mixes.js';
import { mixValues } from '../../src/value/mix-values.js';
import { normaliseValues } from '../../src/value/normalise-values.js';

const ingredients = [
  { name: 'revenue', sign: 1 as const, values: Float64Array.of(10, 20, 60) },
  { name: 'tickets', sign: -1 as const, values: Float64Array.of(0, 5, 1) },
];

describe('mixValues', () => {
  it('weighs, takes friction away, and says what each part adds', () => {
    const { values, parts } = mixValues(
      ingredients,
      new Map([
        ['revenue', 1],
        ['tickets', 2],
      ]),
    );
    expect([...values]).toEqual([10, 10, 58]);
    expect(parts.map(({ name, total }) => [name, total])).toEqual([
      ['revenue', 90],
      ['tickets', -12],
    ]);
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('leaves out what has no weight', () => {
    expect(mixValues(ingredients, new Map([['revenue', 1]])).parts.map(({ share }) => share)).toEqual([1]);
  });
});

describe('normaliseValues', () => {
  it('gives the middle to what is not known', () => {
    const values = Float64Array.of(1, Number.NaN, 3);
    expect([...normaliseValues(values, 'z')]).toEqual([-1, 0, 1]);
    expect([...normaliseValues(values, 'rank')]).toEqual([0.25, 0.5, 0.75]);
    expect([...normaliseValues(values, 'none')]).toEqual([1, 2, 3]);
    expect([...normaliseValues(values, 'per year', Float64Array.of(0.5, 1, 3))]).toEqual([2, 1.5, 1]);
    expect(normaliseValues(Float64Array.of(-Math.expm1(2)), 'log')[0]).toBeCloseTo(-2, 12);
  });
});

describe('chooseBest', () => {
  it('keeps ties together on the nearer side of the share', () => {
    const choose = (values: number[], share: number) => [...chooseBest(Float64Array.from(values), { share }).labels];
    expect(choose([5, 4, 3, 2, 1], 0.4)).toEqual([1, 1, 0, 0, 0]);
    expect(choose([5, 4, 4, 2, 1], 0.4)).toEqual([1, 1, 1, 0, 0]);
    expect(choose([5, 4, 4, 4, 4], 0.4)).toEqual([1, 0, 0, 0, 0]);
    expect([...chooseBest(Float64Array.of(5, 4, 3), { share: 0.2, atLeast: 4 }).labels]).toEqual([1, 1, 0]);
  });
});

describe('compareMixes', () => {
  it('counts who is best by both', () => {
    const [{ both, bestA, bestB, overlap, kendall }] = compareMixes(
      [
        { name: 'all', values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) },
        { name: 'sales', values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 10, 9, 8) },
      ],
      { share: 0.2 },
    );
    expect([both, bestA, bestB, overlap]).toEqual([1, 2, 2, 1 / 3]);
    expect(kendall?.estimate).toBeCloseTo((45 - 6) / 45, 12);
  });
});

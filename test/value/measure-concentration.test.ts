import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureConcentration } from '../../src/value/measure-concentration.js';

describe('measureConcentration', () => {
  it('says which share of accounts makes which share of value', () => {
    const { gini, fewest, top1, herfindahl, effective, best } = measureConcentration(Float64Array.of(10, 60, 20, 10));
    expect(best.slice(0, 2)).toEqual([
      { account: 1, share: 0.6 },
      { account: 2, share: 0.2 },
    ]);
    expect(fewest.map(({ accounts }) => accounts)).toEqual([1, 2, 3]);
    expect(top1).toBe(0.6);
    expect(herfindahl).toBeCloseTo(0.42, 12);
    expect(effective).toBeCloseTo(1 / 0.42, 12);
    expect(gini?.estimate).toBeCloseTo(0.4, 12);
  });

  it('counts what is below zero as nothing, and has no curve without value', () => {
    expect(measureConcentration(Float64Array.of(-5, 5)).top1).toBe(1);
    expect(measureConcentration(Float64Array.of(0, 0))).toMatchObject({ gini: null, curve: [], best: [], top1: 0 });
  });

  it('does not change with the unit, nor with the order of the rows', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 9 }), (values, unit) => {
        const [one, other] = [values, values.map((value) => value * unit).reverse()].map((list) =>
          measureConcentration(Float64Array.from(list)),
        );
        expect(other.gini?.estimate ?? 0).toBeCloseTo(one.gini?.estimate ?? 0, 9);
        expect(other.top5).toBeCloseTo(one.top5, 9);
        expect(other.fewest.map(({ accounts }) => accounts)).toEqual(one.fewest.map(({ accounts }) => accounts));
      }),
      { numRuns: 60 },
    );
  });
});

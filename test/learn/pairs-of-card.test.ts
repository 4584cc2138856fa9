import { describe, expect, it } from 'vitest';
import type { FittedPair } from '../../src/learn/additive-model.js';
import type { AttributeGrid } from '../../src/learn/grid.js';
import { pairsOfCard } from '../../src/learn/pairs-of-card.js';

const grids: AttributeGrid[] = [
  { kind: 'numeric', attribute: 'employees', whole: true, cuts: [10, 50, 200], binCount: 4 },
  { kind: 'category', attribute: 'plan', labels: ['pro', 'team', 'free'], binCount: 3 },
];

/** Employees in three cells (under 50, 50 and more, missing), plan in three (pro and free, team, other or missing). */
const fitted: FittedPair = {
  a: 0,
  b: 1,
  cellOfA: Uint8Array.of(0, 0, 1, 1, 2, 2),
  cellOfB: Uint8Array.of(0, 1, 0, 2, 2),
  isSeenA: Uint8Array.of(1, 1, 1, 1, 1, 1),
  isSeenB: Uint8Array.of(1, 1, 1, 1, 1),
  sizeA: 3,
  sizeB: 3,
  values: Float64Array.of(0.25, -0.5, 0, -0.25, 0.5, 0, 0, 0.0001, 0),
  variance: new Float64Array(9),
  counts: Float64Array.of(40, 20, 0, 40, 20, 0, 0, 0, 0),
  hessian: new Float64Array(9),
};

describe('pairsOfCard', () => {
  it('joins codes of one cell and gives every value, other and missing included, its points', () => {
    const { pairs, typical } = pairsOfCard([fitted], { grids, pointsPerLogit: 1000 });
    expect(pairs).toEqual([
      {
        axes: [
          { kind: 'numeric', attribute: 'employees', whole: true, cuts: [50] },
          { kind: 'category', attribute: 'plan', groups: [{ values: ['pro', 'free'] }, { values: ['team'] }] },
        ],
        // Plan: pro and free, team, other, missing.
        points: [
          [250, -500, 0, 0],
          [-250, 500, 0, 0],
          [0, 0, 0, 0],
        ],
      },
    ]);
    expect(typical).toEqual([0]);
  });

  it('gives no points to a value that no account had, whichever cell it would fall into', () => {
    const unseen = {
      ...fitted,
      cellOfA: Uint8Array.of(0, 0, 1, 1, 0, 0),
      cellOfB: Uint8Array.of(0, 1, 0, 1, 1),
      isSeenA: Uint8Array.of(1, 1, 1, 1, 0, 0),
      isSeenB: Uint8Array.of(1, 1, 1, 1, 0),
    };
    const [{ points }] = pairsOfCard([unseen], { grids, pointsPerLogit: 1000 }).pairs;
    expect(points).toEqual([
      [250, -500, -500, 0],
      [-250, 500, 500, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('gives the mean points over the accounts', () => {
    const uneven = { ...fitted, counts: Float64Array.of(30, 10, 0, 0, 0, 0, 0, 0, 0) };
    expect(pairsOfCard([uneven], { grids, pointsPerLogit: 1000 }).typical).toEqual([62.5]);
  });

  it('leaves out a pair that comes to no points', () => {
    const weak = { ...fitted, values: fitted.values.map((value) => value / 1e4) };
    expect(pairsOfCard([weak], { grids, pointsPerLogit: 1000 })).toEqual({ pairs: [], typical: [] });
  });
});

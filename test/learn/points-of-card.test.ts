import { describe, expect, it } from 'vitest';
import { pointsOfCard } from '../../src/learn/points-of-card.js';

describe('pointsOfCard', () => {
  it('gives no group more than its accounts can show, where a column separates them without a mistake', () => {
    const { effects } = pointsOfCard(
      {
        rows: 2,
        intercept: 0,
        terms: [{ index: 0, groupOf: Int16Array.of(0, 1, -1, -1), values: Float64Array.of(100, -100) }],
      },
      {
        grids: [{ kind: 'category', attribute: 'gender', labels: ['f', 'm'], binCount: 2 }],
        counts: [Float64Array.of(50, 50, 0, 0)],
        spread: { variances: [Float64Array.of(1, 1)] },
        pointsPerLogit: 10,
      },
    );
    // log(2 · 100 + 1) = 5.303…
    expect(effects[0].rows.map(({ estimate }) => Math.round(estimate * 1000))).toEqual([5303, -5303]);
  });
});

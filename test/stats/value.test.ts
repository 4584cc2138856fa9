import { describe, expect, it } from 'vitest';
import { midRanks } from '../../src/stats/mid-ranks.js';
import { rankCorrelation } from '../../src/stats/rank-correlation.js';
import { topValueShare } from '../../src/stats/top-value-share.js';
import { tweedieDeviance } from '../../src/stats/tweedie-deviance.js';
import { valueCurve, valueGini } from '../../src/stats/value-curve.js';

describe('midRanks', () => {
  it('gives ties their mean rank', () => {
    expect([...midRanks([30, 10, 10, 20])]).toEqual([4, 1.5, 1.5, 3]);
  });
});

describe('rankCorrelation', () => {
  it("is Pearson's correlation of the ranks: worked by hand, .8", () => {
    expect(rankCorrelation([1, 2, 3, 4], [10, 30, 20, 400]).estimate).toBeCloseTo(0.8, 12);
  });

  it('says nothing where all are equal', () => {
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toEqual({ estimate: 0, lower: -1, upper: 1 });
  });
});

describe('valueCurve', () => {
  // Best first: 60, 20, 20, 0 of 100.
  const [points, amounts] = [
    [4, 1, 3, 2],
    [60, 0, 20, 20],
  ];

  it('adds up what the best-scored hold', () => {
    expect(valueCurve(points, amounts, [0.25, 0.375, 0.5, 1])).toEqual([
      { share: 0.25, held: 0.6 },
      { share: 0.375, held: 0.7 },
      { share: 0.5, held: 0.8 },
      { share: 1, held: 1 },
    ]);
  });

  it('lets ties enter in proportion', () => {
    expect(valueCurve([1, 1, 1, 1], amounts, [0.5])).toEqual([{ share: 0.5, held: 0.5 }]);
  });

  it('has a Gini coefficient: worked by hand, .45 for this order, 0 for none', () => {
    // Trapezia: (0 + .6)/2 + (.6 + .8)/2 + (.8 + 1)/2 + (1 + 1)/2 = 2.9 quarters; 2 · .725 − 1.
    expect(valueGini(points, amounts).estimate).toBeCloseTo(0.45, 12);
    expect(valueGini([1, 1, 1, 1], amounts).estimate).toBeCloseTo(0, 12);
  });
});

describe('topValueShare', () => {
  it('holds the estimate, reproducibly, whatever the order of rows', () => {
    const amounts = Float64Array.from({ length: 100 }, (_, i) => (i % 5 === 0 ? 10 : 1));
    const points = amounts.map((amount, i) => amount + i / 1000);
    const share = topValueShare(points, amounts, { share: 0.2 });
    expect(share.estimate).toBeCloseTo(200 / 280, 12);
    expect(share.lower).toBeLessThan(share.estimate);
    expect(share.upper).toBeGreaterThanOrEqual(share.estimate);
    expect(topValueShare(points, amounts, { share: 0.2 })).toEqual(share);
    const wide = topValueShare(points, amounts, { share: 0.2, designEffect: 4 });
    expect(wide.estimate - wide.lower).toBeCloseTo(2 * (share.estimate - share.lower), 12);
  });
});

describe('tweedieDeviance', () => {
  it('is 4 (y/√m + √m − 2√y), also for nothing', () => {
    // (4/3 + 3 − 4) · 4 = 4/3 and 4 · 2 = 8.
    expect(tweedieDeviance([9, 4], [4, 0])).toBeCloseTo((4 / 3 + 8) / 2, 12);
  });
});

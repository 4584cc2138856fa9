import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/stats/random.js';
import { judgeWidth } from '../../../src/validate/width/judge-width.js';
import { recommendCut } from '../../../src/validate/width/recommend-cut.js';
import { sizeMarket } from '../../../src/validate/width/size-market.js';
import { widthCurve } from '../../../src/validate/width/width-curve.js';
import { testRows, type WidthAccounts } from '../../../src/validate/width/width-measure.js';

/** 10 accounts, the best first; inside are the best two. */
const ten: WidthAccounts = {
  score: Float64Array.of(9, 8, 7, 7, 5, 4, 3, 2, 1, 0),
  isInside: Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0),
  values: Float64Array.of(1, 1, 1, 0, 1, 0, 0, 0, 0, 0),
  isRate: true,
};

/** Of 1,000 accounts the rate falls with the score from .6 to .0; inside is the best `share`. */
function falling(share: number, seed = 1): WidthAccounts {
  const random = createRandom(seed);
  const score = Float64Array.from({ length: 1000 }, (_, i) => 1000 - i);
  return {
    score,
    isInside: Uint8Array.from(score, (_, i) => Number(i < 1000 * share)),
    values: Float64Array.from(score, (one) => Number(random.next() < (0.6 * one) / 1000)),
    isRate: true,
  };
}

describe('widthCurve', () => {
  it('counts by hand: coverage, precision, reach, band and net, ties never parted', () => {
    const curve = widthCurve(ten, { shares: [0.2, 0.3, 1], economy: { perPositive: 100, cost: 30 } });
    expect(
      curve.map(({ accounts, positives, coverage, reach, net }) => [accounts, positives, coverage, reach, net]),
    ).toEqual([
      [2, 2, 0.2, 0.5, 140],
      [4, 3, 0.4, 0.75, 180],
      [10, 4, 1, 1, 100],
    ]);
    expect(curve.map(({ band }) => [band.accounts, band.positives])).toEqual([
      [2, 2],
      [2, 1],
      [6, 1],
    ]);
  });
});

describe('recommendCut', () => {
  it('stops where accounts return less than they must', () => {
    // Rate .6 · score / 1,000 crosses .3 at half of the accounts.
    const cut = recommendCut(falling(0.1), { breakEven: 0.3, capacity: 1 });
    expect(cut.limit).toBe('return');
    expect(Math.abs(cut.coverage - 0.5)).toBeLessThan(0.12);
    expect(cut.marginal).toBeGreaterThanOrEqual(0.3);
    expect(cut.next).toBeLessThan(0.3);
    expect(cut.forgone.accounts + cut.accounts).toBe(1000);
  });

  it('stops at the capacity, and takes everybody where even the last pays', () => {
    expect(recommendCut(falling(0.1), { breakEven: 0.3, capacity: 0.2 })).toMatchObject({
      limit: 'capacity',
      accounts: 200,
    });
    expect(recommendCut(falling(0.1), { breakEven: 0, capacity: 1 })).toMatchObject({
      limit: 'everybody',
      coverage: 1,
      next: null,
    });
  });
});

describe('judgeWidth', () => {
  it('calls too narrow what leaves paying accounts outside', () => {
    const { verdict, outside } = judgeWidth(falling(0.1), { inside: 0.3, outside: 0.3 });
    expect(verdict).toBe('too narrow');
    expect(outside[0].p).toBeLessThan(0.05);
  });

  it('calls too broad what takes in accounts that do not pay', () => {
    expect(judgeWidth(falling(0.9), { inside: 0.3, outside: 0.3 }).verdict).toBe('too broad');
  });

  it('calls about right what ends where accounts stop paying', () => {
    expect(judgeWidth(falling(0.5), { inside: 0.3, outside: 0.3 }).verdict).toBe('about right');
  });

  it('finds nothing better outside than an ICP of the best', () => {
    expect(judgeWidth(falling(0.2), { inside: 0.3, outside: 'icp' }).verdict).toBe('about right');
  });

  it('sees an ICP in the wrong place: better outside, worse inside', () => {
    const { isInside, ...rest } = falling(0.5);
    const turned = { ...rest, isInside: isInside.map((flag) => 1 - flag) };
    expect(judgeWidth(turned, { inside: 0.3, outside: 'icp' })).toMatchObject({ isMisplaced: true });
  });

  it('cannot tell from few accounts', () => {
    expect(judgeWidth(ten, { inside: 0.4, outside: 'icp' }).verdict).toBe('cannot tell');
  });
});

describe('testRows', () => {
  it('is exact for rates: 3 of 3 against .5 by hand, and Fisher against other accounts', () => {
    const rows = Int32Array.of(0, 1, 2);
    expect(testRows(rows, { accounts: ten, against: 0.5 }).above).toBeCloseTo(0.125, 12);
    // 3 of 3 against 0 of 4 (rows 5–8): 1 of C(7, 3) = 35 tables.
    expect(testRows(rows, { accounts: ten, against: Int32Array.of(5, 6, 7, 8) }).above).toBeCloseTo(1 / 35, 10);
  });
});

describe('sizeMarket', () => {
  it('adds up by hand, and reaches the best tier first', () => {
    const exact = (estimate: number) => ({ estimate, lower: estimate, upper: estimate });
    const market = [
      { tier: 'bad', accounts: 1000, mean: exact(0.01) },
      { tier: 'ideal', accounts: 100, mean: exact(0.5) },
      { tier: 'stretch', accounts: 400, mean: exact(0.1) },
    ] as const;
    const { tam, sam, som } = sizeMarket(market, { reach: 0.3, capacity: null, perWin: 200 });
    expect([tam.accounts, tam.wins.estimate]).toEqual([1500, 100]);
    expect([sam.accounts, sam.wins.estimate]).toEqual([500, 90]);
    expect([som.accounts, som.wins.estimate, som.value?.estimate]).toEqual([150, 55, 11_000]);
    expect(sizeMarket(market, { reach: 1, capacity: 40, perWin: null }).som.accounts).toBe(40);
  });
});

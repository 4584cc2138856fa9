import { describe, expect, it } from 'vitest';
import { betaDropout } from '../../../src/value/lifetime/beta-dropout.js';
import { discountedPurchases } from '../../../src/value/lifetime/discounted-purchases.js';
import { paretoDropout } from '../../../src/value/lifetime/pareto-dropout.js';
import { newcomer } from '../../../src/value/lifetime/purchase-histories.js';
import type { Parameters, PurchaseModel } from '../../../src/value/lifetime/purchase-model.js';

const published: Parameters = [0.24259, 4.41353, 0.79289, 2.42575];

describe('betaDropout', () => {
  it('gives what was published for CDNOW: E[X(t)], and a customer with 2 repeats', () => {
    const model = betaDropout('bg-nbd', published);
    const times = [1 / 7, 1, 3, 31.8571, 32, 78];
    const expected = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.858];
    times.forEach((time, i) => {
      expect(Math.abs(model.expectedWhileAlive(newcomer, time) - expected[i])).toBeLessThan(1e-4);
    });
    const known = { repeats: 2, recency: 30.43, age: 38.86 };
    expect(model.alive(known) * model.expectedWhileAlive(known, 39)).toBeCloseTo(1.226, 3);
  });

  it('has the likelihood of a hand-worked history', () => {
    // r = α = a = b = 1, x = 1, t_x = 1, T = 2: B(1,2)·(1/3)² + B(2,1)·(1/2)² = 1/18 + 1/8.
    const likelihood = betaDropout('bg-nbd', [1, 1, 1, 1]).logLikelihood({ repeats: 1, recency: 1, age: 2 });
    expect(Math.exp(likelihood)).toBeCloseTo(1 / 18 + 1 / 8, 14);
    // MBG/NBD, no repeats until T = 1: alive ½·½, or left at once ½.
    expect(Math.exp(betaDropout('mbg-nbd', [1, 1, 1, 1]).logLikelihood({ ...newcomer, age: 1 }))).toBeCloseTo(0.75, 14);
  });

  it('gives the integral of the rate over λ and p, at a = 1 and beyond too', () => {
    // mpmath: (R/A)·∫₀ᵗ ₂F₁(R + 1, a; a + b + x; −s/A) ds with R = r + x, A = α + T.
    const at = (a: number) => betaDropout('bg-nbd', [0.25, 4, a, 2.5]);
    expect(at(0.8).expectedWhileAlive({ repeats: 2, recency: 0, age: 38.86 }, 39)).toBeCloseTo(1.7074515508533, 12);
    expect(at(1).expectedWhileAlive({ repeats: 0, recency: 0, age: 10 }, 5)).toBeCloseTo(0.084178691560693, 13);
    expect(at(1.7).expectedWhileAlive({ repeats: 9, recency: 0, age: 30 }, 200)).toBeCloseTo(12.059518492504, 10);
    const history = { repeats: 2, recency: 0, age: 38.86 };
    const discountRate = Math.expm1(0.0027);
    const found = discountedPurchases(at(0.8), { history, horizon: Number.POSITIVE_INFINITY, discountRate });
    expect(found).toBeCloseTo(7.15244746728, 5);
  });
});

describe('paretoDropout', () => {
  it.each([
    // mpmath: the time of leaving integrated numerically; DERT by Tricomi's Ψ as published.
    [{ repeats: 2, recency: 30.43, age: 38.86 }, -9.53776052430503, 0.871207421947848, 6.57085795382],
    [{ repeats: 0, recency: 0, age: 20 }, -0.425286878164693, 0.472506413691698, 1.0307559462],
    [{ repeats: 12, recency: 10, age: 38 }, -21.7478950864874, 0.000288716996974372, 0.0108348859243],
  ])('has the likelihood, probability of being alive, and discounted purchases of %o', (history, log, alive, dert) => {
    const model = paretoDropout([0.55, 10.5, 0.6, 12]);
    expect(model.logLikelihood(history)).toBeCloseTo(log, 11);
    expect(Math.abs(model.alive(history) / alive - 1)).toBeLessThan(1e-10);
    const ahead = { history, horizon: Number.POSITIVE_INFINITY, discountRate: Math.expm1(0.0027) };
    expect(Math.abs((model.alive(history) * discountedPurchases(model, ahead)) / dert - 1)).toBeLessThan(1e-5);
  });

  it('has them where α > β', () => {
    const model = paretoDropout([0.55, 30, 0.6, 12]);
    const history = { repeats: 3, recency: 5, age: 20 };
    expect(model.logLikelihood(history)).toBeCloseTo(-11.1397172612431, 11);
    expect(model.alive(history)).toBeCloseTo(0.501931255163193, 12);
  });
});

describe.each<[string, PurchaseModel]>([
  ['BG/NBD', betaDropout('bg-nbd', published)],
  ['MBG/NBD', betaDropout('mbg-nbd', [0.52484, 6.18299, 0.89136, 1.614])],
  ['Pareto/NBD', paretoDropout([0.55328, 10.57761, 0.60621, 11.66792])],
])('countsWhileAlive of %s', (_, model) => {
  it.each([newcomer, { repeats: 3, recency: 20, age: 30 }, { repeats: 40, recency: 30, age: 30 }])(
    'sums to 1 and has the expected value, for %o',
    (history) => {
      const counts = model.countsWhileAlive(history, 26);
      expect(counts.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      const mean = counts.reduce((sum, share, n) => sum + n * share, 0);
      expect(Math.abs(mean / model.expectedWhileAlive(history, 26) - 1)).toBeLessThan(1e-6);
    },
  );

  it('is surer that a customer is alive the later the last purchase', () => {
    const alive = [1, 10, 20, 30].map((recency) => model.alive({ repeats: 4, recency, age: 30 }));
    expect(alive).toEqual([...alive].sort((a, b) => a - b));
  });
});

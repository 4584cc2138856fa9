import { describe, expect, it } from 'vitest';
import { drawBeta } from '../../../src/stats/draw-gamma.js';
import { createRandom } from '../../../src/stats/random.js';
import {
  contractRetention,
  contractSurvival,
  newRenewals,
  residualRenewals,
} from '../../../src/value/lifetime/contract-model.js';
import { addTenures, countTenures, tenuresOfCohort } from '../../../src/value/lifetime/contract-tenures.js';
import { fitContract } from '../../../src/value/lifetime/fit-contract.js';

/** P. Fader and B. Hardie (2007), table 1, of 1,000 customers each. */
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];

describe('fitContract', () => {
  it.each([
    [highEnd, 0.6681, 3.8061, -1611.158],
    [regular, 0.7041, 1.182, -1680.265],
  ])('finds the published maximum of %o', (survivors, alpha, beta, logLikelihood) => {
    const fit = fitContract(tenuresOfCohort(survivors));
    if (fit.status !== 'fitted') throw new Error(fit.reasons.join());
    expect(fit.alpha).toBeCloseTo(alpha, 3);
    expect(fit.beta).toBeCloseTo(beta, 3);
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 2);
  });

  it('says the same of a cohort and of its customers, and of two halves', () => {
    const left = highEnd.slice(1).flatMap((count, t) => Array<number>(highEnd[t] - count).fill(t + 1));
    const tenure = [...left, ...Array<number>(491).fill(7)];
    const rows = countTenures({ tenure, hasLeft: tenure.map((_, i) => (i < left.length ? 1 : 0)) });
    expect(rows).toEqual(tenuresOfCohort(highEnd));
    const half = tenuresOfCohort(highEnd.map((count) => count / 2));
    expect(addTenures([half, half])).toEqual(tenuresOfCohort(highEnd));
  });

  it('finds planted parameters among customers of different starts, half of whom were seen only after a while', () => {
    const random = createRandom(5);
    const [tenure, hasLeft, entered]: number[][] = [[], [], []];
    for (let i = 0; i < 20_000; i++) {
      const leaves = drawBeta(random, { a: 0.9, b: 3 });
      const seen = 1 + random.int(24);
      const from = random.next() < 0.5 ? 0 : random.int(6);
      let periods = 1;
      while (random.next() >= leaves && periods <= seen) periods++;
      if (Math.min(periods, seen) <= from) continue;
      tenure.push(Math.min(periods, seen));
      hasLeft.push(periods <= seen ? 1 : 0);
      entered.push(from);
    }
    const fit = fitContract(countTenures({ tenure, hasLeft, entered }));
    if (fit.status !== 'fitted') throw new Error(fit.reasons.join());
    expect(Math.abs(Math.log(fit.alpha / 0.9))).toBeLessThan(3 * Math.sqrt(fit.covariance[0]));
    expect(Math.abs(Math.log(fit.beta / 3))).toBeLessThan(3 * Math.sqrt(fit.covariance[3]));
    expect(Math.sqrt(fit.covariance[0])).toBeLessThan(0.1);
  });

  it('refuses where few left, where all are alike, and where only one renewal was seen', () => {
    expect(fitContract(tenuresOfCohort([100, 95, 90])).status).toBe('refused');
    const alike = Array.from({ length: 12 }, (_, t) => Math.round(100_000 * 0.9 ** t));
    const steady = fitContract(tenuresOfCohort(alike));
    expect(steady.status === 'refused' || contractRetention(steady, 10) - contractRetention(steady, 1) < 0.01).toBe(
      true,
    );
    expect(fitContract(tenuresOfCohort([1000, 800]))).toEqual({
      status: 'refused',
      reasons: ['all are seen for one renewal only: that tells one rate and nothing of how it changes'],
    });
  });
});

describe('contractSurvival', () => {
  it('is the product of the retention rates', () => {
    const fit = { alpha: 1, beta: 1 };
    // θ uniform: ½ renew, then ⅔, then ¾.
    expect([1, 2, 3].map((t) => contractRetention(fit, t))).toEqual([1 / 2, 2 / 3, 3 / 4]);
    expect(contractSurvival(fit, 3)).toBeCloseTo(1 / 4, 14);
    expect(contractSurvival(fit, 0)).toBe(1);
  });
});

describe('residualRenewals', () => {
  it('has the published closed form, and is the sum of its terms', () => {
    // mpmath: (β + n − 1)/(α + β + n − 1) ₂F₁(1, β + n; α + β + n; 1/(1 + d)).
    const high = { alpha: 0.668, beta: 3.806 };
    expect(residualRenewals(high, { tenure: 1, discountRate: 0.1 })).toBeCloseTo(5.414856048374, 10);
    const rest = residualRenewals({ alpha: 0.704, beta: 1.182 }, { tenure: 5, discountRate: 0.1 });
    expect(rest).toBeCloseTo(5.8944228598442, 10);
    expect(residualRenewals(high, { tenure: 1, discountRate: 0.1, periods: 500 })).toBeCloseTo(5.414856048374, 10);
  });

  it('is infinite without discount where some hardly ever leave, and adds the first payment for new customers', () => {
    expect(residualRenewals({ alpha: 0.9, beta: 2 }, { tenure: 1, discountRate: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(residualRenewals({ alpha: 1.5, beta: 3 }, { tenure: 2, discountRate: 0 })).toBe(8);
    // θ uniform, two periods, d = 1: 1 + ½·½.
    expect(newRenewals({ alpha: 1, beta: 1 }, { discountRate: 1, periods: 2 })).toBe(1.25);
  });
});

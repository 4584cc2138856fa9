import { describe, expect, it } from 'vitest';
import { choosePurchaseModel } from '../../../src/value/lifetime/choose-purchase-model.js';
import { fitPurchases } from '../../../src/value/lifetime/fit-purchases.js';
import { fitSegments } from '../../../src/value/lifetime/fit-segments.js';
import { fitSpend } from '../../../src/value/lifetime/fit-spend.js';
import { forecastValue } from '../../../src/value/lifetime/forecast-value.js';
import type {
  Parameters,
  PurchaseFit,
  PurchaseModelKind,
  Refused,
} from '../../../src/value/lifetime/purchase-model.js';
import { expectedSpend } from '../../../src/value/lifetime/spend-model.js';
import { totalValue } from '../../../src/value/lifetime/total-value.js';
import { simulateCustomers } from './simulate-customers.js';

const planted: Readonly<Record<PurchaseModelKind, Parameters>> = {
  'bg-nbd': [0.5, 6, 0.8, 2.5],
  'mbg-nbd': [0.7, 6, 0.9, 1.8],
  'pareto-nbd': [0.55, 10.6, 0.6, 11.7],
};
const kinds = Object.keys(planted) as PurchaseModelKind[];
const spend = { p: 6, q: 4, v: 15 };

function draw(kind: PurchaseModelKind, { customers, seed }: { customers: number; seed: number }) {
  return simulateCustomers({ kind, parameters: planted[kind], spend, customers, age: 52, horizon: 39, seed });
}

function fitted<T extends { status: 'fitted' }>(fit: T | Refused): T {
  if (fit.status === 'refused') throw new Error(fit.reasons.join());
  return fit as T;
}

function sumOf(values: Float64Array | Int32Array): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0);
}

describe('fitPurchases', () => {
  it.each(kinds)('finds the planted parameters of %s within their errors', (kind) => {
    const fit = fitted<PurchaseFit>(fitPurchases(draw(kind, { customers: 1500, seed: 11 }), { kind }));
    planted[kind].forEach((value, k) => {
      const error = Math.sqrt(fit.covariance[k * 5]);
      expect(error).toBeLessThan(1);
      expect(Math.abs(Math.log(fit.parameters[k] / value))).toBeLessThan(3 * error);
    });
  });

  it('does not see the unit of time, the order of customers, or everybody twice', () => {
    const customers = draw('bg-nbd', { customers: 800, seed: 2 });
    const fit = fitted<PurchaseFit>(fitPurchases(customers, { kind: 'bg-nbd' }));
    const days = { ...customers, recency: customers.recency.map((t) => t * 7), age: customers.age.map((t) => t * 7) };
    const byDay = fitted<PurchaseFit>(fitPurchases(days, { kind: 'bg-nbd' }));
    expect(byDay.parameters[1] / fit.parameters[1]).toBeCloseTo(7, 3);
    expect(byDay.parameters[2]).toBeCloseTo(fit.parameters[2], 3);
    const twice = {
      repeats: Int32Array.of(...customers.repeats.toReversed(), ...customers.repeats),
      recency: Float64Array.of(...customers.recency.toReversed(), ...customers.recency),
      age: Float64Array.of(...customers.age.toReversed(), ...customers.age),
    };
    const both = fitted<PurchaseFit>(fitPurchases(twice, { kind: 'bg-nbd' }));
    expect(both.logLikelihood).toBeCloseTo(2 * fit.logLikelihood, 3);
    expect(both.covariance[0]).toBeCloseTo(fit.covariance[0] / 2, 4);
  });

  it('refuses few repeat buyers, and customers of whom none ever leaves', () => {
    const few = fitPurchases(draw('bg-nbd', { customers: 40, seed: 1 }), { kind: 'bg-nbd' });
    expect(few.status === 'refused' && few.reasons[0]).toMatch(/^\d+ of 40 customers bought again; .* at least 30$/);
    const faithful = simulateCustomers({
      kind: 'pareto-nbd',
      parameters: [2, 4, 1000, 1e7],
      spend,
      customers: 500,
      age: 52,
      horizon: 1,
      seed: 3,
    });
    const none = fitPurchases(faithful, { kind: 'pareto-nbd' });
    expect(none.status).toBe('refused');
  });
});

describe('fitSpend', () => {
  it('finds planted parameters, in any unit', () => {
    const customers = draw('bg-nbd', { customers: 3000, seed: 4 });
    const fit = fitted(fitSpend(customers));
    [fit.p / 6, fit.q / 4, fit.v / 15].forEach((ratio, k) => {
      expect(Math.abs(Math.log(ratio))).toBeLessThan(3 * Math.sqrt(fit.covariance[k * 4]));
    });
    const cents = fitted(fitSpend({ repeats: customers.repeats, spend: customers.spend.map((x) => x * 100) }));
    expect(cents.v / fit.v).toBeCloseTo(100, 1);
  });

  it('expects of a known customer a mean of the own amount and that of all', () => {
    // Published parameters and the first ten customers of CDNOW: 22.35, 11.77 and none.
    const cdnow = { p: 6.2488, q: 3.74459, v: 15.44774 };
    expect(expectedSpend(cdnow, { repeats: 2, spend: 22.35 })).toBeCloseTo(24.66, 2);
    expect(expectedSpend(cdnow, { repeats: 1, spend: 11.77 })).toBeCloseTo(18.91, 2);
    expect(expectedSpend(cdnow, { repeats: 0, spend: Number.NaN })).toBeCloseTo(35.17, 2);
  });

  it('refuses amounts without a mean, and takes a price that is one for all', () => {
    const repeats = new Int32Array(200).fill(2);
    const wild = fitSpend({ repeats, spend: Float64Array.from(repeats, (_, i) => ((i + 1) / 200) ** -1.6) });
    expect(wild.status === 'refused' && wild.reasons[0]).toContain('no mean');
    const fixed = fitted(fitSpend({ repeats, spend: new Float64Array(200).fill(20) }));
    expect(expectedSpend(fixed, { repeats: 0, spend: Number.NaN })).toBeCloseTo(20, 1);
  });
});

describe('forecastValue', () => {
  it.each(kinds)('has what comes to a customer of %s in its interval 95 times of 100', (kind) => {
    const customers = draw(kind, { customers: 700, seed: 21 });
    const fits = { fit: fitted<PurchaseFit>(fitPurchases(customers, { kind })), spendFit: fitted(fitSpend(customers)) };
    const forecast = forecastValue(customers, { ...fits, horizon: 39, discountRate: 0 });
    const share = (isIn: (i: number) => boolean, among: (i: number) => boolean) => {
      const rows = Array.from(customers.repeats.keys()).filter(among);
      return rows.filter(isIn).length / rows.length;
    };
    const inCount = (i: number) =>
      customers.later[i] >= forecast.purchasesLower[i] && customers.later[i] <= forecast.purchasesUpper[i];
    const inAmount = (i: number) =>
      customers.laterAmount[i] >= forecast.valueLower[i] && customers.laterAmount[i] <= forecast.valueUpper[i];
    expect(share(inCount, () => true)).toBeGreaterThan(0.95);
    expect(share(inAmount, () => true)).toBeGreaterThan(0.95);
    // Those of whom much is expected, where nothing is gained by zeros.
    const often = (i: number) => customers.repeats[i] > 4;
    expect(share(inAmount, often)).toBeGreaterThan(0.94);
  });

  it('is less by discounting, and by no more than the whole horizon’s', () => {
    const customers = draw('bg-nbd', { customers: 500, seed: 5 });
    const fits = {
      fit: fitted<PurchaseFit>(fitPurchases(customers, { kind: 'bg-nbd' })),
      spendFit: fitted(fitSpend(customers)),
    };
    const plain = forecastValue(customers, { ...fits, horizon: 52, discountRate: 0 });
    const less = forecastValue(customers, { ...fits, horizon: 52, discountRate: 0.002 });
    expect(sumOf(less.value)).toBeLessThan(sumOf(plain.value));
    expect(sumOf(less.value)).toBeGreaterThan(sumOf(plain.value) * 1.002 ** -52);
  });
});

describe('totalValue', () => {
  it('has the sums of what comes in its intervals in most of 8 populations', () => {
    let [inPurchases, inValue] = [0, 0];
    for (let seed = 1; seed <= 8; seed++) {
      const customers = draw('mbg-nbd', { customers: 500, seed: seed * 104_729 });
      const fit = fitPurchases(customers, { kind: 'mbg-nbd' });
      if (fit.status === 'refused') continue;
      const options = { fit, spendFit: fitted(fitSpend(customers)), horizon: 39, discountRate: 0 };
      const { purchases, value } = totalValue(customers, options);
      inPurchases += isIn(purchases, sumOf(customers.later));
      inValue += isIn(value, sumOf(customers.laterAmount));
      if (seed > 1) continue;
      expect(purchases.estimate).toBeCloseTo(sumOf(forecastValue(customers, options).purchases), 8);
      const missed = totalValue(customers, { ...options, missed: 0.2 });
      expect(missed.value.upper).toBeGreaterThan(value.upper);
    }
    expect(inPurchases).toBeGreaterThanOrEqual(6);
    expect(inValue).toBeGreaterThanOrEqual(6);
  });
});

function isIn({ lower, upper }: { lower: number; upper: number }, value: number): number {
  return value >= lower && value <= upper ? 1 : 0;
}

describe('choosePurchaseModel', () => {
  it('takes the model that customers were drawn from, and says by how much', () => {
    const parameters: Parameters = [1.5, 10, 0.8, 30];
    const customers = simulateCustomers({
      kind: 'pareto-nbd',
      parameters,
      spend,
      customers: 900,
      age: 52,
      horizon: 39,
      seed: 8,
    });
    const choice = choosePurchaseModel(customers, {
      holdout: { histories: customers, later: customers.later, horizon: 39 },
    });
    if (choice.status === 'refused') throw new Error(choice.reasons.join());
    expect(choice.fit.kind).toBe('pareto-nbd');
    expect(choice.reason).toMatch(
      /Pareto\/NBD .*\(log-likelihood -[\d.]+ against -[\d.]+ of .*; difference -?[\d.]+, 95 % interval -?[\d.]+ to -?[\d.]+\)/,
    );
    expect(choice.holdout?.actual).toBe(sumOf(customers.later));
    expect(Math.abs((choice.holdout?.predicted ?? 0) / sumOf(customers.later) - 1)).toBeLessThan(0.1);
    expect(choice.contestants).toHaveLength(3);
    expect(choosePurchaseModel(customers).status === 'chosen').toBe(true);
  });

  it('says once why none is fitted', () => {
    const choice = choosePurchaseModel(draw('bg-nbd', { customers: 20, seed: 1 }));
    expect(choice.status === 'refused' && choice.reasons).toHaveLength(1);
  });
});

describe('fitSegments', () => {
  it('gives a large segment its own parameters, and a small one nearly those of all', () => {
    const often = simulateCustomers({
      kind: 'bg-nbd',
      parameters: [1.2, 4, 0.8, 2.5],
      spend,
      customers: 1000,
      age: 52,
      horizon: 1,
      seed: 1,
    });
    const seldom = simulateCustomers({
      kind: 'bg-nbd',
      parameters: [0.3, 8, 0.8, 2.5],
      spend,
      customers: 1000,
      age: 52,
      horizon: 1,
      seed: 2,
    });
    const join = (key: 'repeats' | 'recency' | 'age') => Float64Array.of(...often[key], ...seldom[key]);
    const all = { repeats: Int32Array.from(join('repeats')), recency: join('recency'), age: join('age') };
    const whole = fitted<PurchaseFit>(fitPurchases(all, { kind: 'bg-nbd' }));
    const segmentOf = Array.from(all.age, (_, i) => (i < 15 ? 2 : i < 1000 ? 0 : 1));
    const fits = fitSegments(all, { whole, segmentOf, segments: 4, mostCustomers: 5000 });
    const rates = fits.map(({ fit: { parameters } }) => parameters[0] / parameters[1]);
    expect(Math.abs(Math.log(rates[0] / 0.3))).toBeLessThan(0.25);
    expect(Math.abs(Math.log(rates[1] / 0.0375))).toBeLessThan(0.2);
    expect(fits.map(({ source, customers }) => [source, customers])).toEqual([
      ['segment', 985],
      ['segment', 1000],
      ['segment', 15],
      ['whole', 0],
    ]);
    expect(rates[2]).toBeGreaterThan(rates[1]);
    expect(rates[3]).toBe(whole.parameters[0] / whole.parameters[1]);
  });
});

import { describe, expect, it } from 'vitest';
import { drawBeta, drawGamma } from '../../../src/stats/draw-gamma.js';
import { createRandom } from '../../../src/stats/random.js';
import { estimateLifetime } from '../../../src/value/lifetime/estimate-lifetime.js';
import { groupHistories } from '../../../src/value/lifetime/group-histories.js';
import type { PurchaseDays } from '../../../src/value/lifetime/purchase-histories.js';
import { shrinkObserved } from '../../../src/value/lifetime/shrink-observed.js';
import { laterPurchases, summarisePurchases } from '../../../src/value/lifetime/summarise-purchases.js';

/** Three customers: bought on days 0, 7 and 21 with a return on day 10; on day 14; on day 30 after a return of nothing. */
const three: PurchaseDays = {
  starts: Int32Array.of(0, 4, 5, 7),
  days: Int32Array.of(0, 7, 10, 21, 14, 5, 30),
  net: Float64Array.of(1000, 500, -200, 300, 800, -100, 400),
  isPurchase: Uint8Array.of(1, 1, 0, 1, 1, 0, 1),
};

describe('summarisePurchases', () => {
  it('gives count, recency and age in weeks, and spends less returns', () => {
    const summary = summarisePurchases(three, { until: 28 });
    expect(summary).toEqual({
      customer: Int32Array.of(0, 1),
      repeats: Int32Array.of(2, 0),
      recency: Float64Array.of(3, 0),
      age: Float64Array.of(4, 2),
      spend: Float64Array.of(300, Number.NaN),
      total: Float64Array.of(1600, 800),
    });
  });

  it('looks no further than the day, and the rest is what came later', () => {
    const { customer, repeats, total } = summarisePurchases(three, { until: 9 });
    expect([...customer]).toEqual([0]);
    expect([...repeats]).toEqual([1]);
    expect([...total]).toEqual([1500]);
    expect(laterPurchases(three, { customer, after: 9, until: 30 })).toEqual({
      purchases: Int32Array.of(1),
      amount: Float64Array.of(100),
    });
  });
});

describe('groupHistories', () => {
  it('has each history once with its customers', () => {
    const groups = groupHistories({
      repeats: Int32Array.of(1, 0, 1, 1),
      recency: Float64Array.of(2, 0, 2, 3),
      age: Float64Array.of(5, 5, 5, 5),
    });
    expect([...groups.groupOf]).toEqual([0, 1, 0, 2]);
    expect([...groups.customers]).toEqual([2, 1, 1]);
    expect([...groups.recency]).toEqual([2, 0, 3]);
  });
});

describe('estimateLifetime', () => {
  it('models customers who come again, with a check by the last third', () => {
    const days = shop({ customers: 700, seed: 4 });
    const options = { until: 364, horizon: 52, discountRate: 0.002 };
    const found = estimateLifetime(days, options);
    if (found.status !== 'modelled') throw new Error(found.reasons.join());
    expect(found.choice.holdout?.customers).toBeGreaterThan(300);
    expect(found.forecast.value).toHaveLength(found.summary.customer.length);
    const sum = found.forecast.value.reduce((total, value) => total + value, 0);
    expect(found.total.value.estimate / sum).toBeCloseTo(1, 10);
    const { value, valueLower, valueUpper } = found.forecast;
    expect(value.every((one, i) => valueLower[i] <= one && one <= valueUpper[i])).toBe(true);
    expect(found.summary.total.reduce((a, b) => a + b, 0)).toBe(days.net.reduce((a, b) => a + b, 0));
    expect(estimateLifetime(days, options)).toEqual(found);
  });

  it('says why not, and shows what was observed, where hardly anybody came again', () => {
    const found = estimateLifetime(shop({ customers: 40, seed: 2 }), { until: 364, horizon: 52, discountRate: 0 });
    if (found.status !== 'observed') throw new Error('modelled');
    expect(found.reasons[0]).toMatch(/customers bought again; a model needs at least 30/);
    expect(found.forecast.value).toHaveLength(found.summary.customer.length);
  });

  it('says nothing of what is to come where customers were watched for a day or two', () => {
    const days: PurchaseDays = {
      starts: Int32Array.from({ length: 61 }, (_, c) => 2 * c),
      days: Int32Array.from({ length: 120 }, (_, i) => i % 2),
      net: new Float64Array(120).fill(6350),
      isPurchase: new Uint8Array(120).fill(1),
    };
    const found = estimateLifetime(days, { until: 1, horizon: 52, discountRate: 0 });
    if (found.status !== 'unknown') throw new Error(found.status);
    expect(found.why).toMatch(/watched for 1 day at most/);
    const sameDay = { ...days, days: new Int32Array(120) };
    expect(estimateLifetime(sameDay, { until: 0, horizon: 52, discountRate: 0 }).status).toBe('unknown');
  });

  it('carries what was observed on for no longer than anybody was watched', () => {
    const found = estimateLifetime(steady({ span: 70 }), { until: 70, horizon: 52, discountRate: 0 });
    if (found.status !== 'observed') throw new Error(found.status);
    expect(found.horizon).toBe(10);
    expect(found.check?.isHeld).toBe(true);
    const { estimate, lower, upper } = found.forecast.total;
    expect(lower).toBeLessThan(estimate);
    expect(upper).toBeGreaterThan(estimate);
  });

  it('claims no interval where what came after an earlier day was something else, or no day can be kept out', () => {
    // Ten times as much in the last third.
    const changed = steady({ span: 360, later: 10 });
    const found = estimateLifetime(changed, { until: 360, horizon: 52, discountRate: 0 });
    if (found.status !== 'observed') throw new Error(found.status);
    expect(found.check?.isHeld).toBe(false);
    expect(found.check?.came).toBeGreaterThan(5 * (found.check?.expected ?? 0));
    expect([found.forecast.total.lower, found.forecast.total.upper]).toEqual([Number.NaN, Number.NaN]);
    expect(found.forecast.valueUpper.every(Number.isNaN)).toBe(true);
    const short = estimateLifetime(steady({ span: 35 }), { until: 35, horizon: 5, discountRate: 0 });
    if (short.status !== 'observed') throw new Error(short.status);
    expect(short.check).toBe(null);
    expect(short.forecast.total.upper).toBe(Number.NaN);
  });

  it('gives segments models of their own, and those of none the model of all', () => {
    // Every other customer buys three times as seldom.
    const days = shop({ customers: 900, seed: 5, slow: (c) => c % 2 === 1 });
    const of = Int32Array.from({ length: 900 }, (_, c) => (c % 45 === 0 ? -1 : c % 2));
    const options = { until: 364, horizon: 26, discountRate: 0, segments: { of, count: 2 } };
    const found = estimateLifetime(days, options);
    if (found.status !== 'modelled') throw new Error(found.reasons.join());
    expect(found.segmentFits?.map(({ source }) => source)).toEqual(['segment', 'segment']);
    const rate = (segment: number) => {
      const [r, alpha] = found.segmentFits?.[segment].fit.parameters ?? [Number.NaN, Number.NaN];
      return r / alpha;
    };
    expect(rate(0) / rate(1)).toBeGreaterThan(1.8);
    expect(found.forecast.value.every((value) => value > 0)).toBe(true);
    const sum = found.forecast.purchases.reduce((total, value) => total + value, 0);
    expect(found.total.purchases.estimate / sum).toBeCloseTo(1, 10);
  });

  it('keeps the model of purchases where only amounts have no mean, and draws these to the mean of all', () => {
    const days = shop({ customers: 900, seed: 6 });
    const random = createRandom(8);
    // One customer in a thousand spends a thousand times as much: no Gamma-Gamma with a mean.
    const net = days.net.slice();
    for (let c = 0; c < 900; c++) {
      const times = (1 - random.next()) ** -2;
      for (let i = days.starts[c]; i < days.starts[c + 1]; i++) net[i] = Math.round(net[i] * times);
    }
    const found = estimateLifetime({ ...days, net }, { until: 364, horizon: 26, discountRate: 0 });
    if (found.status !== 'modelled') throw new Error(found.reasons.join());
    expect(found.spendReasons.join()).toMatch(/no mean/);
    const { spend, repeats } = found.summary;
    const mean = found.summary.total.reduce((a, b) => a + b, 0) / repeats.reduce((a, x) => a + x + 1, 0);
    const many = [...repeats.keys()].filter((row) => repeats[row] > 3 && spend[row] > 0);
    expect(many.length).toBeGreaterThan(20);
    for (const row of many) {
      const [low, high] = [Math.min(mean, spend[row]), Math.max(mean, spend[row])];
      expect(found.forecast.spend[row]).toBeGreaterThanOrEqual(low * 0.999999);
      expect(found.forecast.spend[row]).toBeLessThanOrEqual(high * 1.000001);
    }
  });
});

describe('shrinkObserved', () => {
  it('draws every customer towards the mean, the less the longer the history', () => {
    const summary = {
      customer: Int32Array.of(0, 1, 2, 3),
      repeats: Int32Array.of(0, 12, 3, 0),
      recency: Float64Array.of(0, 40, 10, 0),
      age: Float64Array.of(50, 50, 12.5, 5),
      spend: Float64Array.of(Number.NaN, 20, 20, Number.NaN),
      total: Float64Array.of(5, 260, 80, 20),
    };
    const { rate, value, valueLower, valueUpper, total } = shrinkObserved(summary, { horizon: 10, discountRate: 0 });
    const mean = 15 / 117.5;
    expect(rate[0]).toBeGreaterThan(0);
    expect(rate[0]).toBeLessThan(rate[3]);
    expect(rate[3]).toBeLessThan(mean);
    expect(rate[1]).toBeGreaterThan(rate[2]);
    expect(rate[1]).toBeLessThan(12 / 50);
    for (let i = 0; i < 4; i++) {
      expect(valueLower[i]).toBeLessThanOrEqual(value[i]);
      expect(valueUpper[i]).toBeGreaterThan(value[i]);
    }
    expect(total.estimate).toBeCloseTo(
      value.reduce((sum, x) => sum + x, 0),
      10,
    );
  });

  it('has what comes in its intervals where customers go on as they did', () => {
    const random = createRandom(9);
    const drawn = Array.from({ length: 2000 }, () => {
      const lambda = drawGamma(random, 2) / 40;
      const usual = drawGamma(random, 8) * 10;
      const wait = () => -Math.log(1 - random.next()) / lambda;
      const buy = (periods: number) => {
        const amounts: number[] = [];
        for (let t = wait(); t < periods; t += wait()) amounts.push(usual * (0.5 + random.next()));
        return amounts;
      };
      const [seen, later] = [buy(30), buy(26)];
      const sum = (amounts: number[]) => amounts.reduce((total, x) => total + x, 0);
      return { repeats: seen.length, total: sum(seen) + usual * (0.5 + random.next()), later: sum(later) };
    });
    const found = shrinkObserved(
      {
        customer: Int32Array.from(drawn.keys()),
        repeats: Int32Array.from(drawn, ({ repeats }) => repeats),
        recency: new Float64Array(2000),
        age: new Float64Array(2000).fill(30),
        spend: new Float64Array(2000),
        total: Float64Array.from(drawn, ({ total }) => total),
      },
      { horizon: 26, discountRate: 0 },
    );
    const inside = drawn.filter(({ later }, i) => later >= found.valueLower[i] && later <= found.valueUpper[i]);
    expect(inside.length / 2000).toBeGreaterThan(0.93);
    const sum = drawn.reduce((total, { later }) => total + later, 0);
    expect(found.total.lower).toBeLessThan(sum);
    expect(found.total.upper).toBeGreaterThan(sum);
  });
});

/** A year of a shop: customers come in its first half, leave after a purchase by chance, and differ in what they spend. */
function shop({
  customers,
  seed,
  slow = () => false,
}: {
  customers: number;
  seed: number;
  slow?: (customer: number) => boolean;
}): PurchaseDays {
  const random = createRandom(seed);
  const [starts, days, net]: number[][] = [[], [], []];
  for (let c = 0; c < customers; c++) {
    starts.push(days.length);
    const rate = drawGamma(random, 0.8) / (slow(c) ? 120 : 40);
    const leaves = drawBeta(random, { a: 0.8, b: 3 });
    const usual = drawGamma(random, 6) * 500;
    for (let day = random.int(182), isHere = true; isHere && day <= 364; ) {
      days.push(day);
      net.push(Math.round(usual * (0.5 + random.next())));
      isHere = random.next() >= leaves;
      day += 1 + Math.floor(-Math.log(1 - random.next()) / rate);
    }
  }
  return {
    starts: Int32Array.from([...starts, days.length]),
    days: Int32Array.from(days),
    net: Float64Array.from(net),
    isPurchase: new Uint8Array(days.length).fill(1),
  };
}

/** Twenty-five customers, too few for a model, who buy by chance every 20 days; from two thirds of the time on for `later` as much. */
function steady({ span, later = 1 }: { readonly span: number; readonly later?: number }): PurchaseDays {
  const random = createRandom(5);
  const [starts, days, net]: number[][] = [[], [], []];
  for (let c = 0; c < 25; c++) {
    starts.push(days.length);
    for (let day = 0; day <= span; day += 1 + Math.floor(-20 * Math.log(1 - random.next()))) {
      days.push(day);
      net.push(day > (2 * span) / 3 ? 1000 * later : 1000);
    }
  }
  return {
    starts: Int32Array.from([...starts, days.length]),
    days: Int32Array.from(days),
    net: Float64Array.from(net),
    isPurchase: new Uint8Array(days.length).fill(1),
  };
}

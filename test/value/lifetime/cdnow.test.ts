import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkHoldout } from '../../../src/value/lifetime/check-holdout.js';
import { fitPurchases } from '../../../src/value/lifetime/fit-purchases.js';
import { fitSpend } from '../../../src/value/lifetime/fit-spend.js';
import { forecastPurchases } from '../../../src/value/lifetime/forecast-purchases.js';
import type { PurchaseDays } from '../../../src/value/lifetime/purchase-histories.js';
import type { PurchaseModelKind } from '../../../src/value/lifetime/purchase-model.js';
import { laterPurchases, summarisePurchases } from '../../../src/value/lifetime/summarise-purchases.js';

const folder = process.env.ASSAY_DATA;
const cut = Date.UTC(1997, 8, 30) / 86_400_000;
const end = Date.UTC(1998, 5, 30) / 86_400_000;

/** Of 2,357 customers; P. Fader, B. Hardie and K. L. Lee (2005), and the documentation of `lifetimes`. */
const published: readonly [PurchaseModelKind, readonly number[], number][] = [
  ['bg-nbd', [0.243, 4.414, 0.793, 2.426], -9582.4256],
  ['mbg-nbd', [0.525, 6.183, 0.891, 1.614], -9582.1327],
  ['pareto-nbd', [0.553, 10.578, 0.606, 11.669], -9594.974],
];

describe.skipIf(!folder)('fitPurchases on CDNOW (needs ASSAY_DATA)', () => {
  it.each(published)('finds the published maximum of %s', (kind, parameters, logLikelihood) => {
    const fit = fitPurchases(publishedHistories(), { kind });
    if (fit.status !== 'fitted') throw new Error(fit.reasons.join());
    expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(0.01);
    parameters.forEach((value, k) => {
      expect(Math.abs(fit.parameters[k] / value - 1)).toBeLessThan(0.005);
    });
  });

  it('expects 1,653 purchases in 39 weeks', () => {
    const histories = publishedHistories();
    const fit = fitPurchases(histories, { kind: 'bg-nbd' });
    if (fit.status !== 'fitted') throw new Error(fit.reasons.join());
    const { purchases } = forecastPurchases(histories, { fit, horizon: 39, discountRate: 0 });
    expect(purchases.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1653.4, 0);
  });
});

describe.skipIf(!folder)('CDNOW from its purchases (needs ASSAY_DATA)', () => {
  it('fits Gamma-Gamma to the tenth that was published as a sample', () => {
    // Which customers the sample has is told by histories alone, and 30 of 946 have a double: half a per cent.
    const { repeats, spend } = sampleOf(summarisePurchases(purchaseDays(), { until: cut }));
    const fit = fitSpend({ repeats, spend });
    if (fit.status !== 'fitted') throw new Error(fit.reasons.join());
    expect(fit.customers).toBe(946);
    expect(Math.abs(fit.p / 6.2488 - 1)).toBeLessThan(0.01);
    expect(Math.abs(fit.q / 3.74459 - 1)).toBeLessThan(0.01);
    expect(Math.abs(fit.v / 15.44774 - 1)).toBeLessThan(0.01);
  });

  it('errs less for each customer than 0.786 over 39 weeks that were kept out', () => {
    const days = purchaseDays();
    const summary = sampleOf(summarisePurchases(days, { until: cut }));
    const { purchases: later } = laterPurchases(days, { customer: summary.customer, after: cut, until: end });
    const fit = fitPurchases(summary, { kind: 'pareto-nbd' });
    if (fit.status !== 'fitted') throw new Error(fit.reasons.join());
    const check = checkHoldout(summary, { fit, later, horizon: 39 });
    expect(check.customers).toBe(2357);
    expect(check.predicted).toBeGreaterThan(1653);
    expect(check.meanAbsoluteError).toBeLessThan(0.786);
    expect(check.insideShare).toBeGreaterThan(0.95);
    expect(check.byRepeats.reduce((sum, { customers }) => sum + customers, 0)).toBe(2357);
  });
});

interface Sampled {
  customer: Int32Array;
  repeats: Int32Array;
  recency: Float64Array;
  age: Float64Array;
  spend: Float64Array;
}

/** The published sample among all customers: both stand by age and number, so the first match of each history is taken. */
function sampleOf(all: Sampled): Sampled {
  const wanted = publishedHistories();
  const order = Int32Array.from(all.age.keys()).sort((a, b) => all.age[b] - all.age[a] || a - b);
  const rows: number[] = [];
  for (const row of order) {
    const next = rows.length;
    if (next === wanted.age.length) break;
    const isSame =
      all.repeats[row] === wanted.repeats[next] &&
      Math.abs(all.recency[row] - wanted.recency[next]) < 0.006 &&
      Math.abs(all.age[row] - wanted.age[next]) < 0.006;
    if (isSame) rows.push(row);
  }
  return {
    customer: Int32Array.from(rows, (row) => all.customer[row]),
    repeats: Int32Array.from(rows, (row) => all.repeats[row]),
    recency: Float64Array.from(rows, (row) => all.recency[row]),
    age: Float64Array.from(rows, (row) => all.age[row]),
    spend: Float64Array.from(rows, (row) => all.spend[row]),
  };
}

function publishedHistories() {
  const lines = readFileSync(join(folder ?? '', 'cdnow', 'cdnow_customers_summary.csv'), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.slice(1).map((line) => line.split(',').map(Number));
  return {
    repeats: Int32Array.from(rows, ([, repeats]) => repeats),
    recency: Float64Array.from(rows, ([, , recency]) => recency),
    age: Float64Array.from(rows, ([, , , age]) => age),
  };
}

/** The master file is in order of customer and date. */
function purchaseDays(): PurchaseDays {
  const [starts, days, net]: number[][] = [[], [], []];
  let [customer, day] = ['', 0];
  for (const line of readFileSync(join(folder ?? '', 'cdnow', 'CDNOW_master.txt'), 'utf8')
    .split('\n')
    .slice(1)) {
    const [id, date, , dollars] = line.trim().split(/\s+/);
    if (!dollars) continue;
    const at = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000;
    if (id !== customer) starts.push(days.length);
    if (id !== customer || at !== day) {
      days.push(at);
      net.push(0);
    }
    net[net.length - 1] += Number(dollars);
    [customer, day] = [id, at];
  }
  return {
    starts: Int32Array.from([...starts, days.length]),
    days: Int32Array.from(days),
    net: Float64Array.from(net),
    isPurchase: new Uint8Array(days.length).fill(1),
  };
}

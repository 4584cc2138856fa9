import type { Interval } from '../../model/estimate.js';
import { countMoments, inverseSquare } from './chance-variance.js';
import type { Horizon } from './discounted-purchases.js';
import { countedHorizon, discountedPurchases } from './discounted-purchases.js';
import { eachPair } from './each-pair.js';
import { parametersAt } from './fit-purchases.js';
import { type ForecastPair, forecastPurchases, type PurchaseForecast } from './forecast-purchases.js';
import { modelOf } from './model-of.js';
import type { PurchaseHistories } from './purchase-histories.js';
import type { PurchaseFit } from './purchase-model.js';
import { expectedSpend, type SpendFit, type SpendParameters } from './spend-model.js';
import { sampleRows } from './take-histories.js';

type Summary = PurchaseHistories & { readonly spend: Float64Array };

interface Options extends Horizon {
  readonly fit: PurchaseFit;
  readonly spendFit: SpendFit;
  /** By how much of the forecast the model was wrong in a time that was kept out; 0.1 for a tenth. */
  readonly missed?: number;
  readonly seed?: number;
  /** What {@link sumChances} gathered while the customers were forecast; they are forecast here unless told. */
  readonly chance?: Chances;
}

/** What all customers together are expected to do over the horizon; what really comes is in the interval 95 times of 100. */
export interface TotalForecast {
  /** Not discounted. */
  readonly purchases: Interval;
  /** Discounted. */
  readonly value: Interval;
}

/** Customers that the effect of the parameters is told by. */
const told = 5_000;
const z = 1.959964;
const step = 1e-3;

/**
 * Sums over customers with intervals of three parts: the chance of each customer, what the fit does not know of the
 * parameters (delta method, central differences, on a sample where there are many), and what the model missed before.
 */
export function totalValue(
  summary: Summary,
  { fit, spendFit, missed = 0, seed = 1, chance: known, ...horizon }: Options,
): TotalForecast {
  const chance = known ?? chanceOf(summary, { fit, spendFit, horizon });
  const rows = sampleRows(summary.repeats.length, { most: told, seed });
  const some = rowsOf(summary, rows);
  const share = rows.length / Math.max(1, summary.repeats.length);
  const at = (logs: ArrayLike<number>, spend: SpendParameters) =>
    expectedTotals(some, { fit: { kind: fit.kind, parameters: parametersAt(logs) }, spendFit: spend, horizon });
  const logs = fit.parameters.map(Math.log);
  const ofPurchases = logs.map((_, k) =>
    difference((by) =>
      at(
        logs.map((log, i) => log + (i === k ? by : 0)),
        spendFit,
      ),
    ),
  );
  const spends = [spendFit.p, spendFit.q, spendFit.v].map(Math.log);
  const ofSpend = spends.map((_, k) =>
    difference((by) => at(logs, spendAt(spends.map((log, i) => log + (i === k ? by : 0))))),
  );
  const unknown = (of: 'purchases' | 'value') =>
    (quadratic(
      ofPurchases.map((slope) => slope[of]),
      fit.covariance,
    ) +
      quadratic(
        ofSpend.map((slope) => slope[of]),
        spendFit.covariance,
      )) /
    share ** 2;
  const interval = (of: 'purchases' | 'value') => {
    const { mean, variance } = chance[of];
    const half = z * Math.sqrt(variance + unknown(of) + (missed * mean) ** 2);
    return { estimate: mean, lower: Math.max(0, mean - half), upper: mean + half };
  };
  return { purchases: interval('purchases'), value: interval('value') };
}

interface Fits {
  readonly fit: Pick<PurchaseFit, 'kind' | 'parameters'>;
  readonly spendFit: SpendParameters;
  readonly horizon: Horizon;
}

/** Sums over customers of what is expected, and of the variances of single ones about it. */
export interface Chances {
  readonly purchases: { mean: number; variance: number };
  readonly value: { mean: number; variance: number };
}

/** Sums that are gathered alongside a forecast of purchases: `sums` is whole when that has ended. */
export function sumChances(
  { spend }: Pick<Summary, 'spend'>,
  { spendFit }: { readonly spendFit: SpendParameters },
): { readonly sums: Chances; readonly alongside: (pair: ForecastPair, forecast: PurchaseForecast) => void } {
  const [purchases, value] = [
    { mean: 0, variance: 0 },
    { mean: 0, variance: 0 },
  ];
  const alongside = ({ history: { repeats }, rows, counts }: ForecastPair, forecast: PurchaseForecast) => {
    const { mean, square } = countMoments(counts);
    for (const row of rows) {
      const alive = forecast.alive[row];
      const isKnown = repeats > 0 && spend[row] > 0;
      const expected = forecast.discounted[row] * expectedSpend(spendFit, { repeats, spend: spend[row] });
      const worth = forecast.purchases[row] > 0 ? forecast.discounted[row] / forecast.purchases[row] : 1;
      const unit = worth * (spendFit.v + (isKnown ? repeats * spend[row] : 0));
      const scatter = inverseSquare(spendFit, { repeats: isKnown ? repeats : 0, unit });
      purchases.mean += forecast.purchases[row];
      purchases.variance += alive * square - (alive * mean) ** 2;
      value.mean += expected;
      value.variance += Math.max(0, alive * (spendFit.p * mean + spendFit.p ** 2 * square) * scatter - expected ** 2);
    }
  };
  return { sums: { purchases, value }, alongside };
}

function chanceOf({ spend, ...histories }: Summary, { fit, spendFit, horizon }: Fits): Chances {
  const { sums, alongside } = sumChances({ spend }, { spendFit });
  forecastPurchases(histories, { fit, ...horizon, alongside });
  return sums;
}

function expectedTotals({ spend, ...histories }: Summary, { fit, spendFit, horizon }: Fits) {
  const model = modelOf(fit.kind, fit.parameters);
  const total = { purchases: 0, value: 0 };
  eachPair(histories, (history, rows) => {
    const expected = model.expectedWhileAlive(history, countedHorizon(horizon));
    const discounted = discountedPurchases(model, { history, ...horizon });
    for (const row of rows) {
      const { repeats, age } = history;
      const alive = model.alive({ repeats, recency: histories.recency[row], age });
      total.purchases += alive * expected;
      total.value += alive * discounted * expectedSpend(spendFit, { repeats, spend: spend[row] });
    }
  });
  return total;
}

/** Slope of both sums by one logarithm. */
function difference(at: (by: number) => { purchases: number; value: number }): { purchases: number; value: number } {
  const [above, below] = [at(step), at(-step)];
  return {
    purchases: (above.purchases - below.purchases) / (2 * step),
    value: (above.value - below.value) / (2 * step),
  };
}

function spendAt([p, q, v]: readonly number[]): SpendParameters {
  return { p: Math.exp(p), q: Math.exp(q), v: Math.exp(v) };
}

function quadratic(slope: readonly number[], covariance: Float64Array): number {
  return slope.reduce(
    (sum, a, i) => sum + slope.reduce((inner, b, j) => inner + a * b * covariance[i * slope.length + j], 0),
    0,
  );
}

function rowsOf(summary: Summary, rows: Int32Array): Summary {
  const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return {
    repeats: Int32Array.from(rows, (row) => summary.repeats[row]),
    recency: take(summary.recency),
    age: take(summary.age),
    spend: take(summary.spend),
  };
}

import type { Interval } from '../../model/estimate.js';
import type { Horizon } from './discounted-purchases.js';
import { forecastValue, type ValueForecast } from './forecast-value.js';
import type { PurchaseSummary } from './purchase-histories.js';
import type { PurchaseFit } from './purchase-model.js';
import type { SpendFit } from './spend-model.js';
import { sumChances, type TotalForecast, totalValue } from './total-value.js';

/** Customers that have one model of purchases, by their rows. */
export interface ForecastGroup {
  readonly rows: Int32Array;
  readonly fit: PurchaseFit;
}

interface Options extends Horizon {
  readonly spendFit: SpendFit;
  /** By how much of the forecast the models were wrong in a time that was kept out. */
  readonly missed?: number;
  readonly seed?: number;
}

/**
 * Value and totals of customers in groups, each with a model of its own. What is not known of a model is taken to be another
 * matter in each group; what the models missed before, to be the same in all.
 * @param groups every row in one of them.
 */
export function forecastGroups(
  summary: PurchaseSummary,
  { groups, spendFit, missed = 0, seed = 1, ...horizon }: Options & { readonly groups: readonly ForecastGroup[] },
): { readonly forecast: ValueForecast; readonly total: TotalForecast } {
  const forecast = emptyForecast(summary.repeats.length);
  const totals = groups.map(({ rows, fit }): TotalForecast => {
    const isAll = rows.length === summary.repeats.length;
    const part = isAll ? summary : takeSummary(summary, rows);
    const { sums, alongside } = sumChances(part, { spendFit });
    const own = forecastValue(part, { fit, spendFit, ...horizon, alongside });
    rows.forEach((row, i) => {
      forecast.alive[row] = own.alive[i];
      forecast.purchases[row] = own.purchases[i];
      forecast.purchasesLower[row] = own.purchasesLower[i];
      forecast.purchasesUpper[row] = own.purchasesUpper[i];
      forecast.discounted[row] = own.discounted[i];
      forecast.spend[row] = own.spend[i];
      forecast.value[row] = own.value[i];
      forecast.valueLower[row] = own.valueLower[i];
      forecast.valueUpper[row] = own.valueUpper[i];
    });
    return totalValue(part, { fit, spendFit, ...horizon, seed, chance: sums });
  });
  const joined = (of: keyof TotalForecast) =>
    joinIntervals(
      totals.map((total) => total[of]),
      missed,
    );
  return { forecast, total: { purchases: joined('purchases'), value: joined('value') } };
}

/** The sum of what is estimated apart, and what was missed in all of it. */
function joinIntervals(parts: readonly Interval[], missed: number): Interval {
  const z = 1.959964;
  const estimate = parts.reduce((sum, part) => sum + part.estimate, 0);
  const square = parts.reduce((sum, part) => sum + (part.upper - part.estimate) ** 2, 0);
  const half = Math.sqrt(square + (z * missed * estimate) ** 2);
  return { estimate, lower: Math.max(Math.min(0, estimate), estimate - half), upper: estimate + half };
}

function emptyForecast(customers: number): ValueForecast {
  const numbers = () => new Float64Array(customers);
  const counts = () => new Int32Array(customers);
  return {
    alive: numbers(),
    purchases: numbers(),
    purchasesLower: counts(),
    purchasesUpper: counts(),
    discounted: numbers(),
    spend: numbers(),
    value: numbers(),
    valueLower: numbers(),
    valueUpper: numbers(),
  };
}

function takeSummary(summary: PurchaseSummary, rows: Int32Array): PurchaseSummary {
  const numbers = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return {
    customer: Int32Array.from(rows, (row) => summary.customer[row]),
    repeats: Int32Array.from(rows, (row) => summary.repeats[row]),
    recency: numbers(summary.recency),
    age: numbers(summary.age),
    spend: numbers(summary.spend),
    total: numbers(summary.total),
  };
}

import { type ForecastPair, forecastPurchases, type PurchaseForecast } from './forecast-purchases.js';
import type { PurchaseHistories } from './purchase-histories.js';
import type { PurchaseFit } from './purchase-model.js';

/** Forecasts beside what came in a time that was kept out of the fit. */
export interface HoldoutCheck {
  readonly customers: number;
  readonly predicted: number;
  readonly actual: number;
  /** Mean absolute difference of a customer's expected and actual purchases. */
  readonly meanAbsoluteError: number;
  /** Share of customers whose purchases lay in their 95 % interval. */
  readonly insideShare: number;
  readonly logLikelihood: number;
  /** Customer by customer: what models are compared by. */
  readonly logLikelihoods: Float64Array;
  /** By repeat purchases in the observation; the last place is of that many and more. */
  readonly byRepeats: readonly RepeatsRow[];
}

export interface RepeatsRow {
  readonly repeats: number;
  readonly customers: number;
  /** Mean purchases of one of them. */
  readonly predicted: number;
  readonly actual: number;
}

/** As in the published tables: 0, 1 … 6, and 7 or more. */
const lastRow = 7;

/**
 * Judges a fit by the purchases of the `horizon` periods after the histories end.
 * @param options `later`: purchases of each customer in that time.
 */
export function checkHoldout(
  histories: PurchaseHistories,
  { fit, later, horizon }: { readonly fit: PurchaseFit; readonly later: Int32Array; readonly horizon: number },
): HoldoutCheck {
  const logLikelihoods = new Float64Array(later.length);
  const alongside = ({ rows, counts }: ForecastPair, { alive }: PurchaseForecast) => {
    for (const row of rows) {
      const left = later[row] === 0 ? 1 - alive[row] : 0;
      const came = later[row] < counts.length ? counts[later[row]] : 0;
      logLikelihoods[row] = Math.log(Math.max(1e-12, left + alive[row] * came));
    }
  };
  const forecast = forecastPurchases(histories, { fit, horizon, discountRate: 0, alongside });
  const { purchases, purchasesLower, purchasesUpper } = forecast;
  const isInside = later.map((count, i) => (count >= purchasesLower[i] && count <= purchasesUpper[i] ? 1 : 0));
  const byRepeats = Array.from({ length: lastRow + 1 }, () => ({ customers: 0, predicted: 0, actual: 0 }));
  histories.repeats.forEach((repeats, i) => {
    const row = byRepeats[Math.min(lastRow, repeats)];
    row.customers++;
    row.predicted += purchases[i];
    row.actual += later[i];
  });
  return {
    customers: later.length,
    predicted: sumOf(purchases),
    actual: sumOf(later),
    meanAbsoluteError: sumOf(purchases.map((expected, i) => Math.abs(expected - later[i]))) / later.length,
    insideShare: sumOf(isInside) / later.length,
    logLikelihood: sumOf(logLikelihoods),
    logLikelihoods,
    byRepeats: byRepeats
      .map(({ customers, predicted, actual }, repeats) => ({
        repeats,
        customers,
        predicted: predicted / customers,
        actual: actual / customers,
      }))
      .filter(({ customers }) => customers > 0),
  };
}

function sumOf(values: Float64Array | Int32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

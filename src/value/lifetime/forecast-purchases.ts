import { countTails } from './count-tails.js';
import { countedHorizon, discountedPurchases, type Horizon } from './discounted-purchases.js';
import { eachPair } from './each-pair.js';
import { modelOf } from './model-of.js';
import type { PurchaseHistories, PurchaseHistory } from './purchase-histories.js';
import type { PurchaseFit } from './purchase-model.js';

/** What is expected of each customer over the horizon. */
export interface PurchaseForecast {
  readonly alive: Float64Array;
  /** Expected purchases, not discounted; of a horizon without end up to where money has lost 99 % of its worth. */
  readonly purchases: Float64Array;
  /** The number that really comes is in here for 95 of 100 customers or more (counts are whole). */
  readonly purchasesLower: Int32Array;
  readonly purchasesUpper: Int32Array;
  /** Expected purchases, discounted. */
  readonly discounted: Float64Array;
}

/** Customers of one count and age, and P(n purchases | alive) at place n. */
export interface ForecastPair {
  readonly history: PurchaseHistory;
  readonly rows: Int32Array;
  readonly counts: Float64Array;
}

interface Options extends Horizon {
  readonly fit: Pick<PurchaseFit, 'kind' | 'parameters'>;
  /** Called for each pair once the forecast has its rows. */
  readonly alongside?: (pair: ForecastPair, forecast: PurchaseForecast) => void;
}

/**
 * Expected purchases of every customer. What does not depend on recency is computed once for each pair of count and age.
 */
export function forecastPurchases(
  histories: PurchaseHistories,
  { fit, alongside, ...horizon }: Options,
): PurchaseForecast {
  const model = modelOf(fit.kind, fit.parameters);
  const { recency } = histories;
  const customers = histories.repeats.length;
  const counted = countedHorizon(horizon);
  const forecast = {
    alive: new Float64Array(customers),
    purchases: new Float64Array(customers),
    purchasesLower: new Int32Array(customers),
    purchasesUpper: new Int32Array(customers),
    discounted: new Float64Array(customers),
  };
  eachPair(histories, (history, rows) => {
    const expected = model.expectedWhileAlive(history, counted);
    const discounted = discountedPurchases(model, { history, ...horizon });
    const counts = model.countsWhileAlive(history, counted);
    const tails = countTails(counts);
    for (const row of rows) {
      const alive = model.alive({ repeats: history.repeats, recency: recency[row], age: history.age });
      forecast.alive[row] = alive;
      forecast.purchases[row] = alive * expected;
      forecast.discounted[row] = alive * discounted;
      forecast.purchasesUpper[row] = tails.upper(alive);
      forecast.purchasesLower[row] = tails.lower(alive);
    }
    alongside?.({ history, rows, counts }, forecast);
  });
  return forecast;
}

import { amountTable } from './amount-tails.js';
import type { Horizon } from './discounted-purchases.js';
import { type ForecastPair, forecastPurchases, type PurchaseForecast } from './forecast-purchases.js';
import type { PurchaseHistories } from './purchase-histories.js';
import type { PurchaseFit } from './purchase-model.js';
import { expectedSpend, type SpendParameters } from './spend-model.js';
import { tableByCount } from './table-by-count.js';

/** Amounts in the unit of the spends. */
export interface ValueForecast extends PurchaseForecast {
  /** Expected amount of a purchase. */
  readonly spend: Float64Array;
  /** Expected amount of all purchases over the horizon, discounted. */
  readonly value: Float64Array;
  /** What really comes is in here for at least 95 of 100 customers, and so is the value. */
  readonly valueLower: Float64Array;
  readonly valueUpper: Float64Array;
}

export interface ValueFits extends Horizon {
  readonly fit: Pick<PurchaseFit, 'kind' | 'parameters'>;
  readonly spendFit: SpendParameters;
  /** Called for each pair once the forecast has its rows. */
  readonly alongside?: (pair: ForecastPair, forecast: PurchaseForecast) => void;
}

/** Customer lifetime value over the horizon: expected discounted purchases × expected amount of a purchase. */
export function forecastValue(
  summary: PurchaseHistories & { readonly spend: Float64Array },
  { spendFit, alongside, ...purchases }: ValueFits,
): ValueForecast {
  const customers = summary.repeats.length;
  const amounts = {
    spend: new Float64Array(customers),
    value: new Float64Array(customers),
    valueLower: new Float64Array(customers),
    valueUpper: new Float64Array(customers),
  };
  const tableOf = tableByCount((repeats) => amountTable(spendFit, repeats));
  const amountsOf = (pair: ForecastPair, forecast: PurchaseForecast) => {
    const {
      history: { repeats },
      rows,
      counts,
    } = pair;
    const tailsOf = tableByCount((isKnown) => tableOf(isKnown * repeats)(counts));
    for (const row of rows) {
      const spend = summary.spend[row];
      const isKnown = repeats > 0 && spend > 0 ? 1 : 0;
      amounts.spend[row] = expectedSpend(spendFit, { repeats, spend });
      amounts.value[row] = forecast.discounted[row] * amounts.spend[row];
      const worth = forecast.purchases[row] > 0 ? forecast.discounted[row] / forecast.purchases[row] : 1;
      const unit = worth * (spendFit.v + (isKnown === 1 ? repeats * spend : 0));
      const tails = tailsOf(isKnown);
      // Where hardly anybody comes again 97.5 of 100 bring nothing, and the mean lies above them.
      amounts.valueUpper[row] = Math.max(amounts.value[row], unit * tails.upper(forecast.alive[row]));
      amounts.valueLower[row] = Math.min(amounts.value[row], unit * tails.lower(forecast.alive[row]));
    }
    alongside?.(pair, forecast);
  };
  return { ...forecastPurchases(summary, { ...purchases, alongside: amountsOf }), ...amounts };
}

import type { Interval } from '../../model/estimate.js';
import { gammaQuantile } from '../../stats/gamma-quantile.js';
import type { Horizon } from './discounted-purchases.js';
import type { PurchaseSummary } from './purchase-histories.js';
import { shrinkSpends } from './shrink-spends.js';

/** What customers come to if they go on as they did: no forecast, since nothing in it lets a customer leave. */
export interface ObservedForecast {
  /** Purchases per period, drawn to the mean of all. */
  readonly rate: Float64Array;
  /** Amount of a purchase, drawn to the mean of all. */
  readonly spend: Float64Array;
  /** Over the horizon, discounted. */
  readonly value: Float64Array;
  readonly valueLower: Float64Array;
  readonly valueUpper: Float64Array;
  /** How many periods of a customer's own history count as much as the mean of all. */
  readonly ratePeriods: number;
  /** How many purchases of one's own count as much as the mean of all. */
  readonly spendPurchases: number;
  readonly total: Interval;
}

const share = { lower: 0.025, upper: 0.975 };
const z = 1.959964;
/** One's own history is never worth nothing, nor everything: in mean ages. */
const bounds = { periods: { least: 0.1, most: 100 } };

/**
 * The fall-back where no model of leaving can be fitted: purchases per period and amount per purchase as observed, each
 * drawn to the mean of all customers by how much these differ beyond chance (empirical Bayes by moments: Gamma–Poisson for
 * the rate, credibility for the amount). Without a repeat purchase anywhere half a purchase is taken to have been seen.
 * Source: H. Bühlmann, A. Gisler, A Course in Credibility Theory (2005), chapters 2 and 3.
 * @param options an infinite horizon needs a discount rate above 0.
 */
export function shrinkObserved(summary: PurchaseSummary, { horizon, discountRate }: Horizon): ObservedForecast {
  const rates = shrinkRates(summary);
  const spends = shrinkSpends(summary);
  const worth = annuity({ horizon, discountRate });
  const value = rates.rate.map((rate, i) => rate * worth * spends.spend[i]);
  // Variance of a rate, of the count that it brings, and of the amounts.
  const variance = value.map((_, i) => {
    const count = rates.rate[i] * worth;
    const unsure = (count * worth) / (rates.periods + summary.age[i]);
    const amount = spends.within + spends.between / (1 + (summary.repeats[i] + 1) / spends.purchases);
    return spends.spend[i] ** 2 * (count + unsure) + count * amount;
  });
  const zero = value.map((_, i) => {
    const shape = rates.shape + summary.repeats[i];
    return Math.exp(-shape * Math.log1p(worth / (rates.periods + summary.age[i])));
  });
  const bound = (wanted: number) =>
    value.map((mean, i) => quantile({ mean, variance: variance[i], zero: zero[i] }, wanted));
  const sum = sumOf(value);
  const half = z * Math.sqrt(sumOf(variance) + sum ** 2 * rates.relativeVariance);
  return {
    rate: rates.rate,
    spend: spends.spend,
    value,
    valueLower: bound(share.lower).map((bound, i) => Math.min(bound, value[i])),
    valueUpper: bound(share.upper).map((bound, i) => Math.max(bound, value[i])),
    ratePeriods: rates.periods,
    spendPurchases: spends.purchases,
    total: { estimate: sum, lower: Math.max(Math.min(0, sum), sum - half), upper: sum + half },
  };
}

/** λ ~ Gamma(shape, periods): mean and variance by moments, weighed by time. */
function shrinkRates({ repeats, age }: PurchaseSummary) {
  const time = Math.max(1e-9, sumOf(age));
  const purchases = Math.max(0.5, sumOf(repeats));
  const mean = purchases / time;
  const squares = sumOf(age.map((T) => T * T)) || 1;
  const beyond = sumOf(age.map((T, i) => (repeats[i] - mean * T) ** 2 - mean * T)) / squares;
  const unit = time / Math.max(1, age.length);
  const periods = within(mean / Math.max(beyond, 1e-300), {
    least: bounds.periods.least * unit,
    most: bounds.periods.most * unit,
  });
  const shape = mean * periods;
  return {
    periods,
    shape,
    rate: age.map((T, i) => (shape + repeats[i]) / (periods + T)),
    relativeVariance: 1 / purchases,
  };
}

/** Periods of the horizon, each at what money is worth then. */
function annuity({ horizon, discountRate }: Horizon): number {
  const force = Math.log1p(discountRate);
  return force === 0 ? horizon : -Math.expm1(-force * horizon) / force;
}

/** Zero with its probability, else Gamma with the mean and variance that are left. */
function quantile({ mean, variance, zero }: { mean: number; variance: number; zero: number }, wanted: number): number {
  if (wanted <= zero || !(mean > 0)) return 0;
  const some = mean / (1 - zero);
  const spread = Math.max(1e-12 * some ** 2, (variance + mean ** 2) / (1 - zero) - some ** 2);
  const shape = some ** 2 / spread;
  return (gammaQuantile(shape, (wanted - zero) / (1 - zero)) * some) / shape;
}

function within(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.min(most, Math.max(least, value));
}

function sumOf(values: Float64Array | Int32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

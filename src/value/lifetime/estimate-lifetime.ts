import type { Interval } from '../../model/estimate.js';
import { rankCorrelation } from '../../stats/rank-correlation.js';
import { choosePurchaseModel, type Holdout, type ModelChoice } from './choose-purchase-model.js';
import type { Horizon } from './discounted-purchases.js';
import { fitSpend } from './fit-spend.js';
import { forecastValue, type ValueForecast } from './forecast-value.js';
import type { PurchaseDays, PurchaseSummary } from './purchase-histories.js';
import { type ObservedForecast, shrinkObserved } from './shrink-observed.js';
import type { SpendFit } from './spend-model.js';
import { laterPurchases, summarisePurchases } from './summarise-purchases.js';
import { sampleRows } from './take-histories.js';
import { type TotalForecast, totalValue } from './total-value.js';

export interface LifetimeOptions extends Horizon {
  /** Last day of the observation. */
  readonly until: number;
  /** 7: horizon and discount rate are by week. */
  readonly daysPerPeriod?: number;
  /** Last days that are kept out to choose and to check; a third of the observation unless told; 0 for none. */
  readonly holdoutDays?: number;
  readonly mostCustomers?: number;
  readonly seed?: number;
}

/** Lifetime value by a model of leaving and a model of amounts. */
export interface ModelledLifetime {
  readonly status: 'modelled';
  readonly summary: PurchaseSummary;
  readonly choice: ModelChoice;
  readonly spendFit: SpendFit;
  /** Rank correlation of number and mean amount of repeat purchases: the model of amounts takes it to be 0. */
  readonly spendCorrelation: Interval;
  readonly forecast: ValueForecast;
  readonly total: TotalForecast;
}

/** What was observed, drawn to the mean: where the data bear no more. */
export interface ObservedLifetime {
  readonly status: 'observed';
  /** Why no model. */
  readonly reasons: readonly string[];
  readonly summary: PurchaseSummary;
  readonly forecast: ObservedForecast;
}

/** Lifetime value of all customers who bought by a day, from what they bought and when: no contract says when they leave. */
export function estimateLifetime(days: PurchaseDays, options: LifetimeOptions): ModelledLifetime | ObservedLifetime {
  const { until, daysPerPeriod = 7, mostCustomers = 50_000, seed = 1, horizon, discountRate } = options;
  const summary = summarisePurchases(days, { until, daysPerPeriod });
  const holdout = holdoutOf(days, options);
  const choice = choosePurchaseModel(summary, { mostCustomers, seed, ...(holdout && { holdout }) });
  const spendFit = fitSpend(summary, { seed });
  if (choice.status === 'refused' || spendFit.status === 'refused') {
    const reasons = [choice, spendFit].flatMap((part) => (part.status === 'refused' ? part.reasons : []));
    return { status: 'observed', reasons, summary, forecast: shrinkObserved(summary, options) };
  }
  const fits = { fit: choice.fit, spendFit, horizon, discountRate };
  return {
    status: 'modelled',
    summary,
    choice,
    spendFit,
    spendCorrelation: correlationOf(summary, seed),
    forecast: forecastValue(summary, fits),
    total: totalValue(summary, { ...fits, missed: missedBy(choice), seed }),
  };
}

/** With less than two weeks on either side there is nothing to be judged. */
const leastDays = 14;
/** Customers that tell whether those who come often spend more. */
const correlated = 20_000;

function holdoutOf(
  days: PurchaseDays,
  { until, daysPerPeriod = 7, holdoutDays }: LifetimeOptions,
): Holdout | undefined {
  const first = days.days.reduce((least, day) => Math.min(least, day), until);
  const kept = holdoutDays ?? Math.floor((until - first) / 3);
  const cut = until - kept;
  if (kept < leastDays || cut - first < leastDays) return undefined;
  const histories = summarisePurchases(days, { until: cut, daysPerPeriod });
  const { purchases } = laterPurchases(days, { customer: histories.customer, after: cut, until });
  return { histories, later: purchases, horizon: kept / daysPerPeriod };
}

function missedBy({ holdout }: ModelChoice): number {
  return holdout && holdout.predicted > 0 ? Math.abs(holdout.actual - holdout.predicted) / holdout.predicted : 0;
}

function correlationOf({ repeats, spend }: PurchaseSummary, seed: number): Interval {
  const known = [...repeats.keys()].filter((row) => repeats[row] > 0);
  const rows = sampleRows(known.length, { most: correlated, seed });
  return rankCorrelation(
    rows.map((place) => repeats[known[place]]),
    Float64Array.from(rows, (place) => spend[known[place]]),
  );
}

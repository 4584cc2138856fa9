import type { Interval } from '../../model/estimate.js';
import { rankCorrelation } from '../../stats/rank-correlation.js';
import { choosePurchaseModel, type Holdout, type ModelChoice } from './choose-purchase-model.js';
import type { Horizon } from './discounted-purchases.js';
import { fitSegments, type SegmentFit } from './fit-segments.js';
import { fitSpend } from './fit-spend.js';
import { type ForecastGroup, forecastGroups } from './forecast-groups.js';
import type { ValueForecast } from './forecast-value.js';
import { type ObservedLifetime, observeLifetime, type UnknownLifetime } from './observe-lifetime.js';
import type { PurchaseDays, PurchaseSummary } from './purchase-histories.js';
import type { PurchaseFit } from './purchase-model.js';
import { shrinkSpendFit } from './shrink-spend-fit.js';
import type { SpendFit } from './spend-model.js';
import { laterPurchases, summarisePurchases } from './summarise-purchases.js';
import { historiesAt, sampleRows } from './take-histories.js';
import type { TotalForecast } from './total-value.js';

export interface LifetimeOptions extends Horizon {
  /** Last day of the observation. */
  readonly until: number;
  /** 7: horizon and discount rate are by week. */
  readonly daysPerPeriod?: number;
  /** Last days that are kept out to choose and to check; a third of the observation unless told; 0 for none. */
  readonly holdoutDays?: number;
  readonly mostCustomers?: number;
  readonly seed?: number;
  /** Customers told apart, by their place in the log: segment 0 … segments − 1, or -1. */
  readonly segments?: { readonly of: Int32Array; readonly count: number };
}

/** Lifetime value by a model of leaving and a model of amounts. */
export interface ModelledLifetime {
  readonly status: 'modelled';
  readonly summary: PurchaseSummary;
  readonly choice: ModelChoice;
  readonly spendFit: SpendFit;
  /** Why the amounts are as observed, drawn to the mean of all, and not by a model; empty where they are by one. */
  readonly spendReasons: readonly string[];
  /** The models of segments; null where customers are not told apart. */
  readonly segmentFits: readonly SegmentFit[] | null;
  /** Rank correlation of number and mean amount of repeat purchases: the model of amounts takes it to be 0. */
  readonly spendCorrelation: Interval;
  readonly forecast: ValueForecast;
  readonly total: TotalForecast;
}

/** Lifetime value of all customers who bought by a day, from what they bought and when: no contract says when they leave. */
export function estimateLifetime(
  days: PurchaseDays,
  options: LifetimeOptions,
): ModelledLifetime | ObservedLifetime | UnknownLifetime {
  const { until, daysPerPeriod = 7, mostCustomers = 50_000, seed = 1, horizon, discountRate } = options;
  const summary = summarisePurchases(days, { until, daysPerPeriod });
  const holdout = holdoutOf(days, options);
  const choice = choosePurchaseModel(summary, { mostCustomers, seed, ...(holdout && { holdout }) });
  if (choice.status === 'refused')
    return observeLifetime(days, {
      ...{ until, daysPerPeriod, horizon, discountRate, reasons: choice.reasons, summary },
      cut: cutOf(days, options),
    });
  const modelled = fitSpend(summary, { seed });
  const spendCorrelation = correlationOf(summary, seed);
  const spendReasons = whyNoModel(modelled, spendCorrelation);
  const spendFit = modelled.status === 'refused' || spendReasons.length > 0 ? shrinkSpendFit(summary) : modelled;
  const { segmentFits, groups } = groupsOf(summary, { ...options, whole: choice.fit });
  const asked = { groups, spendFit, horizon, discountRate, missed: missedBy(choice), seed };
  const { forecast, total } = forecastGroups(summary, asked);
  return {
    status: 'modelled',
    summary,
    choice,
    spendFit,
    spendReasons,
    segmentFits,
    spendCorrelation,
    forecast,
    total,
  };
}

/** From here on the model of amounts is wrong in what it takes for granted. */
const mostCorrelation = 0.5;

function whyNoModel(fit: ReturnType<typeof fitSpend>, { estimate, lower, upper }: Interval): readonly string[] {
  if (fit.status === 'refused') return fit.reasons;
  if (!(Math.abs(estimate) > mostCorrelation && lower * upper > 0)) return [];
  return [
    `customers who buy more often spend ${estimate > 0 ? 'more' : 'less'} a time (rank correlation ${estimate.toFixed(2)}), which a model of amounts takes not to be so`,
  ];
}

/** All customers by one fit; or those of each segment by its own, and those of none by that of all. */
function groupsOf(
  summary: PurchaseSummary,
  { whole, segments, mostCustomers, seed }: LifetimeOptions & { readonly whole: PurchaseFit },
): { readonly segmentFits: readonly SegmentFit[] | null; readonly groups: readonly ForecastGroup[] } {
  const all = summary.repeats.map((_, row) => row);
  if (segments === undefined) return { segmentFits: null, groups: [{ rows: all, fit: whole }] };
  const segmentOf = summary.customer.map((place) => segments.of[place]);
  const rows = all.filter((row) => segmentOf[row] >= 0);
  const segmentFits = fitSegments(historiesAt(summary, rows), {
    whole,
    segmentOf: rows.map((row) => segmentOf[row]),
    segments: segments.count,
    ...(mostCustomers === undefined ? {} : { mostCustomers }),
    ...(seed === undefined ? {} : { seed }),
  });
  const groups = [
    ...segmentFits.map(({ segment, fit }) => ({ rows: all.filter((row) => segmentOf[row] === segment), fit })),
    { rows: all.filter((row) => !(segmentOf[row] >= 0)), fit: whole },
  ];
  return { segmentFits, groups: groups.filter((group) => group.rows.length > 0) };
}

/** With less than two weeks on either side there is nothing to be judged. */
const leastDays = 14;
/** Customers that tell whether those who come often spend more. */
const correlated = 20_000;

/** The last day that is looked at before the time that is kept out. */
function cutOf({ days }: PurchaseDays, { until, holdoutDays }: LifetimeOptions): number | undefined {
  const first = days.reduce((least, day) => Math.min(least, day), until);
  const kept = holdoutDays ?? Math.floor((until - first) / 3);
  return kept < leastDays || until - kept - first < leastDays ? undefined : until - kept;
}

function holdoutOf(days: PurchaseDays, options: LifetimeOptions): Holdout | undefined {
  const { until, daysPerPeriod = 7 } = options;
  const cut = cutOf(days, options);
  if (cut === undefined) return undefined;
  const histories = summarisePurchases(days, { until: cut, daysPerPeriod });
  const { purchases } = laterPurchases(days, { customer: histories.customer, after: cut, until });
  return { histories, later: purchases, horizon: (until - cut) / daysPerPeriod };
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

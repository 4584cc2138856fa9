import type { Horizon } from './discounted-purchases.js';
import type { PurchaseDays, PurchaseSummary } from './purchase-histories.js';
import { type ObservedForecast, shrinkObserved } from './shrink-observed.js';
import { laterPurchases, summarisePurchases } from './summarise-purchases.js';

/** What was observed, drawn to the mean: where the data bear no more. */
export interface ObservedLifetime {
  readonly status: 'observed';
  /** Why no model. */
  readonly reasons: readonly string[];
  readonly summary: PurchaseSummary;
  /** Bounds are NaN where {@link ObservedCheck} does not bear them out. */
  readonly forecast: ObservedForecast;
  /** Periods that it is carried on for: those asked for, and never more than anybody was watched. */
  readonly horizon: number;
  /** Null where the time is too short to keep a part of it out. */
  readonly check: ObservedCheck | null;
}

/** Too little was watched to say anything of what is to come. */
export interface UnknownLifetime {
  readonly status: 'unknown';
  readonly reasons: readonly string[];
  /** Why not even what was observed is carried on. */
  readonly why: string;
  readonly summary: PurchaseSummary;
}

/** The same done at an earlier day, beside what customers then spent, in the unit of the log. */
export interface ObservedCheck {
  readonly customers: number;
  /** Periods that were kept out. */
  readonly periods: number;
  readonly expected: number;
  readonly came: number;
  readonly meanAbsoluteError: number;
  /** Share of customers whose amount lay in their 95 % interval. */
  readonly insideShare: number;
  /** The sum came within its interval, and nine of ten customers in theirs. */
  readonly isHeld: boolean;
}

interface Options extends Horizon {
  readonly until: number;
  readonly daysPerPeriod: number;
  /** Day after which all is kept out; none where the time is too short. */
  readonly cut: number | undefined;
  /** Why no model. */
  readonly reasons: readonly string[];
}

const least = { watchedDays: 28, meanAgeDays: 14, insideShare: 0.9 };
const z = 1.959964;

/**
 * The fall-back with its check: what customers did so far, carried on for no longer than they were watched. Done at an
 * earlier day first, on what had come by then: where what came after lies in the interval, the interval is kept, widened by
 * what was missed; where it does not, or there is no such time, none is given.
 */
export function observeLifetime(
  days: PurchaseDays,
  { summary, reasons, ...options }: Options & { readonly summary: PurchaseSummary },
): ObservedLifetime | UnknownLifetime {
  const { daysPerPeriod, discountRate } = options;
  const watched = longestOf(summary) * daysPerPeriod;
  const meanAge = meanAgeOf(summary) * daysPerPeriod;
  const why =
    summary.age.length === 0
      ? 'no customer has a purchase above nothing'
      : watched < least.watchedDays
        ? `customers were watched for ${dayCount(watched)} at most, and less than ${least.watchedDays} days tell nothing of what follows`
        : meanAge < least.meanAgeDays
          ? `customers were watched for ${dayCount(meanAge)} on average, and less than ${least.meanAgeDays} days tell nothing of what follows`
          : null;
  if (why !== null) return { status: 'unknown', reasons, why, summary };
  const horizon = Math.min(options.horizon, watched / daysPerPeriod);
  const forecast = shrinkObserved(summary, { horizon, discountRate });
  const check = checkObserved(days, options);
  return { status: 'observed', reasons, summary, horizon, check, forecast: boundedBy(check, forecast) };
}

function checkObserved(
  days: PurchaseDays,
  { cut, until, daysPerPeriod }: Pick<Options, 'cut' | 'until' | 'daysPerPeriod'>,
): ObservedCheck | null {
  if (cut === undefined) return null;
  const early = summarisePurchases(days, { until: cut, daysPerPeriod });
  const customers = early.age.length;
  if (customers === 0 || meanAgeOf(early) * daysPerPeriod < least.meanAgeDays) return null;
  const periods = (until - cut) / daysPerPeriod;
  const { value, valueLower, valueUpper, total } = shrinkObserved(early, { horizon: periods, discountRate: 0 });
  const { amount } = laterPurchases(days, { customer: early.customer, after: cut, until });
  const came = amount.reduce((sum, one) => sum + one, 0);
  const inside = amount.reduce((n, one, i) => n + (one >= valueLower[i] && one <= valueUpper[i] ? 1 : 0), 0);
  return {
    customers,
    periods,
    expected: total.estimate,
    came,
    meanAbsoluteError: amount.reduce((sum, one, i) => sum + Math.abs(one - value[i]), 0) / customers,
    insideShare: inside / customers,
    isHeld: came >= total.lower && came <= total.upper && inside / customers >= least.insideShare,
  };
}

function boundedBy(check: ObservedCheck | null, forecast: ObservedForecast): ObservedForecast {
  const { estimate, lower, upper } = forecast.total;
  if (check === null || !check.isHeld || !(check.expected > 0)) {
    const none = new Float64Array(forecast.value.length).fill(Number.NaN);
    const total = { estimate, lower: Number.NaN, upper: Number.NaN };
    return { ...forecast, valueLower: none, valueUpper: none, total };
  }
  const missed = (z * estimate * (check.came - check.expected)) / check.expected;
  const [below, above] = [Math.hypot(estimate - lower, missed), Math.hypot(upper - estimate, missed)];
  return {
    ...forecast,
    total: { estimate, lower: Math.max(Math.min(0, estimate), estimate - below), upper: estimate + above },
  };
}

function longestOf({ age }: PurchaseSummary): number {
  return age.reduce((most, one) => Math.max(most, one), 0);
}

function meanAgeOf({ age }: PurchaseSummary): number {
  return age.reduce((sum, one) => sum + one, 0) / Math.max(1, age.length);
}

function dayCount(days: number): string {
  const text = days < 10 ? days.toFixed(1).replace(/\.0$/, '') : days.toFixed(0);
  return `${text} ${text === '1' ? 'day' : 'days'}`;
}

import type { Interval } from '../model/estimate.js';
import type { AccountSegments } from './account-segments.js';
import { estimateLifetime } from './lifetime/estimate-lifetime.js';
import { type PurchaseModelKind, parameterNames } from './lifetime/purchase-model.js';
import type { LifetimeReport, LifetimeValues } from './lifetime-report.js';
import { observedReport, unknownReport } from './observed-report.js';
import type { PurchaseLog } from './purchase-log.js';

export interface LifetimeAsked {
  readonly horizonMonths: number;
  /** Of a year: 1 in a year is worth 1 / (1 + rate) now. */
  readonly discountRate: number;
  readonly seed: number;
}

export interface LifetimeFound {
  readonly report: LifetimeReport;
  /** Null where nothing is estimated. */
  readonly values: LifetimeValues | null;
}

const names: Readonly<Record<PurchaseModelKind, string>> = {
  'bg-nbd': 'BG/NBD',
  'mbg-nbd': 'MBG/NBD',
  'pareto-nbd': 'Pareto/NBD',
};
const daysPerPeriod = 7;
const whyPurchases =
  'Nobody has to buy again and no contract says who has left: that is told from when and how often each customer bought.';

/** Lifetime value of customers that buy when they like, in units of the currency, by place in the log. */
export function purchaseLifetime(
  log: PurchaseLog,
  { horizonMonths, discountRate, seed, segments }: LifetimeAsked & { readonly segments?: AccountSegments | null },
): LifetimeFound {
  const horizon = (horizonMonths * 30.4375) / daysPerPeriod;
  const weekly = (1 + discountRate) ** (daysPerPeriod / 365.25) - 1;
  const found = estimateLifetime(log, {
    until: log.lastDay,
    daysPerPeriod,
    horizon,
    discountRate: weekly,
    seed,
    ...(segments && { segments: { of: segments.of, count: segments.names.length } }),
  });
  const unit = 10 ** log.scale;
  const { customer } = found.summary;
  const placed = (values: Float64Array, scale: number) => {
    const all = new Float64Array(log.customers.length);
    customer.forEach((place, row) => {
      all[place] = values[row] / scale;
    });
    return all;
  };
  if (found.status === 'unknown')
    return { report: unknownReport(found, { unit, horizonMonths, discountRate }), values: null };
  const { forecast } = found;
  const isModelled = found.status === 'modelled';
  const values: LifetimeValues = {
    value: placed(forecast.value, unit),
    lower: placed(forecast.valueLower, unit),
    upper: placed(forecast.valueUpper, unit),
    alive: isModelled ? placed(found.forecast.alive, 1) : new Float64Array(log.customers.length).fill(Number.NaN),
    expectedPurchases: isModelled ? placed(found.forecast.purchases, 1) : null,
  };
  if (found.status === 'observed') {
    const months = Math.min(horizonMonths, (found.horizon * daysPerPeriod) / 30.4375);
    return { values, report: observedReport(found, { unit, horizonMonths, months, discountRate, daysPerPeriod }) };
  }
  const common = { horizonMonths, discountRate, customers: customer.length, watched: customer.length, curve: [] };
  const { choice, spendFit, spendReasons, segmentFits, spendCorrelation, total } = found;
  const isShrunk = spendReasons.length > 0;
  const { fit, holdout } = choice;
  return {
    values,
    report: {
      ...common,
      method: `${names[fit.kind]} for purchases${segmentFits === null ? '' : `, by ${segments?.attribute}`}; ${isShrunk ? 'amounts as observed, drawn to the mean of all' : 'Gamma-Gamma for amounts'}`,
      reasons: [
        whyPurchases,
        `${choice.reason}.`,
        ...(isShrunk ? [`No model of amounts could be used: ${spendReasons.join('; ')}.`] : []),
      ],
      refused: [],
      parameters: {
        ...Object.fromEntries(parameterNames[fit.kind].map((name, i) => [name, fit.parameters[i]])),
        p: spendFit.p,
        q: spendFit.q,
        v: spendFit.v / unit,
        'log-likelihood': fit.logLikelihood,
        ...Object.fromEntries(
          (segmentFits ?? []).flatMap((own) =>
            own.source === 'whole'
              ? []
              : parameterNames[fit.kind].map((name, i) => [
                  `${name}, ${segments?.names[own.segment]}`,
                  own.fit.parameters[i],
                ]),
          ),
        ),
      },
      basis: 'model',
      soFar: null,
      total: inUnits(total.value, unit),
      check:
        holdout === undefined
          ? ['Too short a time to keep a part of it out: the forecast is not checked.']
          : [
              `On the last part of the time, which it had not seen, ${count(holdout.customers)} customers were expected to buy ${count(holdout.predicted)} times and bought ${count(holdout.actual)} times; a customer was missed by ${holdout.meanAbsoluteError.toFixed(3)} purchases on average, and ${percent(holdout.insideShare)} lay within their 95 % interval.`,
            ],
      heldOut:
        holdout === undefined
          ? null
          : {
              what: `purchases of ${count(holdout.customers)} customers`,
              expected: holdout.predicted,
              came: holdout.actual,
              meanError: holdout.meanAbsoluteError,
            },
      notes: [
        ...(fit.fittedOn < fit.customers
          ? [
              `The models were fitted on ${count(fit.fittedOn)} of ${count(fit.customers)} customers, drawn at random; all are forecast.`,
            ]
          : []),
        ...(segmentFits ?? []).flatMap((own) =>
          own.source === 'whole' && own.customers > 0
            ? [
                `${segments?.attribute} = ${segments?.names[own.segment]}: it does not bear a model of its own; it has that of all customers.`,
              ]
            : [],
        ),
        ...(!isShrunk &&
        Math.abs(spendCorrelation.estimate) > 0.15 &&
        spendCorrelation.lower * spendCorrelation.upper > 0
          ? [
              `Customers who buy more often spend ${spendCorrelation.estimate > 0 ? 'more' : 'less'} a time (rank correlation ${spendCorrelation.estimate.toFixed(2)}); the model of amounts takes these to have nothing to do with one another.`,
            ]
          : []),
      ],
    },
  };
}

function inUnits({ estimate, lower, upper }: Interval, unit: number): Interval {
  return { estimate: estimate / unit, lower: lower / unit, upper: upper / unit };
}

function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

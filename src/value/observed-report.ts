import type { ObservedCheck, ObservedLifetime, UnknownLifetime } from './lifetime/observe-lifetime.js';
import type { LifetimeReport } from './lifetime-report.js';

interface Asked {
  /** Minor units in one of the currency. */
  readonly unit: number;
  readonly horizonMonths: number;
  readonly discountRate: number;
}

/** What is said where no model of purchases could be used: what was observed so far, carried on, and how that did before. */
export function observedReport(
  { reasons, summary, forecast, check }: ObservedLifetime,
  {
    unit,
    horizonMonths,
    months,
    discountRate,
    daysPerPeriod,
  }: Asked & { readonly months: number; readonly daysPerPeriod: number },
): LifetimeReport {
  const { estimate, lower, upper } = forecast.total;
  return {
    ...plain(summary, unit),
    basis: 'observed',
    method: 'what each customer bought so far, drawn to the mean of all',
    reasons: [
      'So this is what was observed so far, and no forecast: each customer is taken to go on as until now, drawn to the mean of all by how little is known of it. Nobody is taken to leave, and nothing that changes (what you sell, seasons, prices) is in it.',
    ],
    refused: refusals(reasons),
    parameters: {
      'days watched, a customer': meanOf(summary.age) * daysPerPeriod,
      'days of history that count as much as the mean': forecast.ratePeriods * daysPerPeriod,
    },
    horizonMonths: months,
    discountRate,
    total: { estimate: estimate / unit, lower: lower / unit, upper: upper / unit },
    check: [checked(check, unit)],
    heldOut:
      check === null
        ? null
        : {
            what: `amounts of ${count(check.customers)} customers in the last ${count(check.periods * daysPerPeriod)} days`,
            expected: check.expected / unit,
            came: check.came / unit,
            meanError: check.meanAbsoluteError / unit,
          },
    notes:
      months < horizonMonths
        ? [
            `${horizonMonths} months were asked for; nobody was watched for longer than ${months.toFixed(1)}, so it is carried on for no more.`,
          ]
        : [],
  };
}

/** What is said where too little was watched even for that. */
export function unknownReport(
  { reasons, why, summary }: UnknownLifetime,
  { unit, horizonMonths, discountRate }: Asked,
): LifetimeReport {
  return {
    ...plain(summary, unit),
    basis: 'none',
    method: 'none',
    reasons: [`What was observed is not carried on either: ${why}. So nothing is said of what is to come.`],
    refused: refusals(reasons),
    parameters: {},
    horizonMonths,
    discountRate,
    total: null,
    check: [],
    heldOut: null,
    notes: [],
  };
}

function plain({ total, age }: ObservedLifetime['summary'], unit: number) {
  const soFar = total.reduce((sum, one) => sum + one, 0) / unit;
  return { customers: age.length, watched: age.length, curve: [], soFar };
}

function refusals(reasons: readonly string[]): string[] {
  return reasons.length === 1
    ? [`No model of who comes back could be used: ${reasons[0]}.`]
    : [
        'No model of who comes back could be used.',
        ...reasons.map((reason) => `${reason[0].toUpperCase()}${reason.slice(1)}.`),
      ];
}

function checked(check: ObservedCheck | null, unit: number): string {
  if (check === null)
    return 'The time is too short to keep a part of it out and see how this does, so no interval is given.';
  const { expected, came, insideShare, customers, isHeld } = check;
  const found = `Done at an earlier day and compared with what came after: ${count(customers)} customers would have been expected to bring ${count(expected / unit)} and brought ${count(came / unit)}, and ${(100 * insideShare).toFixed(0)} % of them lay within their 95 % interval.`;
  return isHeld
    ? `${found} The interval of the sum is widened by what was missed then.`
    : `${found} That is further off than such an interval allows, so no interval is given, and the sum may be as far off again.`;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function count(value: number): string {
  return String(Math.round(value))
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')
    .replace('-', '−');
}

import { kaplanMeier } from '../stats/kaplan-meier.js';
import { keptShare } from '../stats/kept-share.js';
import { createRandom } from '../stats/random.js';
import type { AccountSegments } from './account-segments.js';
import type { ContractLog } from './contract-log.js';
import { contractSurvival } from './lifetime/contract-model.js';
import { countTenures } from './lifetime/contract-tenures.js';
import { type ContractFit, fitContract } from './lifetime/fit-contract.js';
import type { LifetimeReport } from './lifetime-report.js';
import type { LifetimeAsked, LifetimeFound } from './purchase-lifetime.js';
import { type RenewalOutlook, renewalOutlook } from './renewal-outlook.js';

const heldOutShare = 0.25;
const z = 1.959964;
const step = 1e-3;
const whyContracts =
  'Contracts say when an account leaves, so that how many renew is counted, and later renewals are told by a shifted beta-geometric.';

/**
 * Lifetime value of accounts under contract, in units of the currency: what each pays a month times the renewals that are to
 * be expected of it, discounted. Those who left come to nothing.
 */
export function contractLifetime(
  log: ContractLog,
  { horizonMonths, discountRate, seed, segments }: LifetimeAsked & { readonly segments?: AccountSegments | null },
): LifetimeFound {
  const monthly = (1 + discountRate) ** (1 / 12) - 1;
  const unit = 10 ** log.scale;
  const all = Int32Array.from(log.months.keys());
  const curve = kaplanMeier({ durations: log.months, events: log.hasEnded });
  const whole = fitRows(log, all);
  const groups = segments ?? null;
  const fits =
    groups === null
      ? []
      : groups.names.map((_, code) =>
          fitRows(
            log,
            all.filter((at) => groups.of[at] === code),
          ),
        );
  const rate = exitRate(log, all);
  const ofAll: Leaving = whole.status === 'fitted' ? whole : { rate, left: leftIn(log, all) };
  const leavings = fits.map((fit, code): Leaving => {
    if (fit.status === 'fitted') return fit;
    const rows = all.filter((at) => groups?.of[at] === code);
    const left = leftIn(log, rows);
    return left >= leastLeft ? { rate: exitRate(log, rows), left } : ofAll;
  });
  const outlookOf = outlooks({ months: horizonMonths, discountRate: monthly });
  const count = log.accounts.length;
  const [value, lower, upper, alive] = [1, 2, 3, 4].map(() => new Float64Array(count));
  let variance = 0;
  for (let at = 0; at < count; at++) {
    alive[at] = 1 - log.hasEnded[at];
    if (log.hasEnded[at] === 1) continue;
    const leaving = leavings[groups?.of[at] ?? -1] ?? ofAll;
    const outlook = outlookOf(leaving, Math.max(1, Math.floor(log.months[at])));
    const amount = Number.isNaN(log.monthly[at]) ? 0 : log.monthly[at] / unit;
    value[at] = amount * outlook.mean;
    // A contract that costs more than it brings turns the interval round.
    const [from, to] = amount < 0 ? [outlook.upper, outlook.lower] : [outlook.lower, outlook.upper];
    lower[at] = amount * from;
    upper[at] = amount * to;
    variance += amount ** 2 * outlook.variance;
  }
  const sum = value.reduce((total, one) => total + one, 0);
  const held = heldOut(log, { seed, whole: whole.status === 'fitted' });
  if (held === null) for (const bound of [lower, upper]) bound.fill(Number.NaN);
  const missed = held === null || held.expected === 0 ? 0 : (held.came - held.expected) / held.expected;
  const totalBy = (fitOf: (leaving: Leaving) => Leaving) => {
    let total = 0;
    for (let at = 0; at < count; at++) {
      if (log.hasEnded[at] === 1 || Number.isNaN(log.monthly[at])) continue;
      const leaving = fitOf(leavings[groups?.of[at] ?? -1] ?? ofAll);
      total += (log.monthly[at] / unit) * outlookOf(leaving, Math.max(1, Math.floor(log.months[at]))).mean;
    }
    return total;
  };
  const unknown = [...new Set([ofAll, ...leavings])].reduce(
    (sum, leaving) => sum + parameterVariance(leaving, (moved) => totalBy((own) => (own === leaving ? moved : own))),
    0,
  );
  // Chance of each account, what is not known of leaving, and what was missed on accounts held out.
  const lost = fullValue(log, { unit, months: horizonMonths, rate: monthly }) - sum;
  const half = z * Math.sqrt(variance + unknown + (lost * missed) ** 2);
  const report: LifetimeReport = {
    basis: whole.status === 'fitted' ? 'model' : 'observed',
    soFar: null,
    method:
      whole.status === 'fitted'
        ? `shifted beta-geometric${groups === null ? '' : `, by ${groups.attribute}`}`
        : 'one rate of leaving for all',
    reasons:
      whole.status === 'fitted'
        ? [whyContracts]
        : ['So all are taken to leave at the one rate that was observed; that it falls with tenure is not in it.'],
    refused: whole.status === 'refused' ? whole.reasons.map((reason) => `No model could be used: ${reason}.`) : [],
    parameters: {
      ...(whole.status === 'fitted'
        ? { alpha: whole.alpha, beta: whole.beta, 'log-likelihood': whole.logLikelihood }
        : {}),
      ...Object.fromEntries(
        (groups?.names ?? []).flatMap((name, code) => {
          const fit = fits[code];
          return fit?.status === 'fitted'
            ? [
                [`alpha, ${name}`, fit.alpha],
                [`beta, ${name}`, fit.beta],
              ]
            : [];
        }),
      ),
      'left a month, of those there': rate,
    },
    horizonMonths,
    discountRate,
    total:
      held === null
        ? { estimate: sum, lower: Number.NaN, upper: Number.NaN }
        : {
            estimate: sum,
            lower: log.monthly.some((amount) => amount < 0) ? sum - half : Math.max(0, sum - half),
            upper: sum + half,
          },
    customers: log.hasEnded.reduce((n, ended) => n + 1 - ended, 0),
    watched: count,
    check:
      held === null
        ? ['Too few accounts left to keep a part of them out and see how this does, so no interval is given.']
        : [
            `On a quarter of the accounts, which the model had not seen, ${held.expected.toFixed(0)} were expected to leave while they were watched, and ${held.came} did.`,
          ],
    heldOut: held,
    curve: [...new Set(curve.times)].map((time) => ({ time, ...keptShare(curve, time) })),
    notes: [
      ...(groups === null ? [] : describeLeavings(groups, { fits, leavings, ofAll })),
      'What an account pays a month is taken to stay as it is.',
    ],
  };
  return { report, values: { value, lower, upper, alive, expectedPurchases: null } };
}

function fitRows(log: ContractLog, rows: Int32Array): ReturnType<typeof fitContract> {
  return fitContract(
    countTenures({
      tenure: Float64Array.from(rows, (at) => log.months[at]),
      hasLeft: Uint8Array.from(rows, (at) => log.hasEnded[at]),
    }),
  );
}

/** How accounts leave: at rates that differ between them, or all at one rate a month. */
type Leaving = ContractFit | { readonly rate: number; readonly left: number };

/** With fewer who left a rate of their own is guesswork. */
const leastLeft = 30;

function leftIn({ hasEnded }: ContractLog, rows: Int32Array): number {
  return rows.reduce((sum, at) => sum + hasEnded[at], 0);
}

/** Those who left over all months that anybody was watched; half a one is added, so that none is not never. */
function exitRate(log: ContractLog, rows: Int32Array): number {
  const watched = rows.reduce((sum, at) => sum + Math.max(1, log.months[at]), 0);
  return Math.min(0.99, (leftIn(log, rows) + 0.5) / Math.max(1, watched));
}

/** The outlook of an account of so many months, worked out once for all that are alike. */
function outlooks(horizon: { months: number; discountRate: number }) {
  const known = new Map<Leaving, Map<number, RenewalOutlook>>();
  return (leaving: Leaving, tenure: number): RenewalOutlook => {
    const own = known.get(leaving) ?? new Map<number, RenewalOutlook>();
    known.set(leaving, own);
    const found = own.get(tenure) ?? renewalOutlook(survivalOf(leaving, tenure), horizon);
    own.set(tenure, found);
    return found;
  };
}

function survivalOf(leaving: Leaving, tenure: number): (renewals: number) => number {
  if ('rate' in leaving) return (renewals) => (1 - leaving.rate) ** renewals;
  const now = contractSurvival(leaving, tenure - 1);
  return (renewals) => contractSurvival(leaving, tenure - 1 + renewals) / now;
}

function describeLeavings(
  { attribute, names }: AccountSegments,
  {
    fits,
    leavings,
    ofAll,
  }: { fits: readonly ReturnType<typeof fitContract>[]; leavings: readonly Leaving[]; ofAll: Leaving },
): string[] {
  return names.flatMap((name, code) => {
    const [fit, leaving] = [fits[code], leavings[code]];
    if (fit.status === 'fitted') return [];
    const why = fit.reasons.join('; ');
    const instead =
      leaving === ofAll
        ? 'it has the model of all accounts'
        : 'rate' in leaving
          ? `one rate, ${(100 * leaving.rate).toFixed(2)} % a month, is taken`
          : '';
    return [`${attribute} = ${name}: ${why}; ${instead}.`];
  });
}

/** Leavers among a quarter of the accounts: Σ of the chance to leave in each month that each was watched, by a fit on the others. */
function heldOut(log: ContractLog, { seed, whole }: { seed: number; whole: boolean }): LifetimeReport['heldOut'] {
  if (!whole) return null;
  const random = createRandom(seed);
  const isOut = Uint8Array.from(log.months, () => (random.next() < heldOutShare ? 1 : 0));
  const rows = Int32Array.from(log.months.keys());
  const fit = fitRows(
    log,
    rows.filter((at) => isOut[at] === 0),
  );
  if (fit.status !== 'fitted') return null;
  const longest = log.months.reduce((most, one) => Math.max(most, Math.ceil(one)), 1);
  const hazards = new Float64Array(longest + 2);
  for (let t = 1; t < hazards.length; t++)
    hazards[t] = hazards[t - 1] + 1 - contractSurvival(fit, t) / contractSurvival(fit, t - 1);
  let [expected, came, accounts, error] = [0, 0, 0, 0];
  for (const at of rows) {
    if (isOut[at] === 0) continue;
    const hasLeft = log.hasEnded[at] === 1;
    const chance = hazards[hasLeft ? Math.max(1, Math.ceil(log.months[at])) : Math.floor(log.months[at])];
    expected += chance;
    came += log.hasEnded[at];
    error += Math.abs(log.hasEnded[at] - Math.min(1, chance));
    accounts++;
  }
  return { what: `leavers among ${accounts} accounts`, expected, came, meanError: error / Math.max(1, accounts) };
}

/**
 * Variance of a total by what is not known of how accounts leave: the delta method in the logarithms of the parameters, by
 * central differences. Of one rate the relative variance is one over those who left.
 */
function parameterVariance(leaving: Leaving, totalAt: (moved: Leaving) => number): number {
  const slope = (at: (by: number) => Leaving) => (totalAt(at(step)) - totalAt(at(-step))) / (2 * step);
  if ('rate' in leaving)
    return slope((by) => ({ ...leaving, rate: leaving.rate * Math.exp(by) })) ** 2 / Math.max(0.5, leaving.left);
  const { alpha, beta, covariance } = leaving;
  const ofAlpha = slope((by) => ({ ...leaving, alpha: alpha * Math.exp(by) }));
  const ofBeta = slope((by) => ({ ...leaving, beta: beta * Math.exp(by) }));
  return ofAlpha ** 2 * covariance[0] + 2 * ofAlpha * ofBeta * covariance[1] + ofBeta ** 2 * covariance[3];
}

/** What all who are there would pay if nobody left. */
function fullValue(log: ContractLog, { unit, months, rate }: { unit: number; months: number; rate: number }): number {
  const worth = renewalOutlook(() => 1, { months, discountRate: rate }).mean;
  return log.monthly.reduce(
    (sum, amount, at) => sum + (log.hasEnded[at] === 1 || Number.isNaN(amount) ? 0 : (amount / unit) * worth),
    0,
  );
}

import { curvature } from '../../stats/curvature.js';
import { invertSymmetric } from '../../stats/invert-symmetric.js';
import { type Minimum, minimise } from '../../stats/minimise.js';
import { groupHistories } from './group-histories.js';
import { modelOf } from './model-of.js';
import type { PurchaseHistories } from './purchase-histories.js';
import {
  type Parameters,
  type PurchaseFit,
  type PurchaseModelKind,
  parameterMeanings,
  parameterNames,
  type Refused,
} from './purchase-model.js';
import { takeHistories } from './take-histories.js';

/** A normal prior on the logarithms of the parameters: where a segment is drawn to. */
export interface ParameterPrior {
  readonly centre: ArrayLike<number>;
  /** Standard deviations. */
  readonly spread: ArrayLike<number>;
}

interface Options {
  readonly prior?: ParameterPrior;
  /** Most customers to fit on; of more a sample is taken, which `seed` decides. */
  readonly mostCustomers?: number;
  readonly seed?: number;
}

/** With fewer customers who bought again four parameters are guesswork. */
export const leastRepeaters = 30;
/** Parameters beyond these (times in mean ages) say that a part of the model has no meaning for the data. */
const wall = { lower: Math.log(1e-4), upper: Math.log(1e4) };
/** A standard deviation of a logarithm above this is not knowledge. */
const widest = 5;
const firstLook = 3_000;
const secondLook = 10_000;

/**
 * Maximum likelihood of BG/NBD, MBG/NBD or Pareto/NBD in the logarithms of the four parameters, summed over different
 * histories, with walls far out: a likelihood without dropout grows for ever with b. Of many customers first a few are
 * looked at, then all (or `mostCustomers`) from there.
 * @returns why not, where too few bought again, the search does not end, or a parameter stands at a wall.
 */
export function fitPurchases(
  histories: PurchaseHistories,
  { kind, prior, mostCustomers = 50_000, seed = 1 }: Options & { readonly kind: PurchaseModelKind },
): PurchaseFit | Refused {
  const customers = histories.repeats.length;
  const repeaters = histories.repeats.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (repeaters < leastRepeaters && !prior)
    return refuse(`${repeaters} of ${customers} customers bought again; a model needs at least ${leastRepeaters}`);
  const sample = takeHistories(histories, { most: mostCustomers, seed });
  const unit = meanOf(sample.age);
  if (!(unit > 0)) return refuse('no time has passed since the first purchases');
  const look = takeHistories(sample, { most: firstLook, seed });
  const lossOf = (of: PurchaseHistories) => lossFunction(of, { kind, unit, prior });
  const first = minimise(lossOf(look), { start: prior?.centre ?? startOf(look, unit) });
  const isOut = (point: Float64Array) => point.some((log, k) => beyondWall(relative(log, { kind, k, unit })) > 0);
  const fitOn = (part: PurchaseHistories) => {
    const loss = lossOf(part);
    const found = look === part ? first : minimise(loss, { start: first.point, ...curvatureAt(lossOf(look), first) });
    const fit = { kind, customers, fittedOn: part.repeats.length };
    const likelihood = lossFunction(part, { kind, unit, prior: undefined });
    return { found, told: () => describe(found, { ...fit, loss, unit, likelihood }) };
  };
  // Where a few show no such spread, more are asked before all are: the search along a wall is long.
  if (isOut(first.point) && sample.repeats.length > secondLook) {
    const { found, told } = fitOn(takeHistories(sample, { most: secondLook, seed }));
    if (isOut(found.point)) return told();
  }
  return fitOn(sample).told();
}

type Loss = (point: Float64Array) => number;

/** What the first look tells of how the likelihood bends; nothing where it bends no way. */
function curvatureAt(loss: Loss, { point }: Minimum): { readonly inverse?: Float64Array } {
  const inverse = invertSymmetric(curvature(loss, point), point.length);
  const widths = point.map((_, k) => inverse[k * (point.length + 1)]);
  return widths.every((width) => width > 0 && width < 1e4) ? { inverse } : {};
}

/** Mean negative log-likelihood of the customers, with what the prior and the walls add. */
function lossFunction(
  histories: PurchaseHistories,
  { kind, unit, prior }: { kind: PurchaseModelKind; unit: number; prior: ParameterPrior | undefined },
): Loss {
  const { customers, repeats, recency, age } = groupHistories(histories);
  const total = histories.repeats.length;
  return (point) => {
    const model = modelOf(kind, parametersAt(point));
    let sum = 0;
    for (let i = 0; i < customers.length; i++)
      sum -= customers[i] * model.logLikelihood({ repeats: repeats[i], recency: recency[i], age: age[i] });
    for (let k = 0; k < point.length; k++) {
      sum += total * beyondWall(relative(point[k], { kind, k, unit })) ** 2;
      if (prior) sum += ((point[k] - prior.centre[k]) / prior.spread[k]) ** 2 / 2;
    }
    return sum / total;
  };
}

interface Judged {
  readonly kind: PurchaseModelKind;
  readonly customers: number;
  readonly fittedOn: number;
  readonly unit: number;
  readonly loss: Loss;
  /** The loss without prior. */
  readonly likelihood: Loss;
}

function describe(
  found: Minimum,
  { kind, customers, fittedOn, unit, loss, likelihood }: Judged,
): PurchaseFit | Refused {
  const names = parameterNames[kind];
  const reasons = [...found.point].flatMap((log, k) =>
    beyondWall(relative(log, { kind, k, unit })) === 0
      ? []
      : [
          `it cannot tell ${parameterMeanings[k]}: the best fit lies at no finite number (${names[k]} ${log < 0 ? 'shrinks to nothing' : 'grows without end'})`,
        ],
  );
  if (!found.isConverged) reasons.push('the search for the best fit came to no end');
  if (reasons.length > 0) return { status: 'refused', reasons };
  const covariance = invertSymmetric(curvature(loss, found.point), names.length).map((x) => x / fittedOn);
  const unknown = [...names.keys()].filter((k) => !(Math.sqrt(covariance[k * (names.length + 1)]) < widest));
  if (unknown.length > 0)
    return refuse(
      `these purchases do not tell ${unknown.map((k) => `${parameterMeanings[k]} (${names[k]})`).join(', nor ')}`,
    );
  return {
    status: 'fitted',
    kind,
    parameters: parametersAt(found.point),
    covariance,
    logLikelihood: -likelihood(found.point) * fittedOn,
    customers,
    fittedOn,
  };
}

/** Half of those who come again do so at the mean rate; leaving takes some purchases, or a mean age. */
function startOf({ repeats, age }: PurchaseHistories, unit: number): Float64Array {
  const rate = Math.max(1e-3, meanOf(repeats) / meanOf(age));
  return Float64Array.from([0.5, 0.5 / rate, 0.8, 2.5], Math.log).map((log, k) =>
    k === 1 ? Math.min(log, Math.log(unit * 100)) : log,
  );
}

export function parametersAt(point: ArrayLike<number>): Parameters {
  return [Math.exp(point[0]), Math.exp(point[1]), Math.exp(point[2]), Math.exp(point[3])];
}

/** The second parameter is a time, and in Pareto/NBD the fourth too. */
function relative(log: number, { kind, k, unit }: { kind: PurchaseModelKind; k: number; unit: number }): number {
  return k === 1 || (k === 3 && kind === 'pareto-nbd') ? log - Math.log(unit) : log;
}

function beyondWall(log: number): number {
  return Math.max(0, wall.lower - log, log - wall.upper);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.length > 0 ? sum / values.length : 0;
}

function refuse(reason: string): Refused {
  return { status: 'refused', reasons: [reason] };
}

import { curvature } from '../../stats/curvature.js';
import { invertSymmetric } from '../../stats/invert-symmetric.js';
import { logBeta } from '../../stats/log-beta.js';
import { minimise } from '../../stats/minimise.js';
import { leastRepeaters } from './fit-purchases.js';
import type { Refused } from './purchase-model.js';
import type { SpendFit } from './spend-model.js';
import { tableByCount } from './table-by-count.js';
import { sampleRows } from './take-histories.js';

interface Options {
  /** Most customers to fit on; of more a sample is taken, which `seed` decides. */
  readonly mostCustomers?: number;
  readonly seed?: number;
}

/** At q ≤ 1 the mean over customers is infinite. */
const leastTail = 1.001;
/** Beyond this all purchases of a customer, or all customers, come to the same: the search stops, the fit holds. */
const wall = Math.log(1e4);

/**
 * Gamma-Gamma by maximum likelihood: the amounts of one customer vary as Gamma(p, ν), ν among customers as Gamma(q, v),
 * and neither has to do with how often the customer buys. Amounts are fitted in units of their mean.
 * Source: P. Fader, B. Hardie, "The Gamma-Gamma model of monetary value" (2013), equation 1a; P. Fader, B. Hardie, K. L. Lee,
 * Journal of Marketing Research 42 (2005) 415–430.
 * @param spends `spend`: mean amount of a repeat purchase.
 * @returns why not, where too few bought again or the amounts have no mean that could be told.
 */
export function fitSpend(
  spends: { readonly repeats: Int32Array; readonly spend: Float64Array },
  { mostCustomers = 200_000, seed = 1 }: Options = {},
): SpendFit | Refused {
  const { repeats, spend, withoutAmount } = withAmount(spends);
  const customers = repeats.length;
  if (customers < leastRepeaters)
    return refuse(
      `${customers} customers have repeat purchases with an amount; a model of amounts needs at least ${leastRepeaters}`,
    );
  const rows = sampleRows(customers, { most: mostCustomers, seed });
  const mean = rows.reduce((sum, row) => sum + spend[row], 0) / rows.length;
  const counts = Float64Array.from(rows, (row) => repeats[row]);
  const amounts = Float64Array.from(rows, (row) => spend[row] / mean);
  const loss = lossFunction(counts, amounts);
  const found = minimise(loss, { start: [Math.log(3), Math.log(2.5), 0] });
  const [p, q, v] = found.point.map((log) => Math.exp(log));
  if (!(q > leastTail))
    return refuse('a few customers spend so much more than the rest that the amounts have no mean (q ≤ 1)');
  if (!found.isConverged && Math.max(found.point[0], found.point[1]) < wall)
    return refuse('the amounts have no clear spread among customers');
  const covariance = invertSymmetric(curvature(loss, found.point), 3).map((x) => x / rows.length);
  const logLikelihood = -loss(found.point) * rows.length - rows.length * Math.log(mean);
  return { status: 'fitted', p, q, v: v * mean, covariance, logLikelihood, customers, withoutAmount };
}

/** Mean negative log-likelihood; what depends on counts alone is computed once for each count. */
function lossFunction(counts: Float64Array, amounts: Float64Array): (point: Float64Array) => number {
  const logs = amounts.map((amount) => Math.log(amount));
  return (point) => {
    const [p, q, v] = point.map((log) => Math.exp(log));
    const ofCount = tableByCount((x) => (x === 0 ? 0 : q * point[2] - logBeta(p * x, q) + p * x * Math.log(x)));
    let sum = 0;
    for (let i = 0; i < counts.length; i++) {
      const x = counts[i];
      sum -= ofCount(x) + (p * x - 1) * logs[i] - (p * x + q) * Math.log(x * amounts[i] + v);
    }
    return sum / counts.length + Math.max(0, point[0] - wall) ** 2 + Math.max(0, point[1] - wall) ** 2;
  };
}

function withAmount({ repeats, spend }: { readonly repeats: Int32Array; readonly spend: Float64Array }) {
  const bought = repeats.map((_, row) => row).filter((row) => repeats[row] > 0);
  const rows = bought.filter((row) => spend[row] > 0);
  return {
    repeats: rows.map((row) => repeats[row]),
    spend: Float64Array.from(rows, (row) => spend[row]),
    withoutAmount: bought.length - rows.length,
  };
}

function refuse(reason: string): Refused {
  return { status: 'refused', reasons: [reason] };
}

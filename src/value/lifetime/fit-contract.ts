import { curvature } from '../../stats/curvature.js';
import { invertSymmetric } from '../../stats/invert-symmetric.js';
import { logBeta } from '../../stats/log-beta.js';
import { minimise } from '../../stats/minimise.js';
import type { ContractParameters } from './contract-model.js';
import type { ContractTenures } from './contract-tenures.js';
import type { Refused } from './purchase-model.js';

export interface ContractFit extends ContractParameters {
  readonly status: 'fitted';
  /** 2 × 2, row-major, of the logarithms of α and β. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  readonly customers: number;
  readonly left: number;
}

/** With fewer who left, or who stayed a second period, the spread of renewal rates is guesswork. */
const leastLeft = 30;
const most = 1e4;

/**
 * Shifted beta-geometric by maximum likelihood: at each renewal a customer leaves with probability θ ~ Beta(α, β), the same
 * for one customer for ever. Who stays counts by survival, who came into sight late by survival from there on.
 * Source: P. Fader, B. Hardie, "How to project customer retention", Journal of Interactive Marketing 21 (2007) 76–90.
 * @returns why not, where hardly anybody left, or all seem to renew at one rate or in two kinds only.
 */
export function fitContract({ left, staying, entered }: ContractTenures): ContractFit | Refused {
  const gone = sumOf(left);
  const customers = gone + sumOf(staying);
  if (gone < leastLeft) return refuse(`${gone} of ${customers} customers left; a model needs at least ${leastLeft}`);
  if (left.filter((count) => count > 0).length < 2 && sumOf(staying.subarray(2)) === 0)
    return refuse('all are seen for one renewal only: that tells one rate and nothing of how it changes');
  const logLikelihood = (point: Float64Array) => {
    const [alpha, beta] = point.map((log) => Math.exp(log));
    const all = logBeta(alpha, beta);
    let sum = 0;
    for (let t = 0; t < left.length; t++) {
      if (left[t] > 0) sum += left[t] * (logBeta(alpha + 1, beta + t - 1) - all);
      const stood = staying[t] - entered[t];
      if (stood !== 0) sum += stood * (logBeta(alpha, beta + t) - all);
    }
    return sum;
  };
  const loss = (point: Float64Array) => -logLikelihood(point) / customers + wall(point);
  const found = minimise(loss, { start: [0, 0.5] });
  const [alpha, beta] = found.point.map((log) => Math.exp(log));
  if (Math.max(alpha, beta) > most)
    return refuse('renewal does not rise with tenure: customers seem alike, and this model is of customers who differ');
  if (!found.isConverged || Math.min(alpha, beta) < 1 / most)
    return refuse('customers seem to be of two kinds only, those who leave at once and those who never do');
  const covariance = invertSymmetric(curvature(loss, found.point), 2).map((x) => x / customers);
  return {
    status: 'fitted',
    alpha,
    beta,
    covariance,
    logLikelihood: logLikelihood(found.point),
    customers,
    left: gone,
  };
}

/** Beyond a factor of e either side of what is refused the search turns back. */
function wall(point: Float64Array): number {
  return point.reduce((sum, log) => sum + Math.max(0, Math.abs(log) - Math.log(most) - 1) ** 2, 0);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function refuse(reason: string): Refused {
  return { status: 'refused', reasons: [reason] };
}

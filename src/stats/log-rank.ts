import { chiSquareSurvival } from './chi-square-survival.js';

/** Groups of accounts over time: those at risk and the events, by group, then by time. */
export interface RiskCounts {
  readonly groups: number;
  readonly times: number;
  /** groups × times, the group slowest. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
}

/** Observed events of each group, those expected if all were alike, and the covariance of their difference. */
export interface LogRank {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** groups × groups. */
  readonly covariance: Float64Array;
}

/** Mantel and Haenszel's comparison over time. Source: N. Mantel, Cancer Chemotherapy Reports 50 (1966) 163–170. */
export function logRank({ groups, times, atRisk, events }: RiskCounts): LogRank {
  const observed = new Float64Array(groups);
  const expected = new Float64Array(groups);
  const covariance = new Float64Array(groups * groups);
  for (let k = 0; k < times; k++) {
    let [n, d] = [0, 0];
    for (let g = 0; g < groups; g++) {
      n += atRisk[g * times + k];
      d += events[g * times + k];
    }
    if (d === 0) continue;
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let g = 0; g < groups; g++) {
      const share = atRisk[g * times + k] / n;
      observed[g] += events[g * times + k];
      expected[g] += d * share;
      for (let h = 0; h < groups; h++) {
        covariance[g * groups + h] += spread * ((g === h ? share : 0) - share * (atRisk[h * times + k] / n));
      }
    }
  }
  return { observed, expected, covariance };
}

/** p of one direction in which the groups may differ: weights of the groups, of which a constant says nothing. */
export function logRankAlong({ observed, expected, covariance }: LogRank, weights: ArrayLike<number>) {
  const groups = observed.length;
  let [sum, variance] = [0, 0];
  for (let g = 0; g < groups; g++) {
    sum += weights[g] * (observed[g] - expected[g]);
    for (let h = 0; h < groups; h++) variance += weights[g] * weights[h] * covariance[g * groups + h];
  }
  const statistic = variance > 1e-12 ? sum ** 2 / variance : 0;
  return { statistic, p: chiSquareSurvival(statistic, 1) };
}

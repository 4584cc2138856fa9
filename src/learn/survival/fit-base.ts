import { penaltyOf, posteriorOf, stepBlock } from '../term-block.js';
import { type RiskTable, sumRisk } from './risk-table.js';

/** The chance of staying through each bin, as log-odds, at a predictor of 0. */
export interface Base {
  readonly values: Float64Array;
  /** Precision of the random walk, chosen by empirical Bayes. */
  readonly precision: number;
}

const smallestPrecision = 1e-3;
const largestPrecision = 1e4;

/**
 * The base of the person-period model with the predictors held: a random walk over the bins whose precision the data choose
 * (Fellner–Schall), so that rare ends make a smooth base and many a detailed one.
 * @param options `slope` by which predictors count; `start` from which to go on, with its precision; `rounds` at most.
 */
export function fitBase(
  table: RiskTable,
  options: { readonly slope?: number; readonly start?: Base | null; readonly rounds?: number } = {},
): Base {
  const { slope = 1, start = null, rounds = 60 } = options;
  const size = table.bins;
  const structure = { size, ordered: size };
  const penalty = penaltyOf(structure);
  let precision = start?.precision ?? 1;
  let intercept = start === null ? overallOf(table) : meanOf(start.values);
  let values = start === null ? new Float64Array(size) : start.values.map((value) => value - intercept);
  for (let round = 0; round < rounds; round++) {
    const sums = sumRisk(table, { base: values.map((value) => value + intercept), slope });
    const step = stepBlock(sums, { penalty, values, precision, prior: null });
    const largest = step.step.reduce((most, change) => Math.max(most, Math.abs(change + step.interceptStep)), 0);
    const share = Math.min(1, 2 / Math.max(largest, 1e-12));
    values = values.map((value, k) => value + share * step.step[k]);
    intercept += share * step.interceptStep;
    const { degrees, roughness } = posteriorOf(sums, { penalty, values, precision, prior: null });
    const wanted = Math.max(smallestPrecision, Math.min(largestPrecision, degrees / Math.max(roughness, 1e-9)));
    const moved = Math.abs(Math.log(wanted / precision));
    precision = wanted;
    if (largest < 1e-6 && moved < 0.01) break;
  }
  return { values: values.map((value) => value + intercept), precision };
}

/** As if one account more had been watched for a period, half of it leaving. */
function overallOf({ atRisk, events }: RiskTable): number {
  const all = atRisk.reduce((sum, weight) => sum + weight, 0) + 1;
  const ends = events.reduce((sum, count) => sum + count, 0) + 0.5;
  return Math.log((all - ends) / ends);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

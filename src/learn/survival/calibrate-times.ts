import type { StayingBase } from '../../model/scorecard.js';
import { invertSymmetric } from '../../stats/invert-symmetric.js';
import { multiplyPenalty, penaltyOf } from '../term-block.js';
import { type Base, fitBase } from './fit-base.js';
import { type RiskTable, riskTable, sumRisk } from './risk-table.js';
import { binsUntil, type TimeBins } from './time-bins.js';

/** The log-odds of staying through bin k = base[k] + slope · predictor, and how sure the share kept after the horizon is. */
export interface TimeCalibration {
  readonly base: Float64Array;
  readonly slope: number;
  readonly spread: Pick<StayingBase, 'center' | 'level' | 'slope'>;
}

/** How sure we are beforehand that the slope needs no correction: a standard deviation of 0.5. */
const slopePrecision = 4;
/** A calibration may flatten a score, never turn it round. */
const smallestSlope = 0.05;

/**
 * Base and slope by maximum likelihood on predictors of accounts that had no part in them, so that the ends foretold for each
 * period are those that came. Standard errors are those of the model (the inverse of the curvature).
 */
export function calibrateTimes(
  predictor: Float64Array,
  of: { readonly exposures: Float64Array; readonly bins: TimeBins; readonly horizon: number },
): TimeCalibration {
  const { exposures, bins, horizon } = of;
  const table = riskTable(predictor, { exposures, bins: bins.edges.length });
  let slope = 1;
  let base = fitBase(table, { slope });
  for (let round = 0; round < 30; round++) {
    const { slopeGradient, slopeHessian } = sumRisk(table, { base: base.values, slope });
    const step = (slopeGradient - slopePrecision * (slope - 1)) / (slopeHessian + slopePrecision);
    slope = Math.max(smallestSlope, slope + Math.max(-0.5, Math.min(0.5, step)));
    base = fitBase(table, { slope, start: base, rounds: 3 });
    if (Math.abs(step) < 1e-6) break;
  }
  const mean = predictor.reduce((sum, value) => sum + value, 0) / Math.max(1, predictor.length);
  const until = binsUntil(bins, horizon);
  return { base: base.values, slope, spread: spreadOf(table, { base, slope, mean, until }) };
}

/** Of the logarithm of Λ = −log of the share kept, by the delta method at the mean predictor. */
function spreadOf(
  table: RiskTable,
  at: { base: Base; slope: number; mean: number; until: number },
): TimeCalibration['spread'] {
  const { base, slope, mean, until } = at;
  const { bins } = table;
  const size = bins + 1;
  const { hessian, cross, slopeHessian } = sumRisk(table, { base: base.values, slope });
  const penalty = penaltyOf({ size: bins, ordered: bins });
  const matrix = new Float64Array(size * size);
  // The level of the base is free: what the penalty says of it is taken out.
  const ofLevel = multiplyPenalty(penalty, new Float64Array(bins).fill(1));
  const levelWeight = ofLevel.reduce((sum, value) => sum + value, 0);
  for (let k = 0; k < bins; k++) {
    const unit = new Float64Array(bins);
    unit[k] = 1;
    const row = multiplyPenalty(penalty, unit);
    for (let l = 0; l < bins; l++)
      matrix[k * size + l] = base.precision * (row[l] - (ofLevel[k] * ofLevel[l]) / levelWeight);
    matrix[k * size + k] += hessian[k];
    matrix[k * size + bins] = cross[k];
    matrix[bins * size + k] = cross[k];
  }
  matrix[bins * size + bins] = slopeHessian + slopePrecision;
  const covariance = invertSymmetric(matrix, size);
  const leaving = base.values.map((value) => 1 / (1 + Math.exp(value + slope * mean)));
  const parts = leaving.map((_, k) => Math.max(0, Math.min(1, until - k)));
  const risk = leaving.reduce((sum, share, k) => sum - parts[k] * Math.log1p(-share), 0);
  const weights = leaving.map((share, k) => (parts[k] * share) / Math.max(risk, 1e-12));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [level, both] = [0, 0];
  weights.forEach((weight, k) => {
    both += weight * covariance[k * size + bins] * total;
    weights.forEach((other, l) => {
      level += weight * other * covariance[k * size + l];
    });
  });
  const tilt = total ** 2 * covariance[bins * size + bins];
  const center = tilt > 0 ? -both / tilt : mean;
  return { center, level: Math.sqrt(Math.max(0, level - center ** 2 * tilt)), slope: Math.sqrt(tilt) };
}

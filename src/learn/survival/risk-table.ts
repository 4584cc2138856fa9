/** Accounts by predictor and bin: how many are watched, and the ends of each bin. Bounded whatever the number of accounts. */
export interface RiskTable {
  readonly bins: number;
  /** Predictors of the rows, evenly spaced. */
  readonly points: Float64Array;
  /** points × bins: watched in the bin (parts of it count as such). */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  /** Sum of the predictors of those who ended in each bin. */
  readonly eventPredictors: Float64Array;
}

/** Rows of the table; between two an account counts for both. */
const pointCount = 240;

/**
 * Groups accounts by predictor × period.
 * @param exposures see `exposuresOf`. @param options `weights`: 0 leaves an account out; null: all count once.
 */
export function riskTable(
  predictor: Float64Array,
  options: { readonly exposures: Float64Array; readonly bins: number; readonly weights?: Float64Array | null },
): RiskTable {
  const { exposures, bins, weights = null } = options;
  const [least, most] = predictor.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const step = Math.max((most - least) / (pointCount - 1), 1e-9);
  const points = Float64Array.from({ length: pointCount }, (_, point) => least + point * step);
  // First by the last bin: those who were watched so far were so in all before.
  const atRisk = new Float64Array(pointCount * bins);
  const events = new Float64Array(bins);
  const eventPredictors = new Float64Array(bins);
  const add = (at: number, until: { whole: number; part: number; weight: number }) => {
    const { whole, part, weight } = until;
    if (whole > 0) atRisk[at + whole - 1] += weight * (1 - part);
    if (part > 0) atRisk[at + whole] += weight * part;
  };
  for (let row = 0; row < predictor.length; row++) {
    const weight = weights === null ? 1 : weights[row];
    if (weight === 0) continue;
    const until = Math.abs(exposures[row]);
    const whole = Math.floor(until);
    const place = Math.max(0, Math.min(pointCount - 1, (predictor[row] - least) / step));
    const point = Math.min(pointCount - 2, Math.floor(place));
    const share = place - point;
    add(point * bins, { whole, part: until - whole, weight: weight * (1 - share) });
    add((point + 1) * bins, { whole, part: until - whole, weight: weight * share });
    if (exposures[row] > 0) {
      events[whole - 1] += weight;
      eventPredictors[whole - 1] += weight * predictor[row];
    }
  }
  for (let point = 0; point < pointCount; point++) {
    for (let k = bins - 2; k >= 0; k--) atRisk[point * bins + k] += atRisk[point * bins + k + 1];
  }
  return { bins, points, atRisk, events, eventPredictors };
}

/** Gradient of the log-likelihood by the base of each bin, its curvature, and both by the slope of the predictors. */
export interface RiskSums {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  /** Curvature between each base and the slope. */
  readonly cross: Float64Array;
  readonly slopeGradient: number;
  readonly slopeHessian: number;
}

/** @param at log-odds of staying are base[k] + slope · predictor. */
export function sumRisk(table: RiskTable, at: { readonly base: Float64Array; readonly slope: number }): RiskSums {
  const { bins, points, atRisk, events, eventPredictors } = table;
  const gradient = events.map((count) => -count);
  const hessian = new Float64Array(bins);
  const cross = new Float64Array(bins);
  let slopeGradient = -eventPredictors.reduce((sum, value) => sum + value, 0);
  let slopeHessian = 0;
  for (let point = 0; point < points.length; point++) {
    const x = points[point];
    for (let k = 0; k < bins; k++) {
      const watched = atRisk[point * bins + k];
      if (watched === 0) continue;
      const leaving = 1 / (1 + Math.exp(at.base[k] + at.slope * x));
      const curvature = watched * leaving * (1 - leaving);
      gradient[k] += watched * leaving;
      hessian[k] += curvature;
      cross[k] += curvature * x;
      slopeGradient += watched * leaving * x;
      slopeHessian += curvature * x * x;
    }
  }
  return { gradient, hessian, cross, slopeGradient, slopeHessian };
}

/** log-odds = intercept + slope · score. */
export interface PlattFit {
  readonly intercept: number;
  readonly slope: number;
}

/**
 * Calibrates scores to probabilities by a logistic curve, fitted to Platt's regularised targets so that no finite set of
 * accounts makes it infinitely steep. Scores without variation get slope 0. Without accounts: log-odds 0.
 * Sources: J. Platt, Advances in Large Margin Classifiers (1999) 61–74; H.-T. Lin, C.-J. Lin and R. Weng,
 * Machine Learning 68 (2007) 267–276 (Newton's method with step halving).
 * @param scores finite, any unit. @param labels 1 for a positive, 0 for a negative.
 */
export function fitPlatt(scores: ArrayLike<number>, labels: ArrayLike<number>): PlattFit {
  const positives = Array.from(labels).filter((label) => label > 0).length;
  const negatives = labels.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const start = Math.log((positives + 1) / (negatives + 1));
  const { mean, deviation } = momentsOf(scores);
  if (!(deviation > 0)) {
    const target = labels.length === 0 ? 0.5 : (positives * high + negatives * low) / labels.length;
    return { intercept: Math.log(target / (1 - target)), slope: 0 };
  }
  // Standardised scores keep the Hessian well conditioned whatever the unit.
  const x = Float64Array.from(scores, (score) => (score - mean) / deviation);
  const targets = Float64Array.from(labels, (label) => (label > 0 ? high : low));
  let fit: PlattFit = { intercept: start, slope: 0 };
  let loss = lossOf(fit, x, targets);
  for (let step = 0; step < 100; step++) {
    const next = improve(fit, x, { targets, loss });
    if (next === null) break;
    const gain = loss - next.loss;
    ({ fit, loss } = next);
    if (gain <= 1e-14 * loss) break;
  }
  const slope = fit.slope / deviation;
  return { intercept: fit.intercept - slope * mean, slope };
}

/** One Newton step, halved until the loss falls; null when it no longer does. */
function improve(fit: PlattFit, x: Float64Array, at: { targets: Float64Array; loss: number }) {
  // The tiny ridge keeps the Hessian invertible when all accounts are saturated.
  let [g0, g1, h00, h01, h11] = [0, 0, 1e-12, 0, 1e-12];
  for (let i = 0; i < x.length; i++) {
    const p = 1 / (1 + Math.exp(-(fit.intercept + fit.slope * x[i])));
    const weight = p * (1 - p);
    g0 += p - at.targets[i];
    g1 += (p - at.targets[i]) * x[i];
    h00 += weight;
    h01 += weight * x[i];
    h11 += weight * x[i] * x[i];
  }
  const determinant = h00 * h11 - h01 * h01;
  const d0 = (h11 * g0 - h01 * g1) / determinant;
  const d1 = (h00 * g1 - h01 * g0) / determinant;
  for (let size = 1; size > 1e-10; size /= 2) {
    const next = { intercept: fit.intercept - size * d0, slope: fit.slope - size * d1 };
    const loss = lossOf(next, x, at.targets);
    if (loss < at.loss) return { fit: next, loss };
  }
  return null;
}

function lossOf({ intercept, slope }: PlattFit, x: Float64Array, targets: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const logit = intercept + slope * x[i];
    sum += Math.max(logit, 0) - targets[i] * logit + Math.log1p(Math.exp(-Math.abs(logit)));
  }
  return sum;
}

function momentsOf(values: ArrayLike<number>): { mean: number; deviation: number } {
  let [mean, square] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const delta = values[i] - mean;
    mean += delta / (i + 1);
    square += delta * (values[i] - mean);
  }
  return { mean, deviation: Math.sqrt(square / values.length) };
}

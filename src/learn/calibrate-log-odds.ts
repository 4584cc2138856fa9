/** Calibrated log-odds = intercept + slope · log-odds. */
export interface LogOddsCalibration {
  readonly intercept: number;
  readonly slope: number;
}

/** How sure we are beforehand that no correction is needed: standard deviations 1 (intercept) and 0.5 (slope). */
const interceptPrecision = 1;
const slopePrecision = 4;
/** A calibration may flatten a score, never turn it round. */
const smallestSlope = 0.05;

/**
 * Platt's calibration with a weak prior at "no correction", so that few outcomes change little.
 * @param logOdds of accounts that were not used to make them. @param labels 0 or 1 for each.
 */
export function calibrateLogOdds(logOdds: Float64Array, labels: Uint8Array): LogOddsCalibration {
  let intercept = 0;
  let slope = 1;
  for (let round = 0; round < 50; round++) {
    let [ga, gb] = [-interceptPrecision * intercept, -slopePrecision * (slope - 1)];
    let [haa, hab, hbb] = [interceptPrecision, 0, slopePrecision];
    for (let i = 0; i < logOdds.length; i++) {
      const x = logOdds[i];
      const p = 1 / (1 + Math.exp(-(intercept + slope * x)));
      const w = p * (1 - p);
      ga += labels[i] - p;
      gb += (labels[i] - p) * x;
      haa += w;
      hab += w * x;
      hbb += w * x * x;
    }
    const determinant = haa * hbb - hab * hab;
    const stepA = (hbb * ga - hab * gb) / determinant;
    const stepB = (haa * gb - hab * ga) / determinant;
    // Far from the optimum a full Newton step may overshoot.
    const scale = Math.min(1, 2 / Math.max(Math.abs(stepA), Math.abs(stepB), 1e-12));
    intercept += scale * stepA;
    slope += scale * stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-10) break;
  }
  return { intercept, slope: Math.max(smallestSlope, slope) };
}

import type { ArmValues } from './arm-values.js';

/**
 * The difference of two means with what the fit foretold taken out: a line is drawn through each arm by itself, and both are
 * read at the mean fit of all. Chance assigned the arms, so the estimate stays right even where the line is wrong; the
 * less of the outcome the fit leaves unsaid, the narrower it is.
 * Source: W. Lin, Annals of Applied Statistics 7 (2013) 295–318; for the idea A. Deng et al., WSDM 2013 (CUPED).
 * @returns null where an arm has fewer than 20 accounts or no two fits.
 */
export function adjustedDifference(arm: ArmValues, other: ArmValues): { estimate: number; variance: number } | null {
  if (arm.fit === null || other.fit === null || Math.min(arm.fit.length, other.fit.length) < leastAccounts) return null;
  const all = arm.fit.length + other.fit.length;
  const middle = (sumOf(arm.fit) + sumOf(other.fit)) / all;
  const [own, out] = [lineAt(arm.values, { fit: arm.fit, middle }), lineAt(other.values, { fit: other.fit, middle })];
  if (own === null || out === null) return null;
  const fitVariance = (spreadAbout(arm.fit, middle) + spreadAbout(other.fit, middle)) / (all - 1);
  // The mean fit of these accounts is itself drawn; it counts where the two lines have different slopes.
  const slopes = ((own.slope - out.slope) ** 2 * fitVariance) / all;
  return { estimate: own.level - out.level, variance: own.variance + out.variance + slopes };
}

const leastAccounts = 20;

/** Height of the least-squares line at a fit, its slope, and the variance of the height. */
function lineAt(values: Float64Array, { fit, middle }: { fit: Float64Array; middle: number }) {
  const count = values.length;
  const [meanValue, meanFit] = [sumOf(values) / count, sumOf(fit) / count];
  const square = spreadAbout(fit, meanFit);
  if (square === 0) return null;
  let cross = 0;
  for (let i = 0; i < count; i++) cross += (fit[i] - meanFit) * (values[i] - meanValue);
  const slope = cross / square;
  let residual = 0;
  for (let i = 0; i < count; i++) residual += (values[i] - meanValue - slope * (fit[i] - meanFit)) ** 2;
  return { level: meanValue + slope * (middle - meanFit), slope, variance: residual / (count - 2) / count };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function spreadAbout(values: Float64Array, middle: number): number {
  let square = 0;
  for (const value of values) square += (value - middle) ** 2;
  return square;
}

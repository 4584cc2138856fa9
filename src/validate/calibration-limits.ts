/** Misses below this, or below a fifth of the rarer outcome's rate, matter to nobody. */
const tolerance = 0.02;
const relativeTolerance = 0.2;
/**
 * The error over ten bins scatters by about a quarter of its mean when all is right (ten half-normal values), so twice
 * the noise is four standard deviations.
 */
const timesNoise = 2;
/** Mean prediction against the rate that came: standard deviations of chance. */
const deviations = 3;

/**
 * How far the mean probability may be from the rate that came: what matters to nobody, or three standard deviations of chance.
 * @param expected accounts with their mean probability, of which the variance is taken.
 */
export function biasLimit(
  rate: number,
  expected: readonly { readonly accounts: number; readonly predicted: number }[],
): number {
  const accounts = expected.reduce((sum, bin) => sum + bin.accounts, 0);
  const variance = expected.reduce((sum, bin) => sum + bin.accounts * bin.predicted * (1 - bin.predicted), 0);
  return Math.max(smallestMiss(rate), (deviations * Math.sqrt(variance)) / accounts);
}

/** How large the calibration error may be: what matters to nobody, or twice what a perfect score would show. */
export function errorLimit(rate: number, noise: number): number {
  return Math.max(smallestMiss(rate), timesNoise * noise);
}

function smallestMiss(rate: number): number {
  return Math.min(tolerance, relativeTolerance * Math.min(rate, 1 - rate));
}

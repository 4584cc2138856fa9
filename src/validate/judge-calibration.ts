import type { Proof } from '../model/proof.js';

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
 * Whether held-out probabilities miss what came by more than chance and more than matters: over all accounts together
 * (the sharper test where the world has moved), or bin by bin.
 * @returns a sentence with the numbers, or null when they hold.
 */
export function judgeCalibration(proof: Proof): string | null {
  const { accounts, baseRate, calibration, calibrationError, calibrationNoise } = proof;
  const matters = Math.min(tolerance, relativeTolerance * Math.min(baseRate, 1 - baseRate));
  const predicted = calibration.reduce((sum, bin) => sum + bin.predicted * bin.accounts, 0) / accounts;
  const variance = calibration.reduce((sum, bin) => sum + bin.accounts * bin.predicted * (1 - bin.predicted), 0);
  const chance = Math.sqrt(variance) / accounts;
  if (Math.abs(predicted - baseRate) > Math.max(matters, deviations * chance)) {
    return `On held-out accounts ${percent(predicted)} was predicted and ${percent(baseRate)} came.`;
  }
  if (calibrationError > Math.max(matters, timesNoise * calibrationNoise)) {
    return `Held-out probabilities are off by ${percent(calibrationError)} on average, where chance alone would make ${percent(calibrationNoise)}.`;
  }
  return null;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

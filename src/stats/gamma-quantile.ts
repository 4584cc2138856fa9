import { chiSquareSurvival } from './chi-square-survival.js';

/**
 * The value that a Gamma variable with this shape (rate 1) stays below with probability `share`, by halving in the logarithm;
 * good to about 1e-12 of itself. @param shape > 0. @param share in (0, 1).
 */
export function gammaQuantile(shape: number, share: number): number {
  let [low, high] = [-700, Math.log(shape + 40 * Math.sqrt(shape) + 40)];
  for (let round = 0; round < 80; round++) {
    const middle = (low + high) / 2;
    if (1 - chiSquareSurvival(2 * Math.exp(middle), 2 * shape) < share) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

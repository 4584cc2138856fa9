import gammaln from '@stdlib/math-base-special-gammaln';
import { chiSquareSurvival } from './chi-square-survival.js';

const mostSteps = 60;
/** Newton's steps square what is missing: after one this short nothing is. */
const short = 1e-8;

/**
 * The value that a Gamma variable with this shape (rate 1) stays below with probability `share`, by Newton's method in the
 * logarithm, on the logarithm of the smaller tail, kept between bounds; good to about 1e-12 of itself.
 * @param shape > 0. @param share in (0, 1).
 */
export function gammaQuantile(shape: number, share: number): number {
  const isLower = share < 0.5;
  const wanted = Math.log(isLower ? share : 1 - share);
  const constant = gammaln(shape);
  let [low, high] = [-740, Math.log(shape + 40 * Math.sqrt(shape) + 40)];
  let at = Math.min(high, Math.max(low, startAt(shape, { share, constant })));
  for (let step = 0; step < mostSteps; step++) {
    const x = Math.exp(at);
    const above = chiSquareSurvival(2 * x, 2 * shape);
    // Far below the mean 1 − above has no digits left, and the series itself is taken.
    const below = 1 - above;
    const tail = !isLower
      ? Math.log(above)
      : below > 1e-3
        ? Math.log(below)
        : shape * at - x - constant + Math.log(lowerSeries(shape, x));
    const density = Math.exp(shape * at - x - constant - tail);
    const missing = isLower ? tail - wanted : wanted - tail;
    if (missing > 0) high = at;
    else low = at;
    const next = at - missing / density;
    const isInside = next >= low && next <= high;
    const moved = (isInside ? next : (low + high) / 2) - at;
    at += moved;
    if (Math.abs(moved) < short || high - low < short * 1e-4) break;
  }
  return Math.exp(at);
}

/** Wilson and Hilferty's cube, and for small values the first term of the series. */
function startAt(shape: number, { share, constant }: { share: number; constant: number }): number {
  const series = (Math.log(share) + Math.log(shape) + constant) / shape;
  const cube = 1 - 1 / (9 * shape) + normalAt(share) / (3 * Math.sqrt(shape));
  return shape < 0.5 || cube < 0.2 ? Math.min(series, Math.log(shape + 2)) : Math.log(shape) + 3 * Math.log(cube);
}

/** Within 5e-4: C. Hastings, Approximations for Digital Computers (1955), sheet 68. */
function normalAt(share: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(share, 1 - share)));
  const z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return share < 0.5 ? -z : z;
}

/** DLMF 8.7.1: the lower tail over x^a e^−x / Γ(a). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

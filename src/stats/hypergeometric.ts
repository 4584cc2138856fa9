import gammaln from '@stdlib/math-base-special-gammaln';

interface Arguments {
  readonly a: number;
  readonly b: number;
  /** Not 0, −1, −2 … */
  readonly c: number;
}

const precision = 1e-16;
const mostTerms = 200_000;
/** Above this the power series is slow, and 1 − z is small enough to go by. */
const nearOne = 0.9;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for real arguments and z < 1. Relative error about 1e-12 where a, b, c are
 * below a few hundred; more is lost where the terms change sign and are large.
 * Source: DLMF 15.2.1 (series), 15.8.1 (Pfaff and Euler), 15.8.4 (towards 1).
 * @returns NaN at z ≥ 1.
 */
export function hypergeometric({ a, b, c }: Arguments, z: number): number {
  if (!(z < 1)) return Number.NaN;
  if (z < 0) {
    // Pfaff: of the two forms the one with the smaller parameters has fewer large terms.
    return Math.abs(a) <= Math.abs(b)
      ? (1 - z) ** -a * hypergeometric({ a, b: c - b, c }, z / (z - 1))
      : (1 - z) ** -b * hypergeometric({ a: c - a, b, c }, z / (z - 1));
  }
  if (z > nearOne && isApart(c - a - b) && c > 0) return towardsOne({ a, b, c }, z);
  // Euler: the form whose terms fall faster, which is the one with c − a − b > 0.
  if (c - a - b < 0) return (1 - z) ** (c - a - b) * series({ a: c - a, b: c - b, c }, z);
  return series({ a, b, c }, z);
}

/**
 * ₂F₁(1, b; c; z) for c > b > 0 and 0 ≤ z < 1, by Gauss's continued fraction: it takes some √(1/(1 − z)) steps where the
 * series takes 1/(1 − z). Source: DLMF 15.7.1, evaluated by Lentz's method.
 */
export function hypergeometricOne({ b, c }: { readonly b: number; readonly c: number }, z: number): number {
  if (z < 0.2) return series({ a: 1, b, c }, z);
  let [numerator, denominator, value] = [1, 0, 1];
  for (let n = 0; n < mostTerms; n++) {
    // Coefficients k₁, k₂ … of 1/(1 − k₁z/(1 − k₂z/(1 − …))) with a = 1.
    const half = n >> 1;
    const factor = n % 2 === 0 ? (b + half) * (c - 1 + half) : (half + 1) * (c - b + half);
    const step = (-z * factor) / ((c - 1 + n) * (c + n));
    denominator = 1 / (1 + step * denominator);
    numerator = 1 + step / numerator;
    const change = numerator * denominator;
    value *= change;
    if (Math.abs(change - 1) < precision * 4) break;
  }
  return 1 / value;
}

function series({ a, b, c }: Arguments, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < mostTerms && term !== 0; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < precision * Math.abs(sum) && n > Math.abs(a) + Math.abs(b)) break;
  }
  return sum;
}

/** Sum of two series in 1 − z; it has no meaning where c − a − b is whole, and few digits close to that. */
function towardsOne({ a, b, c }: Arguments, z: number): number {
  const rest = c - a - b;
  const left = gammaQuotient([c, rest], [c - a, c - b]) * series({ a, b, c: 1 - rest }, 1 - z);
  const right = gammaQuotient([c, -rest], [a, b]) * (1 - z) ** rest;
  return left + (right === 0 ? 0 : right * series({ a: c - a, b: c - b, c: 1 + rest }, 1 - z));
}

function isApart(rest: number): boolean {
  return Math.abs(rest - Math.round(rest)) > 0.05 && Math.abs(rest) < 30;
}

function gammaQuotient(above: readonly number[], below: readonly number[]): number {
  if (below.some((x) => x <= 0 && Number.isInteger(x))) return 0;
  const log = sumOf(above.map(gammaln)) - sumOf(below.map(gammaln));
  const sign = [...above, ...below].reduce((product, x) => product * signOfGamma(x), 1);
  return sign * Math.exp(log);
}

function signOfGamma(x: number): number {
  return x > 0 || Math.floor(x) % 2 === 0 ? 1 : -1;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

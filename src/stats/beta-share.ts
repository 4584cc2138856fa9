import { logBeta } from './log-beta.js';

/**
 * The regularised incomplete beta function: the share of Beta(a, b) below x. Relative error about 1e-13 for a, b below 1e4.
 * Source: DLMF 8.17.22, the continued fraction, by Lentz's method; 8.17.4 turns the slow half round.
 */
export function betaShare({ a, b }: { readonly a: number; readonly b: number }, x: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
}

function fraction(a: number, b: number, x: number): number {
  let below = 1 / (1 - ((a + b) * x) / (a + 1));
  let [above, value] = [1, below];
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    below = 1 / (1 + even * below);
    above = 1 + even / above;
    value *= below * above;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    below = 1 / (1 + odd * below);
    above = 1 + odd / above;
    const change = below * above;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

import type { SpendParameters } from './spend-model.js';

/** Spread that a heavy tail of amounts has at least, so that it stays finite: shapes at or below 2 have no variance. */
const leastShape = 2.1;

/** Mean and mean square of a count. */
export function countMoments(counts: Float64Array): { readonly mean: number; readonly square: number } {
  let [mean, square] = [0, 0];
  for (let n = 1; n < counts.length; n++) {
    mean += n * counts[n];
    square += n * n * counts[n];
  }
  return { mean, square };
}

/**
 * Mean square of an amount of one purchase's worth of chance: E[1/ν²] for ν ~ Gamma(shape, unit), which with n purchases
 * gives E[amount²] = (p·n + p²·n²) E[1/ν²].
 */
export function inverseSquare({ p, q }: SpendParameters, { repeats, unit }: { repeats: number; unit: number }): number {
  const shape = Math.max(leastShape, p * repeats + q);
  return unit ** 2 / ((shape - 1) * (shape - 2));
}

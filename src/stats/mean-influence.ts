import type { Influence } from './influence.js';

/** A mean with its influence values: the distances from it, as wide as the unbiased variance wants them. NaN without values. */
export function meanInfluence(of: Float64Array): Influence {
  let sum = 0;
  for (const value of of) sum += value;
  const estimate = sum / of.length;
  const widen = Math.sqrt(of.length / Math.max(of.length - 1, 1));
  return { estimate, values: of.map((value) => (value - estimate) * widen) };
}

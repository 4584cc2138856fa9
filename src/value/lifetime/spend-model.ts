/** Gamma-Gamma: what customers spend at a purchase. `v` is in the unit of the amounts. */
export interface SpendFit {
  readonly status: 'fitted';
  readonly p: number;
  readonly q: number;
  readonly v: number;
  /** 3 × 3, row-major, of the logarithms of p, q, v. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  /** Customers with repeat purchases and a mean above zero, whom it was fitted on. */
  readonly customers: number;
  /** Customers with repeat purchases whose returns left nothing or less: not fitted on. */
  readonly withoutAmount: number;
}

export type SpendParameters = Pick<SpendFit, 'p' | 'q' | 'v'>;

/**
 * Expected amount of a purchase of a customer whose `repeats` purchases came to `spend` on average: a weighted mean of this
 * and of what all customers spend. The amounts of all for a customer without repeats, or without an amount.
 */
export function expectedSpend(
  { p, q, v }: SpendParameters,
  { repeats, spend }: { readonly repeats: number; readonly spend: number },
): number {
  const known = repeats > 0 && spend > 0;
  return known ? (p * (v + repeats * spend)) / (p * repeats + q - 1) : (p * v) / (q - 1);
}

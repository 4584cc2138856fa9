/** Payments of one unit a month that are still to come, discounted. */
export interface RenewalOutlook {
  readonly mean: number;
  readonly variance: number;
  /** What really comes is in here for at least 95 of 100 accounts, and so is the mean. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * The distribution of the discounted sum of renewals: K of them with P(K ≥ k) = survival(k), each worth 1/(1 + rate)^j.
 * @param survival share that makes k more renewals; 1 at 0.
 */
export function renewalOutlook(
  survival: (renewals: number) => number,
  { months, discountRate }: { readonly months: number; readonly discountRate: number },
): RenewalOutlook {
  const whole = Math.floor(months);
  let [worth, mean, square, before] = [0, 0, 0, 1];
  let [lower, upper] = [Number.NaN, Number.NaN];
  for (let k = 0; k <= whole; k++) {
    // K = k with chance S(k) − S(k + 1), all that is left at the end of the horizon.
    const next = k === whole ? 0 : survival(k + 1);
    const chance = before - next;
    mean += chance * worth;
    square += chance * worth ** 2;
    const upTo = 1 - next;
    if (Number.isNaN(lower) && upTo >= 0.025) lower = worth;
    if (Number.isNaN(upper) && upTo >= 0.975) upper = worth;
    worth += (1 + discountRate) ** -k;
    before = next;
  }
  // Where more than 97.5 of 100 renew to the end, all of the middle lies above the mean.
  return {
    mean,
    variance: Math.max(0, square - mean ** 2),
    lower: Math.min(lower, mean),
    upper: Math.max(upper, mean),
  };
}

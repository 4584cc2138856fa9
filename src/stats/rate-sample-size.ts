import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

export interface RateDesign {
  /** The rates of the two arms, 0–1, different. */
  readonly rate: number;
  readonly otherRate: number;
  /** Accounts of the other arm for each account of the first; default 1. */
  readonly ratio?: number;
  /** Two-sided level and power, 0–1. */
  readonly alpha: number;
  readonly power: number;
}

/** Accounts of the first arm; the other has `ratio` times as many. Not yet whole. */
export interface RateSampleSize {
  /** As R's power.prop.test. */
  readonly plain: number;
  /** With the continuity correction: what an exact test needs. */
  readonly corrected: number;
}

/**
 * Accounts that a two-sided comparison of two rates needs.
 * Source: J. L. Fleiss, A. Tytun and H. K. Ury, Biometrics 36 (1980) 343–346; Fleiss, Levin and Paik, Statistical
 * Methods for Rates and Proportions (2003) 4.14 and 4.19.
 */
export function rateSampleSize({ rate, otherRate, ratio = 1, alpha, power }: RateDesign): RateSampleSize {
  const difference = Math.abs(rate - otherRate);
  const mean = (rate + ratio * otherRate) / (1 + ratio);
  const [zAlpha, zPower] = [normalQuantile(1 - alpha / 2, 0, 1), normalQuantile(power, 0, 1)];
  const pooled = (ratio + 1) * mean * (1 - mean);
  const apart = ratio * rate * (1 - rate) + otherRate * (1 - otherRate);
  const plain = (zAlpha * Math.sqrt(pooled) + zPower * Math.sqrt(apart)) ** 2 / (ratio * difference ** 2);
  const corrected = (plain / 4) * (1 + Math.sqrt(1 + (2 * (ratio + 1)) / (plain * ratio * difference))) ** 2;
  return { plain, corrected };
}

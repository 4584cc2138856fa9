import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../model/estimate.js';

/**
 * A rate with Wilson's 95 % score interval. Without accounts nothing is known: `{ NaN, 0, 1 }`.
 * Source: E. B. Wilson, JASA 22 (1927) 209–212; R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, method 3.
 * @param positives 0 … accounts; fractions are allowed.
 */
export function wilsonInterval(positives: number, accounts: number): Interval {
  if (accounts === 0) return { estimate: Number.NaN, lower: 0, upper: 1 };
  const z2 = normalQuantile(0.975, 0, 1) ** 2;
  const rate = positives / accounts;
  const centre = positives + z2 / 2;
  const half = Math.sqrt(z2 * (accounts * rate * (1 - rate) + z2 / 4));
  return {
    estimate: rate,
    lower: positives === 0 ? 0 : (centre - half) / (accounts + z2),
    upper: positives === accounts ? 1 : (centre + half) / (accounts + z2),
  };
}

import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * The quantile of Student's t, from that of the beta distribution: t² = df · (1 − x) / x with x ~ Beta(df / 2, 1 / 2).
 * @param p 0–1 exclusive. @param df > 0, fractions allowed.
 */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const x = betaQuantile(2 * Math.min(p, 1 - p), df / 2, 0.5);
  const size = Math.sqrt((df * (1 - x)) / x);
  return p < 0.5 ? -size : size;
}

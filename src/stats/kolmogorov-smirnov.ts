export interface KolmogorovSmirnov {
  /** The largest gap between the two cumulative curves, 0–1. */
  readonly statistic: number;
  /** Chance of as large a gap or a larger one between two samples of one distribution. */
  readonly p: number;
}

/**
 * The two-sample test of Kolmogorov and Smirnov. With ties p is too large: it errs towards seeing nothing.
 * Source: N. Smirnov (1948), Annals of Mathematical Statistics 19; p by the asymptotic series with the correction for
 * small samples of M. Stephens (1970), JRSS B 32: λ = (√n + 0.12 + 0.11/√n)·D with n = ab/(a + b).
 * @param a sorted ascending, no NaN. @param b likewise. Neither is empty.
 */
export function kolmogorovSmirnov(a: Float64Array, b: Float64Array): KolmogorovSmirnov {
  let gap = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const value = Math.min(a[i], b[k]);
    while (i < a.length && a[i] === value) i++;
    while (k < b.length && b[k] === value) k++;
    gap = Math.max(gap, Math.abs(i / a.length - k / b.length));
  }
  const root = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { statistic: gap, p: survival((root + 0.12 + 0.11 / root) * gap) };
}

/** P(K > lambda) of Kolmogorov's distribution: 2·Σ (−1)^(j−1)·exp(−2j²λ²). */
function survival(lambda: number): number {
  // Below, the alternating series has not converged, and the answer is 1 to ten digits.
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let j = 1; j <= 100; j++) {
    const term = Math.exp(-2 * j * j * lambda * lambda);
    sum += j % 2 === 1 ? term : -term;
    if (term < 1e-16) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}

import type { Interval } from '../model/estimate.js';

/**
 * Gini coefficient of amounts ≥ 0: 0 where all are alike, near 1 where one has all. The 95 % interval is by the influence
 * of each account on the ratio (Σ (2F − 1) x) / Σ x; with heavy tails it is too narrow, as every interval of a mean is.
 * Sources: C. Gini (1912); J. Langel and Y. Tillé, Variance estimation of the Gini index, JRSS A 176 (2013) 521–540.
 * @returns all zero where nothing is above zero.
 */
export function gini(amounts: ArrayLike<number>): Interval {
  const sorted = Float64Array.from(amounts).sort();
  const n = sorted.length;
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (n === 0 || !(total > 0)) return { estimate: 0, lower: 0, upper: 0 };
  const mean = total / n;
  let weighted = 0;
  for (let i = 0; i < n; i++) weighted += (2 * i + 1 - n) * sorted[i];
  const estimate = weighted / (n * total);
  // Influence of amount x: (2 (x F(x) + what those above x hold of the mean) − (1 + G) (x + mean)) / mean.
  let below = 0;
  let square = 0;
  for (let i = 0; i < n; i++) {
    const place = (i + 0.5) / n;
    const above = (total - below - sorted[i] / 2) / n;
    const influence = (2 * (sorted[i] * place + above) - (1 + estimate) * (sorted[i] + mean)) / mean;
    square += influence * influence;
    below += sorted[i];
  }
  const half = (1.959964 * Math.sqrt(square)) / n;
  return { estimate, lower: Math.max(0, estimate - half), upper: Math.min(1, estimate + half) };
}

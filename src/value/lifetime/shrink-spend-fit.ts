import type { PurchaseSummary } from './purchase-histories.js';
import { shrinkSpends } from './shrink-spends.js';
import type { SpendFit } from './spend-model.js';

/** Purchases of one customer differ at least, and at most, so much: 1/p is their variance over their squared mean. */
const shapes = { least: 0.2, most: 1000 };

/**
 * Amounts where no Gamma-Gamma can be fitted by likelihood: observed means drawn to the mean of all. The linear rule
 * (Σ amounts + k·mean)/(n + k) is that of a Gamma-Gamma with q = 1 + k·p and v = k·mean, so that is what is returned: p by
 * the variance of the purchases of one customer, k by credibility. Of the covariance only that of the mean is known.
 * Source of the rule: H. Bühlmann, A. Gisler, A Course in Credibility Theory (2005), theorem 3.2 and section 2.5.
 */
export function shrinkSpendFit(summary: Pick<PurchaseSummary, 'repeats' | 'total' | 'spend'>): SpendFit {
  const { mean, purchases, within, between } = shrinkSpends(summary);
  const p = Math.min(shapes.most, Math.max(shapes.least, mean ** 2 / within));
  const customers = summary.repeats.reduce((count, x) => count + (x > 0 ? 1 : 0), 0);
  const withoutAmount = summary.repeats.reduce((n, x, row) => n + (x > 0 && !(summary.spend[row] > 0) ? 1 : 0), 0);
  const covariance = new Float64Array(9);
  covariance[8] = (within + between) / (mean ** 2 * Math.max(1, summary.repeats.length));
  return {
    status: 'fitted',
    p,
    q: 1 + purchases * p,
    v: purchases * mean,
    covariance,
    logLikelihood: Number.NaN,
    customers: customers - withoutAmount,
    withoutAmount,
  };
}

import gammaln from '@stdlib/math-base-special-gammaln';
import { chiSquareSurvival } from './chi-square-survival.js';

/**
 * p-value of counts against the shares that they should have: of two groups exact (all counts no likelier than these), of
 * more by Pearson's chi-square. Without accounts, or with one group, there is nothing to test: 1.
 * Source: as R's binom.test and chisq.test(p = …).
 * @param shares of at least one group above 0; need not add up to 1. A count where the share is 0 gives p = 0.
 */
export function goodnessOfFit(counts: readonly number[], shares: readonly number[]): number {
  if (counts.some((count, i) => count > 0 && !(shares[i] > 0))) return 0;
  const kept = counts.map((count, i) => ({ count, share: shares[i] })).filter(({ share }) => share > 0);
  const total = kept.reduce((sum, { count }) => sum + count, 0);
  const whole = kept.reduce((sum, { share }) => sum + share, 0);
  if (total === 0 || kept.length < 2) return 1;
  if (kept.length === 2) return exactBinomial(kept[0].count, { total, rate: kept[0].share / whole });
  const statistic = kept.reduce((sum, { count, share }) => {
    const expected = (total * share) / whole;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return chiSquareSurvival(statistic, kept.length - 1);
}

/** Counts this close in probability are equally likely, as in R. */
const tolerance = 1e-7;

function exactBinomial(count: number, { total, rate }: { total: number; rate: number }): number {
  const logChoose = (k: number) => gammaln(total + 1) - gammaln(k + 1) - gammaln(total - k + 1);
  const logP = (k: number) => logChoose(k) + k * Math.log(rate) + (total - k) * Math.log1p(-rate);
  const limit = logP(count) + tolerance;
  let p = 0;
  for (let k = 0; k <= total; k++) {
    const log = logP(k);
    if (log <= limit) p += Math.exp(log);
  }
  return Math.min(1, p);
}

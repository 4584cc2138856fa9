import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { confidenceSequence } from '../../stats/confidence-sequence.js';
import type { ArmComparison, ComparisonRule } from './compare-arms.js';
import type { ExperimentReading, TierReading } from './experiment-reading.js';

/** What acting changed in the ideal tier, less what it changed elsewhere: whether it helps more inside the ICP. */
export function contrastTiers(byTier: readonly TierReading[], rule: ComparisonRule): ExperimentReading['contrasts'] {
  const arms = [...new Set(byTier.map(({ arm }) => arm))];
  return arms.flatMap((arm) => {
    const own = byTier.filter((one) => one.arm === arm && one.comparison.isReadable);
    const inside = own.find(({ tier }) => tier === 'ideal')?.comparison;
    const outside = own.filter(({ tier }) => tier !== 'ideal').map(({ comparison }) => comparison);
    if (inside === undefined || outside.length === 0) return [];
    const rest = together(outside);
    const estimate = inside.difference.estimate - rest.estimate;
    const variance = inside.variance + rest.variance;
    if (rule.reading === 'any time') return [{ arm, difference: confidenceSequence(estimate, { ...rule, variance }) }];
    const half = normalQuantile(1 - rule.alpha / 2, 0, 1) * Math.sqrt(variance);
    return [{ arm, difference: { estimate, lower: estimate - half, upper: estimate + half } }];
  });
}

/** Tiers weighed by their accounts. */
function together(comparisons: readonly ArmComparison[]): { estimate: number; variance: number } {
  const accounts = comparisons.map((one) => one.accounts + one.otherAccounts);
  const all = accounts.reduce((sum, count) => sum + count, 0);
  let [estimate, variance] = [0, 0];
  for (const [i, one] of comparisons.entries()) {
    estimate += (accounts[i] / all) * one.difference.estimate;
    variance += (accounts[i] / all) ** 2 * one.variance;
  }
  return { estimate, variance };
}

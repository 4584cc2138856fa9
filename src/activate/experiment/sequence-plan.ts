import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { bestMixtureRatio } from '../../stats/confidence-sequence.js';

/**
 * The variance that the estimate must come down to for a confidence sequence to exclude zero with the given power, and the
 * mixture with which it is narrowest just there. Looking earlier costs nothing: the power is then reached sooner.
 * @param effect > 0. @param alpha of this comparison.
 */
export function sequencePlan({ effect, power, alpha }: { effect: number; power: number; alpha: number }): {
  readonly variance: number;
  readonly mixture: number;
} {
  const ratio = bestMixtureRatio(alpha);
  const variance = (effect / (Math.sqrt(1 + ratio) + normalQuantile(power, 0, 1))) ** 2;
  return { variance, mixture: ratio * variance };
}

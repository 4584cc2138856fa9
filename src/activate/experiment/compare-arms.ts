import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../../model/estimate.js';
import type { ReadingKind } from '../../model/experiment.js';
import { confidenceSequence } from '../../stats/confidence-sequence.js';
import { meanDifferenceInterval } from '../../stats/mean-difference-interval.js';
import { rateDifferenceInterval } from '../../stats/rate-difference-interval.js';
import { type SampleMoments, sampleMoments } from '../../stats/sample-moments.js';
import { adjustedDifference } from './adjusted-difference.js';
import type { ArmValues } from './arm-values.js';

/** How an arm is compared with the hold-out. */
export interface ComparisonRule {
  readonly isRate: boolean;
  readonly reading: ReadingKind;
  /** Of this comparison, two-sided. */
  readonly alpha: number;
  /** Of the confidence sequence, fixed when the experiment was planned; in the square of the metric's unit. */
  readonly mixture: number;
}

/** An arm beside the hold-out; the intervals hold with confidence 1 − alpha, at every look where reading is at any time. */
export interface ArmComparison {
  readonly accounts: number;
  readonly otherAccounts: number;
  /** Rate or mean amount. */
  readonly mean: number;
  readonly otherMean: number;
  readonly difference: Interval;
  /** mean / otherMean. */
  readonly ratio: Interval;
  /** The variance of the difference. */
  readonly variance: number;
  /** Whether the fit was taken out of the chance. */
  readonly isAdjusted: boolean;
  /** Enough accounts for the intervals to hold. */
  readonly isReadable: boolean;
}

/** Expected yeses and noes in each arm, from which on normal approximations carry. */
const leastOfAKind = 10;
const leastAmounts = 30;

export function compareArms(arm: ArmValues, other: ArmValues, rule: ComparisonRule): ArmComparison {
  const [own, out] = [sampleMoments(arm.values), sampleMoments(other.values)];
  const spread = (moments: SampleMoments) => (rule.isRate ? rateVariance(moments) : moments.variance / moments.count);
  const [ownVariance, outVariance] = [spread(own), spread(out)];
  const adjusted = arm.fit === null || other.fit === null ? null : adjustedDifference(arm, other);
  const variance = adjusted?.variance ?? ownVariance + outVariance;
  const estimate = adjusted?.estimate ?? own.mean - out.mean;
  const logVariance = ownVariance / own.mean ** 2 + outVariance / out.mean ** 2;
  return {
    accounts: own.count,
    otherAccounts: out.count,
    mean: own.mean,
    otherMean: out.mean,
    difference:
      rule.reading === 'any time' || adjusted !== null ? around(estimate, variance, rule) : once(own, out, rule),
    ratio: exponentials(
      around(Math.log(own.mean / out.mean), logVariance, { ...rule, mixture: rule.mixture / out.mean ** 2 }),
    ),
    variance,
    isAdjusted: adjusted !== null,
    isReadable: isReadable(arm.values, other.values, rule),
  };
}

/** One more of each kind, so that an arm without any does not seem certain. */
function rateVariance({ count, mean }: SampleMoments): number {
  const rate = (count * mean + 1) / (count + 2);
  return (rate * (1 - rate)) / count;
}

function around(estimate: number, variance: number, { reading, alpha, mixture }: ComparisonRule): Interval {
  if (Number.isNaN(estimate) || !Number.isFinite(variance))
    return { estimate, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  if (reading === 'any time') return confidenceSequence(estimate, { variance, mixture, alpha });
  const half = normalQuantile(1 - alpha / 2, 0, 1) * Math.sqrt(variance);
  return { estimate, lower: estimate - half, upper: estimate + half };
}

function once(own: SampleMoments, out: SampleMoments, { isRate, alpha }: ComparisonRule): Interval {
  const confidence = 1 - alpha;
  if (!isRate) return meanDifferenceInterval(own, out, { confidence });
  const counts = {
    positives: Math.round(own.mean * own.count) || 0,
    accounts: own.count,
    otherPositives: Math.round(out.mean * out.count) || 0,
    otherAccounts: out.count,
  };
  return rateDifferenceInterval(counts, { confidence });
}

function exponentials({ estimate, lower, upper }: Interval): Interval {
  return { estimate: Math.exp(estimate), lower: Math.exp(lower), upper: Math.exp(upper) };
}

function isReadable(values: Float64Array, others: Float64Array, { isRate }: ComparisonRule): boolean {
  const total = values.length + others.length;
  const smaller = Math.min(values.length, others.length);
  const above = values.filter((value) => value > 0).length + others.filter((value) => value > 0).length;
  const share = smaller / total;
  if (isRate) return share * above >= leastOfAKind && share * (total - above) >= leastOfAKind;
  return smaller >= leastAmounts && share * above >= leastOfAKind;
}

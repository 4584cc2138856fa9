import type { Interval } from '../../model/estimate.js';
import { type Tier, tiers } from '../../model/scorecard.js';
import { meanDifferenceInterval } from '../../stats/mean-difference-interval.js';
import { meanInterval } from '../../stats/mean-interval.js';
import { medianInterval } from '../../stats/median-interval.js';
import { type NpsCounts, npsDifference, npsInterval } from '../../stats/nps-interval.js';
import { rateDifferenceInterval } from '../../stats/rate-difference-interval.js';
import { sampleMoments } from '../../stats/sample-moments.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';

/** How a KPI is said: a share of accounts, a mean, a median, or the net promoter score. */
export const kpiKinds = ['rate', 'mean', 'median', 'nps'] as const;
export type KpiKind = (typeof kpiKinds)[number];

/** A KPI of every account; NaN where it is not known or has no sense. */
export interface KpiValues {
  readonly name: string;
  readonly kind: KpiKind;
  /** Which direction is good; null where neither is. */
  readonly good: 'higher' | 'lower' | null;
  readonly values: Float64Array;
}

export interface TierKpi {
  /** `all` stands for every tier. */
  readonly tier: Tier | 'all';
  readonly accounts: number;
  readonly value: Interval;
}

export interface AlignedKpi {
  readonly name: string;
  readonly kind: KpiKind;
  readonly good: KpiValues['good'];
  readonly byTier: readonly TierKpi[];
  /** Ideal less the rest; of medians ideal over the rest, by geometric means. Null where a side has too few accounts. */
  readonly difference: Interval | null;
  /** Whether the ideal tier does better, by the interval; null where it cannot be told. */
  readonly isBetter: boolean | null;
}

/** Groups smaller than this are not shown (M28). */
const leastAccounts = 11;

/** Each KPI by tier, and the ideal tier against the rest. @param tier of each account; null takes no part. */
export function measureAlignment(kpis: readonly KpiValues[], tier: readonly (Tier | null)[]): AlignedKpi[] {
  return kpis.map((kpi) => {
    const of = (isWanted: (one: Tier) => boolean) =>
      kpi.values.filter((value, row) => {
        const own = tier[row];
        return !Number.isNaN(value) && own !== null && isWanted(own);
      });
    const [inside, outside] = [of((one) => one === 'ideal'), of((one) => one !== 'ideal')];
    const isCompared = Math.min(inside.length, outside.length) >= leastAccounts;
    const difference = isCompared ? compare(inside, outside, kpi.kind) : null;
    const byTier = [...tiers, 'all' as const].flatMap((name): TierKpi[] => {
      const own = of((one) => name === 'all' || one === name);
      return own.length < leastAccounts ? [] : [{ tier: name, accounts: own.length, value: kpiOf(own, kpi.kind) }];
    });
    return { name: kpi.name, kind: kpi.kind, good: kpi.good, byTier, difference, isBetter: judge(difference, kpi) };
  });
}

function kpiOf(values: Float64Array, kind: KpiKind): Interval {
  switch (kind) {
    case 'rate':
      return wilsonInterval(sum(values), values.length);
    case 'mean':
      return meanInterval(sampleMoments(values));
    case 'median':
      return medianInterval(values);
    case 'nps':
      return npsInterval(npsCounts(values));
  }
}

function compare(own: Float64Array, other: Float64Array, kind: KpiKind): Interval {
  switch (kind) {
    case 'rate':
      return rateDifferenceInterval({
        positives: sum(own),
        accounts: own.length,
        otherPositives: sum(other),
        otherAccounts: other.length,
      });
    case 'mean':
      return meanDifferenceInterval(sampleMoments(own), sampleMoments(other));
    case 'median': {
      // A day more, so that what took none has a logarithm.
      const logs = [own, other].map((values) => sampleMoments(values.map((value) => Math.log1p(Math.max(0, value)))));
      const { estimate, lower, upper } = meanDifferenceInterval(logs[0], logs[1]);
      return { estimate: Math.exp(estimate), lower: Math.exp(lower), upper: Math.exp(upper) };
    }
    case 'nps':
      return npsDifference(npsCounts(own), npsCounts(other));
  }
}

function judge(difference: Interval | null, { kind, good }: KpiValues): boolean | null {
  if (difference === null || good === null) return null;
  const nothing = kind === 'median' ? 1 : 0;
  if (difference.lower > nothing) return good === 'higher';
  if (difference.upper < nothing) return good === 'lower';
  return null;
}

function npsCounts(values: Float64Array): NpsCounts {
  const promoters = values.filter((value) => value >= 9).length;
  const detractors = values.filter((value) => value <= 6).length;
  return { promoters, detractors, passives: values.length - promoters - detractors };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

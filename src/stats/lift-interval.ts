import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../model/estimate.js';
import { rateRatioInterval } from './rate-ratio-interval.js';

export interface LiftCounts {
  /** Positives and accounts of the subset. */
  readonly positives: number;
  readonly accounts: number;
  /** Positives and accounts of the whole, the subset included. */
  readonly totalPositives: number;
  readonly totalAccounts: number;
  /**
   * For the best `accounts` by score, a number decided beforehand: lift of the accounts just around the border. The
   * border, then, carries chance instead of the share.
   */
  readonly borderLift?: number;
}

/**
 * Lift: the rate in a subset over the rate of all accounts, with a 95 % interval.
 * The subset is part of the whole, so the two rates are not independent. The subset is compared with the rest instead
 * (score interval of the rate ratio), and lift = ratio / (share · ratio + 1 − share) carries the bounds over; the chance
 * in the share itself (or in the border of the best share) is added in quadrature on the log scale.
 * Nothing known (empty subset, no positives at all): `{ NaN, 0, Infinity }`. The subset is everything: exactly 1.
 */
export function liftInterval(counts: LiftCounts): Interval {
  const { positives, accounts, totalPositives, totalAccounts, borderLift } = counts;
  if (accounts <= 0 || totalPositives <= 0) return { estimate: Number.NaN, lower: 0, upper: Number.POSITIVE_INFINITY };
  if (accounts >= totalAccounts) return { estimate: 1, lower: 1, upper: 1 };
  const ratio = rateRatioInterval({
    positives,
    accounts,
    otherPositives: Math.max(totalPositives - positives, 0),
    otherAccounts: totalAccounts - accounts,
  });
  const share = accounts / totalAccounts;
  const [estimate, lower, upper] = [ratio.estimate, ratio.lower, ratio.upper].map((x) => liftOf(x, share));
  if (positives <= 0) return { estimate, lower, upper };
  const perShare =
    borderLift === undefined ? slopeOfSubset(ratio.estimate, share) : slopeOfBorder(estimate, { share, borderLift });
  const shareError = perShare * Math.sqrt((share * (1 - share)) / totalAccounts);
  const z = normalQuantile(0.975, 0, 1);
  const widen = (bound: number) => Math.hypot(Math.log(bound / estimate), z * shareError);
  return { estimate, lower: estimate * Math.exp(-widen(lower)), upper: estimate * Math.exp(widen(upper)) };
}

function liftOf(ratio: number, share: number): number {
  return ratio === Number.POSITIVE_INFINITY ? 1 / share : ratio / (share * ratio + 1 - share);
}

/** d log lift / d share of a subset that is counted, its two rates given. */
function slopeOfSubset(ratio: number, share: number): number {
  return ratio === Number.POSITIVE_INFINITY ? -1 / share : (1 - ratio) / (share * ratio + 1 - share);
}

/** The same for the best share: with one account more above a fixed score, the border moves by the rate found there. */
function slopeOfBorder(lift: number, { share, borderLift }: { share: number; borderLift: number }): number {
  return (lift * (1 - share * lift) - borderLift * (1 - share)) / (share * (1 - share) * lift);
}

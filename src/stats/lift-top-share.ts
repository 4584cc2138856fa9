import type { Interval } from '../model/estimate.js';
import { liftInterval } from './lift-interval.js';
import { tallyScores } from './score-tally.js';
import { countTopPositives } from './top-share.js';

/**
 * Lift of the best-scored `share` of accounts: their rate over the rate of all, with a 95 % interval. Ties at the border
 * are shared in proportion. The share is fixed; the two rates and the score at the border carry chance: see docs/methods/lift.md.
 * @param share of accounts, 0–1 exclusive; `designEffect` variance over that of independent accounts, 1 unless told: the
 * interval is that of so many times fewer accounts.
 */
export function liftTopShare(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  { share, designEffect = 1 }: { readonly share: number; readonly designEffect?: number },
): Interval {
  const tally = tallyScores(scores, labels);
  const reach = Math.min(0.05, share / 2, (1 - share) / 2);
  const around = countTopPositives(tally, share + reach) - countTopPositives(tally, share - reach);
  return liftInterval({
    positives: countTopPositives(tally, share) / designEffect,
    accounts: (share * tally.totalAccounts) / designEffect,
    totalPositives: tally.totalPositives / designEffect,
    totalAccounts: tally.totalAccounts / designEffect,
    borderLift: around / (2 * reach * tally.totalPositives),
  });
}

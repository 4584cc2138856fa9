import type { Interval } from '../model/estimate.js';
import { liftInterval } from './lift-interval.js';
import { tallyScores } from './score-tally.js';
import { countTopPositives } from './top-share.js';

/**
 * Lift of the best-scored `share` of accounts: their rate over the rate of all, with a 95 % interval. Ties at the border
 * are shared in proportion. The share is fixed, so only the two rates carry chance; see docs/methods/lift.md.
 * @param share of accounts, 0–1 exclusive.
 */
export function liftTopShare(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  { share }: { readonly share: number },
): Interval {
  const tally = tallyScores(scores, labels);
  return liftInterval({
    positives: countTopPositives(tally, share),
    accounts: share * tally.totalAccounts,
    totalPositives: tally.totalPositives,
    totalAccounts: tally.totalAccounts,
    hasFixedShare: true,
  });
}

import type { GainsPoint } from '../model/proof.js';
import { tallyScores } from './score-tally.js';
import { countTopPositives } from './top-share.js';

/**
 * The share of all positives found in the best 0, 10, … 100 % of accounts by score; ties are shared in proportion.
 * Without positives `captured` is NaN.
 */
export function gainsCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): GainsPoint[] {
  const tally = tallyScores(scores, labels);
  return Array.from({ length: 11 }, (_, tenth) => ({
    share: tenth / 10,
    captured: countTopPositives(tally, tenth / 10) / tally.totalPositives,
  }));
}

import { tallyScores } from './score-tally.js';

/** Accounts of neighbouring probabilities. */
export interface ProbabilityBin {
  readonly accounts: number;
  readonly positives: number;
  /** Sum of the probabilities: the positives to be expected. */
  readonly expected: number;
  /** Sum of p(1 − p): the variance of the positives if the probabilities are right. */
  readonly variance: number;
}

/**
 * Ten bins of (nearly) equal count, ascending by probability. Accounts of one probability stay together, in the bin
 * that holds the middle of their ranks, so the order of rows never matters; bins that stay empty are left out.
 */
export function binProbabilities(probabilities: ArrayLike<number>, labels: ArrayLike<number>): ProbabilityBin[] {
  const tally = tallyScores(probabilities, labels);
  const bins = Array.from({ length: 10 }, () => ({ accounts: 0, positives: 0, expected: 0, variance: 0 }));
  let below = 0;
  for (let i = 0; i < tally.scores.length; i++) {
    const [p, accounts] = [tally.scores[i], tally.accounts[i]];
    const bin = bins[Math.floor((10 * (below + accounts / 2)) / tally.totalAccounts)];
    bin.accounts += accounts;
    bin.positives += tally.positives[i];
    bin.expected += accounts * p;
    bin.variance += accounts * p * (1 - p);
    below += accounts;
  }
  return bins.filter(({ accounts }) => accounts > 0);
}

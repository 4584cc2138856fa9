import type { BrierParts } from '../model/proof.js';
import { poolAdjacent } from './pool-adjacent.js';
import { tallyScores } from './score-tally.js';

/**
 * The Brier score taken apart, exactly and without bins: miscalibration − discrimination + uncertainty. Probabilities are
 * recalibrated by the rising curve that fits best; what that gains is miscalibration, what it is better than the base rate
 * is discrimination, and uncertainty is the score of the base rate itself.
 * Source: T. Dimitriadis, T. Gneiting and A. Jordan, PNAS 118 (2021) e2016191118 (CORP).
 */
export function brierParts(probabilities: ArrayLike<number>, labels: ArrayLike<number>): BrierParts {
  const tally = tallyScores(probabilities, labels);
  const { accounts, positives, scores, totalAccounts, totalPositives } = tally;
  // From the highest probability down: the falling fit of that order is the rising fit of the other.
  const order = Array.from(scores, (_, i) => scores.length - 1 - i);
  const pools = poolAdjacent(order.map((i) => ({ weight: accounts[i], mean: positives[i] / accounts[i] })));
  let [given, recalibrated] = [0, 0];
  for (const { from, to, mean } of pools) {
    for (let at = from; at < to; at++) {
      const i = order[at];
      given += squares(scores[i], i);
      recalibrated += squares(mean, i);
    }
  }
  function squares(p: number, i: number): number {
    return positives[i] * (1 - p) ** 2 + (accounts[i] - positives[i]) * p ** 2;
  }
  const rate = totalPositives / totalAccounts;
  const uncertainty = rate * (1 - rate);
  return {
    miscalibration: (given - recalibrated) / totalAccounts,
    discrimination: uncertainty - recalibrated / totalAccounts,
    uncertainty,
  };
}

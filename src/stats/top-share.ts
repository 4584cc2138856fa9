import type { ScoreTally } from './score-tally.js';

/**
 * Positives among the best-scored `share` of accounts. Accounts tied at the border enter in proportion, as if every order
 * among them were tried, so the order of rows never matters.
 * @param share 0–1. @returns a count, possibly with a fraction.
 */
export function countTopPositives(tally: ScoreTally, share: number): number {
  let room = share * tally.totalAccounts;
  let positives = 0;
  for (let i = tally.scores.length - 1; i >= 0 && room > 0; i--) {
    const taken = Math.min(1, room / tally.accounts[i]);
    positives += taken * tally.positives[i];
    room -= tally.accounts[i];
  }
  return positives;
}

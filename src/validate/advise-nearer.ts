import type { Split } from '../model/proof.js';

/**
 * What brings claimed numbers nearer to what came. Of later accounts: those that resemble them; of accounts held out at
 * random, which resemble the others already, it is the card that misses what they have, or too few of them.
 * @param what is claimed: `outcomes`, `amounts`, `accounts`.
 */
export function adviseNearer({ method }: Pick<Split, 'method'>, what: 'outcomes' | 'amounts' | 'accounts'): string {
  return method === 'hash' || method === 'folds'
    ? 'Held-out accounts were like the others, so the card misses what they have: add accounts, or attributes that bear on the outcome, or allow a longer card (--card full).'
    : `Learn from ${what} closer in time and kind to the accounts that will be scored.`;
}

import { crudeLogOdds } from '../../learn/trait-evidence.js';
import type { Agreement } from '../../model/refound.js';

/** Accounts in parts: `of[row]` is 0 … count − 1, or −1 in none. */
export interface Parts {
  readonly by: string;
  readonly of: Int16Array;
  readonly count: number;
}

/** In how many parts the effect points as claimed, and whether it points clearly the other way in one. */
export interface PartsAgreement extends Agreement {
  readonly isOpposed: boolean;
}

/** Accounts with the trait and without it, and of each outcome, that a part must hold to tell. */
const leastAccounts = 11;
const leastOutcomes = 5;
/** z of the effect the other way; with the parts corrected for by Bonferroni it is one in twenty at ten parts. */
const clearly = 2.81;

/** Null where fewer than two parts are large enough. @param side 1 where the trait speaks for an account, −1 against it. */
export function agreeOverParts(
  has: Uint8Array,
  { labels, side, parts }: { readonly labels: Uint8Array; readonly side: 1 | -1; readonly parts: Parts },
): PartsAgreement | null {
  const cells = new Float64Array(4 * parts.count);
  for (let row = 0; row < labels.length; row++) {
    if (parts.of[row] >= 0) cells[4 * parts.of[row] + 2 * Number(has[row] === 1) + labels[row]]++;
  }
  let [same, of, opposed] = [0, 0, 0];
  for (let part = 0; part < parts.count; part++) {
    const [lostWithout, wonWithout, lostWith, wonWith] = cells.subarray(4 * part, 4 * part + 4);
    const [accounts, others] = [lostWith + wonWith, lostWithout + wonWithout];
    const [won, lost] = [wonWith + wonWithout, lostWith + lostWithout];
    if (Math.min(accounts, others) < leastAccounts || Math.min(won, lost) < leastOutcomes) continue;
    const logOdds = crudeLogOdds({
      accounts,
      positives: wonWith,
      totalPositives: won,
      totalAccounts: accounts + others,
    });
    const error = Math.sqrt([lostWithout, wonWithout, lostWith, wonWith].reduce((sum, n) => sum + 1 / (n + 0.5), 0));
    of++;
    if (side * logOdds > 0) same++;
    if (side * logOdds < -clearly * error) opposed++;
  }
  return of < 2 ? null : { same, of, by: parts.by, isOpposed: opposed > 0 };
}

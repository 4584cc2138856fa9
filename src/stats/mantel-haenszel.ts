import type { Interval } from '../model/estimate.js';

/** Of one stratum: accounts with the trait and those of them that had the outcome; the same without it. */
export interface TwoByTwo {
  readonly accounts: number;
  readonly positives: number;
  readonly otherAccounts: number;
  readonly otherPositives: number;
}

/** An odds ratio within strata: what remains of an effect among accounts of the same kind. */
export interface CommonOdds {
  readonly oddsRatio: Interval;
  /** Strata that hold both outcomes and both kinds of account, and the accounts in them: the others say nothing. */
  readonly strata: number;
  readonly accounts: number;
}

const z95 = 1.959964;

/**
 * The odds ratio common to all strata, with the 95 % interval of its logarithm. One stratum gives the plain odds ratio with
 * Woolf's interval. Null where no stratum says anything; 0 or infinite, with the interval open, where a cell is empty throughout.
 * Source: N. Mantel and W. Haenszel, JNCI 22 (1959) 719–748; variance: J. Robins, N. Breslow and S. Greenland,
 * Biometrics 42 (1986) 311–323.
 */
export function mantelHaenszel(strata: readonly TwoByTwo[]): CommonOdds | null {
  let [r, s, pr, psqr, qs, used, accounts] = [0, 0, 0, 0, 0, 0, 0];
  for (const one of strata) {
    const total = one.accounts + one.otherAccounts;
    const positives = one.positives + one.otherPositives;
    if (one.accounts === 0 || one.otherAccounts === 0 || positives === 0 || positives === total) continue;
    used++;
    accounts += total;
    const [a, d] = [one.positives, one.otherAccounts - one.otherPositives];
    const [b, c] = [one.accounts - one.positives, one.otherPositives];
    const own = { p: (a + d) / total, q: (b + c) / total, r: (a * d) / total, s: (b * c) / total };
    r += own.r;
    s += own.s;
    pr += own.p * own.r;
    psqr += own.p * own.s + own.q * own.r;
    qs += own.q * own.s;
  }
  if (used === 0) return null;
  const estimate = r / s;
  if (!(r > 0 && s > 0))
    return { oddsRatio: { estimate, lower: 0, upper: Number.POSITIVE_INFINITY }, strata: used, accounts };
  const error = Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
  const factor = Math.exp(z95 * error);
  return { oddsRatio: { estimate, lower: estimate / factor, upper: estimate * factor }, strata: used, accounts };
}

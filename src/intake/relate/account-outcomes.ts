import type { DealOutcome, DealOutcomes } from './deal-outcomes.js';

export interface AccountOutcomes<Outcome extends string> {
  /** Of each account; null where it has nothing to judge by. */
  readonly outcomes: readonly (Outcome | null)[];
  /** When it was decided, in ms: what was known before may be learnt from. NaN: not decided; -Infinity: nobody knows. */
  readonly decisionTime: Float64Array;
}

/**
 * What became of accounts by their deals: won with any deal won, decided when the first was; lost when all are lost,
 * decided when the last was; else open, or young while none of its open deals is old enough to say anything.
 * @param accountOf account of each deal, -1 unknown.
 */
export function accountDealOutcomes(
  { outcomes, decidedAt }: Pick<DealOutcomes, 'outcomes' | 'decidedAt'>,
  { accountOf, accountCount }: { accountOf: Int32Array; accountCount: number },
): AccountOutcomes<DealOutcome> {
  const rank = { won: 3, open: 2, young: 1, lost: 0 } as const;
  const found = new Array<DealOutcome | null>(accountCount).fill(null);
  const decisionTime = new Float64Array(accountCount).fill(Number.NaN);
  for (const [row, outcome] of outcomes.entries()) {
    const account = accountOf[row];
    if (outcome === null || account < 0) continue;
    const before = found[account];
    if (before !== null && rank[before] > rank[outcome]) continue;
    const isSame = before === outcome;
    found[account] = outcome;
    const moment = decidedAt[row];
    if (!isSame) decisionTime[account] = moment;
    else if (outcome === 'won') decisionTime[account] = Math.min(decisionTime[account], moment);
    else if (outcome === 'lost') decisionTime[account] = Math.max(decisionTime[account], moment);
  }
  return { outcomes: found, decisionTime };
}

import { AssayError } from '../errors.js';
import type { Interval } from '../model/estimate.js';
import { horizonText } from '../model/horizon-text.js';
import { expectedAmountOf, tidyAmount } from '../score/expected-amount.js';
import { type Explanation, explainAccount } from '../score/explain-account.js';
import { keptAfter, tidyShare } from '../score/kept-after.js';
import { type AccountsSource, sourceName } from './accounts-input.js';
import { readAccounts } from './read-accounts.js';
import type { ScoreOptions } from './score-file.js';
import { scoringCard } from './scoring-card.js';

export interface ExplainOptions extends ScoreOptions {
  /** The account's id, or its line where the file has no ids. */
  readonly account: string;
}

/** The explanation of one account; the probability is null where the profile does not claim any. */
export interface AccountExplanation extends Omit<Explanation, 'probability'> {
  readonly id: string;
  readonly probability: number | null;
  /** What such accounts come to on average, with its interval; absent where the profile claims no amounts. */
  readonly expected?: Interval;
  /** Share of such accounts that is kept after the horizon, with its interval; absent where the profile claims none. */
  readonly kept?: Interval;
  readonly keptAfter?: string;
  /** Points of one unit of the logarithm of the amount, or of the odds of staying, by which points are multiples; absent for yes and no. */
  readonly pointsPerUnit?: number;
  readonly isBelief: boolean;
  /** What the points of beliefs rest on; null where a scorecard was learnt. */
  readonly caveat: string | null;
  readonly notes: readonly string[];
}

/**
 * Takes the score of one account of a file or of a workspace apart.
 * @throws AssayError ACCOUNT_UNKNOWN when no account, or more than one, has this id.
 */
export async function explainFile(source: AccountsSource, options: ExplainOptions): Promise<AccountExplanation> {
  const { account } = options;
  const { card, claimsProbability, claimsAmount, claimsKept, isBelief, caveat } = scoringCard(options);
  const { raw, columns, idColumn, idOf, notes } = await readAccounts(source, { ...options, card });
  const rows = Array.from({ length: raw.rowCount }, (_, row) => row).filter((row) => idOf(row) === account);
  if (rows.length !== 1) {
    const what = idColumn === undefined ? 'line' : idColumn;
    const found = rows.length === 0 ? 'no account has' : `${rows.length} accounts have`;
    const some = Array.from({ length: Math.min(3, raw.rowCount) }, (_, row) => idOf(row)).join(', ');
    throw new AssayError('ACCOUNT_UNKNOWN', {
      detail: `${found} ${what} ${JSON.stringify(account)} in ${raw.source}.`,
      hint: `Give one ${what} of the file (the first are ${some}), or name the id column with --id.`,
      place: { file: sourceName(source) },
    });
  }
  const explanation = explainAccount(card, { columns, rowCount: raw.rowCount, row: rows[0] });
  const probability = claimsProbability ? explanation.probability : null;
  const kept = claimsKept ? keptAfter(card, explanation.points) : null;
  const amount = claimsAmount ? expectedAmountOf(card, explanation.points) : null;
  return {
    id: account,
    ...explanation,
    probability,
    ...(amount === null ? {} : { expected: tidyAmount(amount) }),
    ...(kept === null || card.time === undefined
      ? {}
      : { kept: tidyShare(kept), keptAfter: horizonText(card.time.horizon, options.profile.best.time?.period) }),
    ...(card.amount === undefined && card.time === undefined ? {} : { pointsPerUnit: 1 / card.calibration.slope }),
    isBelief,
    caveat,
    notes,
  };
}

import { readAmounts } from '../intake/read-amounts.js';
import type { AmountBaseline, AmountProof } from '../model/amount-proof.js';
import type { Criterion } from '../model/criterion.js';
import type { Profile } from '../model/profile.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Column, RawColumn } from '../model/table.js';
import { logOddsOf } from '../score/fit.js';
import { scoreTable } from '../score/score-table.js';
import type { AccountSplit } from '../validate/account-split.js';
import { measureAmountBaselines } from '../validate/amount/amount-baselines.js';
import { confirmAmounts } from '../validate/amount/confirm-amounts.js';
import { decideAmounts } from '../validate/amount/decide-amounts.js';
import { proveAmounts } from '../validate/amount/prove-amounts.js';
import type { Decision } from '../validate/decide-verdict.js';
import { codeAccounts } from './learn-part.js';

export interface JudgedAmounts {
  readonly decision: Decision;
  readonly amount: { readonly proof: AmountProof; readonly baselines: readonly AmountBaseline[] };
  readonly criteria: readonly Criterion[];
}

/** Judges a profile of amounts by amounts that came after it was learnt; the same measures and gates as at learning. */
export function validateAmounts(
  judged: { readonly columns: readonly Column[]; readonly rowCount: number; readonly labels: Uint8Array },
  of: {
    readonly profile: Profile;
    readonly card: Scorecard;
    /** The column of amounts, and the rows of the file that are judged. */
    readonly outcome: RawColumn;
    readonly rows: Int32Array;
    /** What is said of where the accounts come from, and folds of them for the baselines. */
    readonly description: string;
    readonly folds: AccountSplit;
  },
): JudgedAmounts {
  const { profile, card, rows } = of;
  const read = readAmounts(of.outcome);
  const amounts = Float64Array.from(rows, (row) => read.amounts[row]);
  const expected = Float64Array.from(scoreTable(card, judged), (points) => Math.exp(logOddsOf(card, points)));
  const split = { method: 'new', heldOutShare: 1, description: of.description } as const;
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  const proof = proveAmounts({ expected, amounts, mean: profile.amount?.mean ?? mean, split });
  const here = { accounts: proof.accounts, positives: proof.positives };
  const tooFew = decideAmounts({ proof: null, learned: here });
  const decision =
    here.accounts < 30
      ? tooFew
      : decideAmounts({ proof, learned: profile.learned.accounts > 0 ? profile.learned : here });
  const cap = profile.amount?.cap ?? Number.POSITIVE_INFINITY;
  return {
    decision,
    amount: { proof, baselines: measureAmountBaselines(codeAccounts(judged), { amounts, split: of.folds }) },
    criteria: profile.criteria.map((criterion) => ({
      ...criterion,
      status: confirmAmounts(criterion, {
        rounds: [{ criteria: profile.criteria, heldOut: { columns: judged.columns, amounts } }],
        cap,
      }),
    })),
  };
}

import type { AmountBaseline, AmountProof } from '../model/amount-proof.js';
import type { Criterion } from '../model/criterion.js';
import type { Column } from '../model/table.js';
import { logOddsOf } from '../score/fit.js';
import { scoreTable } from '../score/score-table.js';
import type { AccountSplit } from '../validate/account-split.js';
import { measureAmountBaselines } from '../validate/amount/amount-baselines.js';
import { proveAmounts } from '../validate/amount/prove-amounts.js';
import { listRounds } from '../validate/list-rounds.js';
import { type AmountData, learnAmountPart, takeAmounts } from './learn-amount-part.js';
import { codeAccounts } from './learn-part.js';
import type { ProgressOptions } from './progress.js';

/** What one round of holding out found without its held-out accounts, beside those accounts. */
export interface AmountRound {
  readonly criteria: readonly Criterion[];
  readonly heldOut: { readonly columns: readonly Column[]; readonly amounts: Float64Array };
}

/** What holding out has shown; the proof is null when nothing could be held out. */
export interface ProvenAmounts {
  readonly proof: AmountProof | null;
  readonly baselines: readonly AmountBaseline[];
  readonly rounds: readonly AmountRound[];
}

export const noAmountsProven: ProvenAmounts = { proof: null, baselines: [], rounds: [] };

/**
 * Learns as often as the split asks for, each time without the held-out accounts, and says what just those are expected to
 * come to. What different rounds expect is compared in the unit of the amounts.
 */
export function proveAmountLearning(
  data: AmountData,
  { split, onProgress }: { split: AccountSplit } & ProgressOptions,
): ProvenAmounts {
  const expected: number[] = [];
  const amounts: number[] = [];
  let means = 0;
  const listed = listRounds(split);
  const rounds = listed.map(({ learnt, heldOut }, i): AmountRound => {
    onProgress?.(listed.length > 1 ? `proving, fold ${i + 1} of ${listed.length}` : 'proving on held-out accounts');
    const own = takeAmounts(data, learnt);
    const { card, criteria } = learnAmountPart(own);
    means += own.amounts.reduce((sum, amount) => sum + amount, 0) / own.amounts.length;
    const judged = takeAmounts(data, heldOut);
    for (const points of scoreTable(card, judged)) expected.push(Math.exp(logOddsOf(card, points)));
    for (const amount of judged.amounts) amounts.push(amount);
    return { criteria, heldOut: judged };
  });
  if (amounts.length === 0) return noAmountsProven;
  const proof = proveAmounts({
    expected: Float64Array.from(expected),
    amounts: Float64Array.from(amounts),
    mean: means / rounds.length,
    split: split.split,
  });
  onProgress?.('measuring the baselines');
  return { proof, baselines: measureAmountBaselines(codeAccounts(data), { amounts: data.amounts, split }), rounds };
}

import type { Profile } from '../model/profile.js';
import type { Proof } from '../model/proof.js';
import { compileBeliefs } from '../profile/compile-beliefs.js';
import { scoreTable } from '../score/score-table.js';
import { auc } from '../stats/auc.js';
import type { AccountSplit } from '../validate/account-split.js';
import { listRounds } from '../validate/list-rounds.js';
import { type LearningData, takeData } from './learn-part.js';
import type { ProgressOptions } from './progress.js';
import { proveLearning } from './prove-learning.js';

/** With more accounts beliefs make no difference that is worth learning everything once more. */
const mostAccounts = 20_000;

/** What the beliefs contributed to a proof, as a sentence: they alone, and learning without them, on the same held-out accounts. */
export function creditBeliefs(
  data: LearningData,
  from: { beliefs: Profile; split: AccountSplit; proof: Proof } & ProgressOptions,
): string {
  const { beliefs, split, proof } = from;
  from.onProgress?.('proving without the beliefs');
  const { beliefs: _, ...plain } = data;
  const without = data.rowCount > mostAccounts ? null : proveLearning(plain, { split }).proof;
  const card = compileBeliefs(
    beliefs.criteria.filter(({ belief }) => belief !== undefined).map(asFirstHeld),
    beliefs.attributes,
  );
  const points: number[] = [];
  const labels: number[] = [];
  for (const { heldOut } of listRounds(split)) {
    const judged = takeData(data, heldOut);
    for (const value of scoreTable(card, judged)) points.push(value);
    for (const label of judged.labels) labels.push(label);
  }
  const alone = auc(Float64Array.from(points), Uint8Array.from(labels));
  const learnt = without === null ? '' : `, and ${without.auc.estimate.toFixed(3)} without the beliefs`;
  return `On the same held-out accounts the AUC is ${alone.toFixed(3)} by the beliefs alone, ${proof.auc.estimate.toFixed(3)} by outcomes and beliefs${learnt}.`;
}

function asFirstHeld(criterion: Profile['criteria'][number]): Profile['criteria'][number] {
  const { belief, ...rest } = criterion;
  if (belief === undefined) return rest;
  const { posterior: _, ...held } = belief;
  return { ...rest, belief: held };
}

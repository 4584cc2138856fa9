import type { Criterion } from '../model/criterion.js';
import type { Baseline, Proof, SplitMethod } from '../model/proof.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { logOddsOf } from '../score/fit.js';
import { scoreTable } from '../score/score-table.js';
import type { AccountSplit } from '../validate/account-split.js';
import { listRounds } from '../validate/list-rounds.js';
import { measureBaselines } from '../validate/measure-baselines.js';
import { proveScores } from '../validate/prove-scores.js';
import { codeAccounts, type LearningData, type LearntPart, learnPart, takeData } from './learn-part.js';
import { longerTells } from './longer-tells.js';
import type { ProgressOptions } from './progress.js';

/** What one round of holding out found without its held-out accounts, beside those accounts. */
export interface ProvenRound {
  readonly criteria: readonly Criterion[];
  readonly heldOut: { readonly columns: readonly Column[]; readonly labels: Uint8Array };
}

/** What holding out has shown; the proof is null when nothing could be held out. */
export interface Proven {
  readonly proof: Proof | null;
  readonly baselines: readonly Baseline[];
  readonly rounds: readonly ProvenRound[];
  /** Whether a longer card than was wished for told the accounts apart by cross-validation. */
  readonly longerTells?: boolean;
}

export const nothingProven: Proven = { proof: null, baselines: [], rounds: [] };

/**
 * Learns as often as the split asks for, each time without the held-out accounts, and scores just those. Scores of
 * different rounds come from different cards; they are compared as calibrated log-odds.
 * @param options `rounds`: what each round learns, where it has been learnt already.
 */
export function proveLearning(
  data: LearningData,
  {
    split,
    rounds: learntRounds,
    onProgress,
  }: { split: AccountSplit; rounds?: readonly LearntPart[] } & ProgressOptions,
): Proven {
  const logOdds: number[] = [];
  const judgedRows: number[] = [];
  const labels: number[] = [];
  const listed = listRounds(split);
  const cards: Scorecard[] = [];
  const rounds = listed.map(({ learnt, heldOut }, i): ProvenRound => {
    onProgress?.(listed.length > 1 ? `proving, fold ${i + 1} of ${listed.length}` : 'proving on held-out accounts');
    const { card, criteria } = learntRounds?.[i] ?? learnPart(takeData(data, learnt));
    cards.push(card);
    const judged = takeData(data, heldOut);
    for (const points of scoreTable(card, judged)) logOdds.push(logOddsOf(card, points));
    for (const row of heldOut) judgedRows.push(row);
    // Not spread: a quarter of a million arguments exhaust the stack.
    for (const label of judged.labels) labels.push(label);
    return { criteria, heldOut: judged };
  });
  if (labels.length === 0) return nothingProven;
  const points = Float64Array.from(logOdds);
  const probabilities = points.map((value) => 1 / (1 + Math.exp(-value)));
  const proof = proveScores({
    points,
    probabilities,
    labels: Uint8Array.from(labels),
    split: split.split,
    moments: momentsOf(judgedRows, { method: split.split.method, order: data.order }),
  });
  onProgress?.('measuring the baselines');
  const byRow = (values: Float64Array) => {
    const placed = new Float64Array(data.rowCount).fill(Number.NaN);
    for (const [i, row] of judgedRows.entries()) placed[row] = values[i];
    return placed;
  };
  const baselines = measureBaselines(codeAccounts(data), {
    labels: data.labels,
    split,
    columns: data.columns,
    ours: { points: byRow(points), probabilities: byRow(probabilities) },
  });
  return { proof, baselines, rounds, longerTells: longerTells(cards) };
}

/** Only later accounts fall into periods ahead; those of folds and hashes are of the time that was learnt from. */
function momentsOf(
  rows: readonly number[],
  { method, order }: { method: SplitMethod; order: Float64Array | null },
): ArrayLike<number> | null {
  if (method === 'order') return rows;
  return method === 'time' && order !== null ? Float64Array.from(rows, (row) => order[row]) : null;
}

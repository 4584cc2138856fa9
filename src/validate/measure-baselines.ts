import type { CodedTable } from '../learn/grid.js';
import type { Baseline } from '../model/proof.js';
import type { Column } from '../model/table.js';
import { aucInterval } from '../stats/auc-interval.js';
import { liftTopShare } from '../stats/lift-top-share.js';
import { logLoss } from '../stats/log-loss.js';
import type { AccountSplit } from './account-split.js';
import { compareScores } from './compare-scores.js';
import { designEffectOf } from './design-effect.js';
import { learnFrequencyScheme, predictFrequency } from './frequency-baseline.js';
import { listRounds } from './list-rounds.js';
import { learnLogistic, predictLogistic } from './logistic-baseline.js';
import { type ScoreInfluences, scoreInfluences } from './score-influences.js';
import { learnSingleAttribute, predictSingleAttribute } from './single-attribute-baseline.js';

export interface BaselineRequest {
  /** 1 for a positive, by row of the table. */
  readonly labels: Uint8Array;
  /** As {@link splitAccounts} made it. */
  readonly split: AccountSplit;
  /** The same accounts as they are, for the logistic regression; without them it is left out. */
  readonly columns?: readonly Column[];
  /** The scores that are compared, by row of the table; NaN where a row was not judged. */
  readonly ours?: { readonly points: Float64Array; readonly probabilities: Float64Array };
}

/**
 * What simpler means reach on the same held-out accounts, learnt on the same others: the base rate, the naive-Bayes
 * scheme of Odoo's lead scoring, the best single attribute, and plain logistic regression; each with how far our scores are
 * ahead of it. Empty when nothing is held out.
 */
export function measureBaselines(table: CodedTable, request: BaselineRequest): Baseline[] {
  const { labels, split, columns, ours } = request;
  const judged: number[] = [];
  const predicted = {
    base: [] as number[],
    frequency: [] as number[],
    single: [] as number[],
    logistic: [] as number[],
  };
  const chosen = new Map<string, number>();
  for (const { learnt, heldOut } of listRounds(split)) {
    const positives = learnt.reduce((sum, row) => sum + (labels[row] > 0 ? 1 : 0), 0);
    const few = { labels, rows: thin(learnt) };
    const single = learnSingleAttribute(table, few);
    const name = nameOf(table, single.grid);
    chosen.set(name, (chosen.get(name) ?? 0) + 1);
    const scheme = learnFrequencyScheme(table, { labels, rows: learnt });
    append(judged, heldOut);
    append(predicted.base, new Float64Array(heldOut.length).fill(positives / learnt.length));
    append(predicted.frequency, predictFrequency(scheme, { table, rows: heldOut }));
    append(predicted.single, predictSingleAttribute(single, { table, rows: heldOut }));
    if (columns) append(predicted.logistic, predictLogistic(learnLogistic(columns, few), heldOut));
  }
  if (judged.length === 0) return [];
  const [favourite] = [...chosen].sort((a, b) => b[1] - a[1])[0];
  const held = Uint8Array.from(judged, (row) => (labels[row] > 0 ? 1 : 0));
  const beside = ours === undefined ? null : besideOf(ours, { judged, held });
  const measured = { held, designEffect: designEffectOf(split.split), beside };
  const scored = (name: string, probabilities: number[]) =>
    measure(name, { ...measured, points: probabilities, probabilities });
  return [
    // The base rate ranks nobody: that it differs a little from fold to fold must not look like an order.
    measure('base rate', { ...measured, points: predicted.base.map(() => 0), probabilities: predicted.base }),
    scored("frequency scheme of Odoo's lead scoring", predicted.frequency),
    scored(`best single attribute (${favourite})`, predicted.single),
    ...(columns === undefined ? [] : [scored('plain logistic regression', predicted.logistic)]),
  ];
}

/** So many accounts tell which single attribute orders them best, and what the weights of a regression are. */
const enoughAccounts = 100_000;

function thin(rows: Int32Array): Int32Array {
  const stride = Math.max(1, Math.floor(rows.length / enoughAccounts));
  return stride === 1 ? rows : rows.filter((_, i) => i % stride === 0);
}

/** Not spread: a quarter of a million arguments exhaust the stack. */
function append(to: number[], values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) to.push(values[i]);
}

function besideOf(
  ours: NonNullable<BaselineRequest['ours']>,
  { judged, held }: { judged: readonly number[]; held: Uint8Array },
): ScoreInfluences {
  const pick = (of: Float64Array) => Float64Array.from(judged, (row) => of[row]);
  return scoreInfluences({ points: pick(ours.points), probabilities: pick(ours.probabilities), labels: held });
}

interface Measured {
  readonly points: readonly number[];
  readonly probabilities: readonly number[];
  readonly held: Uint8Array;
  readonly designEffect: number;
  readonly beside: ScoreInfluences | null;
}

function measure(name: string, on: Measured): Baseline {
  const { points, probabilities, held, designEffect, beside } = on;
  const positives = held.reduce((sum, label) => sum + label, 0);
  const isComparable = beside !== null && positives > 0 && positives < held.length;
  const theirs = { points, probabilities, labels: held };
  return {
    name,
    auc: aucInterval(points, held, on),
    liftTopFifth: liftTopShare(points, held, { share: 0.2, designEffect }),
    logLoss: logLoss(probabilities, held),
    ...(isComparable
      ? {
          ahead: compareScores([beside, scoreInfluences(theirs)], { accounts: held.length, positives, designEffect }),
        }
      : {}),
  };
}

function nameOf(table: CodedTable, index: number): string {
  const grid = table.grids[index];
  if (grid === undefined) return 'none';
  return grid.kind === 'member' ? `${grid.attribute} includes ${grid.member}` : grid.attribute;
}

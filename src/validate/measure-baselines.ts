import type { CodedTable } from '../learn/grid.js';
import type { Baseline } from '../model/proof.js';
import { aucInterval } from '../stats/auc-interval.js';
import { liftTopShare } from '../stats/lift-top-share.js';
import { logLoss } from '../stats/log-loss.js';
import type { AccountSplit } from './account-split.js';
import { designEffectOf } from './design-effect.js';
import { learnFrequencyScheme, predictFrequency } from './frequency-baseline.js';
import { listRounds } from './list-rounds.js';
import { learnSingleAttribute, predictSingleAttribute } from './single-attribute-baseline.js';

/**
 * What simpler means reach on the same held-out accounts, learnt on the same others: the base rate, the naive-Bayes
 * scheme of Odoo's lead scoring, and the best single attribute. Empty when nothing is held out.
 * @param labels 1 for a positive, by row of the table. @param split as {@link splitAccounts} made it.
 */
export function measureBaselines(
  table: CodedTable,
  { labels, split }: { readonly labels: Uint8Array; readonly split: AccountSplit },
): Baseline[] {
  const held: number[] = [];
  const predicted: [number[], number[], number[]] = [[], [], []];
  const chosen = new Map<string, number>();
  for (const { learnt, heldOut } of listRounds(split)) {
    const positives = learnt.reduce((sum, row) => sum + (labels[row] > 0 ? 1 : 0), 0);
    const single = learnSingleAttribute(table, { labels, rows: thin(learnt) });
    const name = nameOf(table, single.grid);
    chosen.set(name, (chosen.get(name) ?? 0) + 1);
    const frequency = predictFrequency(learnFrequencyScheme(table, { labels, rows: learnt }), { table, rows: heldOut });
    const alone = predictSingleAttribute(single, { table, rows: heldOut });
    heldOut.forEach((row, i) => {
      held.push(labels[row]);
      predicted[0].push(positives / learnt.length);
      predicted[1].push(frequency[i]);
      predicted[2].push(alone[i]);
    });
  }
  if (held.length === 0) return [];
  const [favourite] = [...chosen].sort((a, b) => b[1] - a[1])[0];
  const designEffect = designEffectOf(split.split);
  return [
    // The base rate ranks nobody: that it differs a little from fold to fold must not look like an order.
    measure('base rate', { points: held.map(() => 0), probabilities: predicted[0], held, designEffect }),
    measure("frequency scheme of Odoo's lead scoring", {
      points: predicted[1],
      probabilities: predicted[1],
      held,
      designEffect,
    }),
    measure(`best single attribute (${favourite})`, {
      points: predicted[2],
      probabilities: predicted[2],
      held,
      designEffect,
    }),
  ];
}

/** So many accounts tell which single attribute orders them best. */
const enoughAccounts = 100_000;

function thin(rows: Int32Array): Int32Array {
  const stride = Math.max(1, Math.floor(rows.length / enoughAccounts));
  return stride === 1 ? rows : rows.filter((_, i) => i % stride === 0);
}

function measure(
  name: string,
  on: { points: number[]; probabilities: number[]; held: number[]; designEffect: number },
): Baseline {
  return {
    name,
    auc: aucInterval(on.points, on.held, on),
    liftTopFifth: liftTopShare(on.points, on.held, { share: 0.2, designEffect: on.designEffect }),
    logLoss: logLoss(on.probabilities, on.held),
  };
}

function nameOf(table: CodedTable, index: number): string {
  const grid = table.grids[index];
  if (grid === undefined) return 'none';
  return grid.kind === 'member' ? `${grid.attribute} includes ${grid.member}` : grid.attribute;
}

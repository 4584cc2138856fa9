import { gaussianFamily } from '../../learn/amount/gaussian-family.js';
import { fitAdditive, termsOf } from '../../learn/fit-additive.js';
import type { CodedTable } from '../../learn/grid.js';
import type { AmountBaseline } from '../../model/amount-proof.js';
import { tweedieDeviance } from '../../stats/tweedie-deviance.js';
import type { AccountSplit } from '../account-split.js';
import { coarsenBins } from '../coarsen-bins.js';
import { designEffectOf } from '../design-effect.js';
import { listRounds } from '../list-rounds.js';
import { measureAmounts } from './measure-amounts.js';

/** Each bin is smoothed as if it had seen this many accounts of average amount. */
const priorAccounts = 10;

/**
 * What simpler means reach on the same held-out accounts, learnt on the same others: the mean, the best single attribute, and
 * a linear regression of log(1 + amount) on all bins, brought back by Duan's smearing (JASA 78 (1983) 605–610).
 */
export function measureAmountBaselines(
  table: CodedTable,
  { amounts, split }: { readonly amounts: Float64Array; readonly split: AccountSplit },
): AmountBaseline[] {
  const held: number[] = [];
  const expected: [number[], number[], number[]] = [[], [], []];
  const chosen = new Map<string, number>();
  for (const { learnt, heldOut } of listRounds(split)) {
    const mean = learnt.reduce((sum, row) => sum + amounts[row], 0) / learnt.length;
    const single = learnSingle(table, { amounts, rows: learnt, mean });
    chosen.set(single.name, (chosen.get(single.name) ?? 0) + 1);
    const regressed = regressLog(table, { amounts, rows: learnt });
    for (const row of heldOut) {
      held.push(amounts[row]);
      expected[0].push(mean);
      expected[1].push(single.expected(row));
      expected[2].push(regressed[row]);
    }
  }
  if (held.length === 0) return [];
  const amountsHeld = Float64Array.from(held);
  const of = {
    amounts: amountsHeld,
    mean: expected[0].reduce((sum, value) => sum + value, 0) / held.length,
    designEffect: designEffectOf(split.split),
  };
  const [favourite] = [...chosen].sort((a, b) => b[1] - a[1])[0];
  const measure = (name: string, values: readonly number[], points?: readonly number[]) => ({
    name,
    ...measureAmounts({ ...of, expected: Float64Array.from(values), ...(points === undefined ? {} : { points }) }),
  });
  return [
    // The mean ranks nobody: that it differs a little from fold to fold must not look like an order.
    measure(
      'mean amount',
      expected[0],
      held.map(() => 0),
    ),
    measure(`best single attribute (${favourite})`, expected[1]),
    measure('linear regression of the logarithm', expected[2]),
  ];
}

interface Single {
  readonly name: string;
  readonly expected: (row: number) => number;
}

/** The attribute whose smoothed means have the least deviance on the accounts that were learnt from. */
function learnSingle(
  table: CodedTable,
  { amounts, rows, mean }: { amounts: Float64Array; rows: Int32Array; mean: number },
): Single {
  const own = Float64Array.from(rows, (row) => amounts[row]);
  let best: Single & { deviance: number } = { name: 'none', expected: () => mean, deviance: Number.POSITIVE_INFINITY };
  table.grids.forEach((grid, g) => {
    const codes = table.codes[g];
    const counts = new Float64Array(grid.binCount + 2);
    for (const row of rows) counts[codes[row]]++;
    const { bins, count } = coarsenBins(grid, counts);
    const accounts = new Float64Array(count).fill(priorAccounts);
    const sums = new Float64Array(count).fill(priorAccounts * mean);
    for (const row of rows) {
      accounts[bins[codes[row]]]++;
      sums[bins[codes[row]]] += amounts[row];
    }
    const expected = (row: number) => Math.max(1e-9 * mean, sums[bins[codes[row]]] / accounts[bins[codes[row]]]);
    const deviance = tweedieDeviance(Float64Array.from(rows, expected), own);
    const name = grid.kind === 'member' ? `${grid.attribute} includes ${grid.member}` : grid.attribute;
    if (deviance < best.deviance) best = { name, expected, deviance };
  });
  return best;
}

/** Ridge regression of log(1 + amount) on the bins. @returns the expected amount of every row. */
function regressLog(table: CodedTable, { amounts, rows }: { amounts: Float64Array; rows: Int32Array }): Float64Array {
  const weights = new Float64Array(amounts.length);
  for (const row of rows) weights[row] = 1;
  const labels = amounts.map((amount) => Math.log1p(amount));
  const mean = rows.reduce((sum, row) => sum + labels[row], 0) / rows.length;
  const variance = rows.reduce((sum, row) => sum + (labels[row] - mean) ** 2, 0) / rows.length;
  const { logOdds: predicted } = fitAdditive(
    { terms: termsOf(table, null), labels },
    { family: gaussianFamily(Math.max(variance, 1e-9)), weights, precision: 1, keepPrecisions: true },
  );
  const smear = rows.reduce((sum, row) => sum + Math.exp(labels[row] - predicted[row]), 0) / rows.length;
  return predicted.map((value) => Math.max(1e-6, Math.exp(value) * smear - 1));
}

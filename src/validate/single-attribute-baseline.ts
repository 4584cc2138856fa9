import type { CodedTable } from '../learn/grid.js';
import { auc } from '../stats/auc.js';
import { coarsenBins } from './coarsen-bins.js';

/** The best single attribute: the smoothed rate of each of its codes. */
export interface SingleAttribute {
  /** Index into the table's grids; -1 when there is none. */
  readonly grid: number;
  readonly rates: Float64Array;
}

/** Each bin is smoothed as if it had seen this many accounts at the base rate. */
const priorAccounts = 10;

/**
 * The attribute whose binned rates order the learnt accounts best (AUC), numbers in deciles: what a person with one
 * pivot table could do. Ties go to the first attribute.
 * @param labels 1 for a positive, by row of the table. @param rows accounts to learn from.
 */
export function learnSingleAttribute(
  table: CodedTable,
  { labels, rows }: { readonly labels: ArrayLike<number>; readonly rows: ArrayLike<number> },
): SingleAttribute {
  const outcome = Uint8Array.from({ length: rows.length }, (_, i) => (labels[rows[i]] > 0 ? 1 : 0));
  const base = rows.length === 0 ? 0.5 : outcome.reduce((sum, label) => sum + label, 0) / rows.length;
  let best: SingleAttribute & { auc: number } = {
    grid: -1,
    rates: Float64Array.of(base),
    auc: Number.NEGATIVE_INFINITY,
  };
  const scores = new Float64Array(rows.length);
  table.grids.forEach((_, grid) => {
    const rates = rateBins(table, { grid, rows, outcome, base });
    const codes = table.codes[grid];
    for (let i = 0; i < scores.length; i++) scores[i] = rates[codes[rows[i]]];
    const value = auc(scores, outcome);
    if (value > best.auc) best = { grid, rates, auc: value };
  });
  return { grid: best.grid, rates: best.rates };
}

/** Smoothed rate of each account in `rows`. */
export function predictSingleAttribute(
  learnt: SingleAttribute,
  { table, rows }: { readonly table: CodedTable; readonly rows: ArrayLike<number> },
): Float64Array {
  const codes = table.codes[learnt.grid];
  return Float64Array.from({ length: rows.length }, (_, i) => learnt.rates[codes === undefined ? 0 : codes[rows[i]]]);
}

function rateBins(
  table: CodedTable,
  at: { grid: number; rows: ArrayLike<number>; outcome: Uint8Array; base: number },
): Float64Array {
  const grid = table.grids[at.grid];
  const codes = table.codes[at.grid];
  const counts = new Float64Array(grid.binCount + 2);
  for (let i = 0; i < at.rows.length; i++) counts[codes[at.rows[i]]]++;
  const { bins, count } = coarsenBins(grid, counts);
  const accounts = new Float64Array(count).fill(priorAccounts);
  const positives = new Float64Array(count).fill(priorAccounts * at.base);
  for (let i = 0; i < at.rows.length; i++) {
    accounts[bins[codes[at.rows[i]]]]++;
    positives[bins[codes[at.rows[i]]]] += at.outcome[i];
  }
  return Float64Array.from(bins, (bin) => positives[bin] / accounts[bin]);
}

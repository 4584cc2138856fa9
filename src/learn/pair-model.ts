import type { CellTable } from './cell-table.js';
import type { FullTerms, MainFit } from './fit-mains.js';
import { sharedPrecision } from './fit-mains.js';
import { type RankedPair, rankPairs } from './rank-pairs.js';
import { type Penalty, penaltyOf } from './term-block.js';

/** The coarse shapes of the additive part and the tables of some pairs as one regression on cells. */
export interface PairModel {
  readonly table: CellTable;
  readonly pairs: readonly RankedPair[];
  /** Where the cells of each coarse term and of each pair start. */
  readonly mainOffsets: readonly number[];
  readonly pairOffsets: readonly number[];
  /** The additive part alone. */
  readonly start: Float64Array;
}

/** Accounts times pairs: all pairs of few accounts are tried together, of many accounts those that stand out. */
const largestTable = 300_000;
const leastPairs = 30;

/**
 * Sets up the pairs that stand out beside the additive part; what is fine in its shapes is held.
 * @param rows the accounts to look at.
 */
export function pairModel(
  data: { readonly terms: FullTerms; readonly labels: Uint8Array },
  from: { readonly mains: MainFit; readonly rows: Int32Array },
): PairModel {
  const { labels } = data;
  const { coarse, joined } = data.terms;
  const { shared, final } = from.mains;
  const pairs = choosePairs(data, from);
  const width = coarse.length + pairs.length;
  const [mainOffsets, pairOffsets] = [[] as number[], [] as number[]];
  let size = 1;
  const cells = new Int32Array(labels.length * width);
  const start = [shared.intercept];
  const offset = final.logOdds.map((logOdds) => logOdds - shared.intercept);
  coarse.forEach(({ term: { codes, size: count } }, j) => {
    mainOffsets.push(size);
    const { values } = shared.terms[j];
    for (let i = 0; i < labels.length; i++) {
      cells[i * width + j] = size + codes[i];
      offset[i] -= values[codes[i]];
    }
    start.push(...values);
    size += count;
  });
  pairs.forEach(({ a, b }, q) => {
    pairOffsets.push(size);
    const [left, right] = [joined[a], joined[b]];
    const column = coarse.length + q;
    for (let i = 0; i < labels.length; i++) {
      cells[i * width + column] = size + left.codes[i] * right.size + right.codes[i];
    }
    size += left.size * right.size;
  });
  const values = new Float64Array(size);
  values.set(start);
  return { table: { cells, width, size, labels, offset }, pairs, mainOffsets, pairOffsets, start: values };
}

/** The prior of all cells: coarse shapes as in the additive part, plain squares for the cells of pairs. */
export function pairPrior(
  model: PairModel,
  { terms, precision }: { readonly terms: FullTerms; readonly precision: number },
): { penalty: Penalty; mean: Float64Array } {
  const { size } = model.table;
  const mean = new Float64Array(size);
  const diagonal = new Float64Array(size);
  const off = new Float64Array(size - 1);
  terms.coarse.forEach(({ term }, j) => {
    const penalty = penaltyOf(term);
    const at = model.mainOffsets[j];
    if (term.prior !== null) mean.set(term.prior.mean, at);
    for (let k = 0; k < term.size; k++) {
      diagonal[at + k] = sharedPrecision * penalty.diagonal[k] + (term.prior?.precision[k] ?? 0);
      if (k + 1 < term.size) off[at + k] = sharedPrecision * penalty.off[k];
    }
  });
  diagonal.fill(precision, model.pairOffsets[0] ?? size);
  return { penalty: { diagonal, off }, mean };
}

function choosePairs(
  { terms, labels }: { terms: FullTerms; labels: Uint8Array },
  { mains, rows }: { mains: MainFit; rows: Int32Array },
): RankedPair[] {
  const residual = new Float64Array(labels.length);
  const curvature = new Float64Array(labels.length);
  for (const i of rows) {
    const p = 1 / (1 + Math.exp(-mains.final.logOdds[i]));
    residual[i] = labels[i] - p;
    curvature[i] = p * (1 - p);
  }
  const ranked = rankPairs(terms.joined, { residual, curvature });
  const most = Math.max(leastPairs, Math.floor(largestTable / labels.length));
  return most >= ranked.length ? ranked : ranked.slice(0, most).filter(({ score }) => score > 0);
}

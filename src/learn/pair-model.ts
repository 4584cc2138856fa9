import type { Codes, Kernels } from '../kernels/kernels.js';
import type { CellTable } from './cell-table.js';
import { layOut } from './cross-hessian.js';
import type { FullTerms, MainFit } from './fit-mains.js';
import { sharedPrecision } from './fit-mains.js';
import type { JoinedCells } from './pair-cells.js';
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
  from: {
    readonly mains: MainFit;
    readonly rows: Int32Array;
    readonly kernels: Kernels;
  },
): PairModel {
  const { coarse, joined } = data.terms;
  const { shared } = from.mains;
  const pairs = choosePairs(data, from);
  const sizes = [...coarse.map(({ term }) => term.size), ...pairs.map(({ a, b }) => joined[a].size * joined[b].size)];
  const { offsets, size } = layOut(sizes.map((each) => ({ size: each })));
  const start = new Float64Array(size);
  start[0] = shared.intercept;
  shared.terms.forEach(({ values }, j) => {
    start.set(values, offsets[j]);
  });
  const shares = joined.map((cells) => sharesOf(cells, from.rows));
  const centred = pairs.map(({ a, b }, q) => ({
    from: offsets[coarse.length + q],
    rows: shares[a],
    columns: shares[b],
  }));
  const table = cellTable(data, { ...from, pairs, offsets, size, centred });
  const mainOffsets = offsets.slice(0, coarse.length);
  return { table, pairs, mainOffsets, pairOffsets: offsets.slice(coarse.length), start };
}

/** Other accounts in the cells of a model. */
export function cellsLike(
  model: PairModel,
  data: {
    readonly terms: FullTerms;
    readonly labels: Uint8Array;
    readonly mains: MainFit;
    readonly rows: Int32Array;
  },
): CellTable {
  return cellTable(data, { ...data, ...model.table, pairs: model.pairs });
}

function cellTable(
  { terms, labels }: { terms: FullTerms; labels: Uint8Array },
  from: {
    mains: MainFit;
    rows: Int32Array;
    pairs: readonly RankedPair[];
    offsets: readonly number[];
    size: number;
    centred: CellTable['centred'];
  },
): CellTable {
  const { rows, pairs, offsets, size, centred } = from;
  const { coarse, joined } = terms;
  const { shared, final } = from.mains;
  const count = rows.length;
  const offset = new Float64Array(count);
  const taken = new Uint8Array(count);
  for (let r = 0; r < count; r++) {
    offset[r] = final.logOdds[rows[r]] - shared.logOdds[rows[r]];
    taken[r] = labels[rows[r]];
  }
  const mains = coarse.map(({ term: { codes } }): Codes => {
    const column = codes.BYTES_PER_ELEMENT === 1 ? new Uint8Array(count) : new Uint16Array(count);
    for (let r = 0; r < count; r++) column[r] = codes[rows[r]];
    return column;
  });
  const tables = pairs.map(({ a, b }): Codes => {
    const [left, right, columns] = [joined[a].codes, joined[b].codes, joined[b].size];
    const column = new Uint8Array(count);
    for (let r = 0; r < count; r++) column[r] = left[rows[r]] * columns + right[rows[r]];
    return column;
  });
  return { codes: [...mains, ...tables], offsets, size, centred, labels: taken, offset };
}

/** The prior of all cells: coarse shapes as in the additive part, plain squares for what tables of pairs are centred from. */
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

function sharesOf({ codes, size }: JoinedCells, rows: Int32Array): Float64Array {
  const shares = new Float64Array(size);
  for (const row of rows) shares[codes[row]] += 1 / rows.length;
  return shares;
}

function choosePairs(
  { terms, labels }: { terms: FullTerms; labels: Uint8Array },
  { mains, rows, kernels }: { mains: MainFit; rows: Int32Array; kernels: Kernels },
): RankedPair[] {
  const residual = new Float64Array(labels.length);
  const curvature = new Float64Array(labels.length);
  for (const i of rows) {
    const p = 1 / (1 + Math.exp(-mains.final.logOdds[i]));
    residual[i] = labels[i] - p;
    curvature[i] = p * (1 - p);
  }
  const ranked = rankPairs(terms.joined, { residual, curvature, kernels });
  const most = Math.max(leastPairs, Math.floor(largestTable / labels.length));
  return most >= ranked.length ? ranked : ranked.slice(0, most).filter(({ score }) => score > 0);
}

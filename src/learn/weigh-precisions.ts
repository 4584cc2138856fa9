import type { Kernels } from '../kernels/kernels.js';
import type { CellTable } from './cell-table.js';
import { logOddsOf } from './fit-cells.js';
import { type FullTerms, fitMains, type MainFit } from './fit-mains.js';
import { fitTables } from './fit-tables.js';
import { gainsLeftOut } from './gains-left-out.js';
import { logisticLoss } from './logistic-loss.js';
import { cellsLike, type PairModel, pairModel } from './pair-model.js';

/** A precision of the cells of all pairs, and how much the tables that it gives count in the mean of tables. */
export interface WeighedPrecision {
  /** Infinite: no pairs. */
  readonly precision: number;
  readonly weight: number;
}

/** From a standard deviation of .1 log-odds to one of .32, the middle the likeliest before data. */
const precisions = [100, 30, 10];
const believed = { without: 8, with: [4, 4, 1] };
/** Up to so many accounts are left out one at a time: folds of fewer leave too much out. */
const fewAccounts = 400;
/** What counts less than this is left out. */
const leastWeight = 0.05;
/** A precision that is worse than the best by so many nats ends the search: weaker ones are worse yet. */
const hopeless = 3;

interface Trial {
  readonly model: PairModel;
  readonly heldOut: CellTable;
  /** Loss of the additive part. */
  readonly loss: number;
  /** Where the next precision starts. */
  free: Float64Array;
  /** Curvature of pairs of cells, where it is held. */
  cross: Float64Array | null;
}

/**
 * Weighs precisions of pairs, no pairs among them, by the likelihood of accounts that were held out in turn: mean tables are
 * surer than those of the one that happens to be best. The pairs are chosen anew without the held-out accounts.
 * @param data of a `mains` fit. @param deals folds of the accounts, each a partition into 0, 1 …; gains are the mean over deals.
 */
export function weighPrecisions(
  data: { readonly terms: FullTerms; readonly labels: Uint8Array },
  from: {
    readonly mains: MainFit;
    readonly deals: readonly Uint8Array[];
    /** Whether no two accounts belong together, so that each may be left out alone. */
    readonly isApart?: boolean;
    readonly kernels: Kernels;
  },
): WeighedPrecision[] {
  const isFew = from.isApart === true && data.labels.length <= fewAccounts;
  const tried = { mains: from.mains, precisions, until: hopeless };
  return weighGains([0, ...(isFew ? gainsLeftOut(data, tried) : gainsOfFolds(data, from))]);
}

/** Gain of each precision that is worth a try, in nats: the mean over deals. */
function gainsOfFolds(
  data: { readonly terms: FullTerms; readonly labels: Uint8Array },
  { mains, deals, kernels }: Parameters<typeof weighPrecisions>[1],
): number[] {
  const trials = deals.flatMap((folds) => {
    const foldCount = folds.reduce((most, fold) => Math.max(most, fold + 1), 0);
    return Array.from({ length: foldCount }, (_, fold) => startTrial(data, { mains, folds, fold, kernels }));
  });
  const gains: number[] = [];
  for (const precision of precisions) {
    let gain = 0;
    for (const trial of trials)
      gain += (trial.loss - lossWith(trial, { terms: data.terms, precision, kernels })) / deals.length;
    gains.push(gain);
    if (gain < Math.max(0, ...gains) - hopeless) break;
  }
  return gains;
}

/** Weights proportional to prior × likelihood. @param gains without pairs, then of each precision that was tried. */
function weighGains(gains: readonly number[]): WeighedPrecision[] {
  const best = Math.max(...gains);
  const weights = gains.map((gain, i) => Math.exp(gain - best) * (i === 0 ? believed.without : believed.with[i - 1]));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = weights.map((weight) => (weight < leastWeight * total ? 0 : weight));
  const rest = kept.reduce((sum, weight) => sum + weight, 0);
  return [Number.POSITIVE_INFINITY, ...precisions]
    .map((precision, i) => ({ precision, weight: (kept[i] ?? 0) / rest }))
    .filter(({ weight }) => weight > 0);
}

function startTrial(
  data: { readonly terms: FullTerms; readonly labels: Uint8Array },
  from: { mains: MainFit; folds: Uint8Array; fold: number; kernels: Kernels },
): Trial {
  const { mains, folds, fold, kernels } = from;
  const weights = Float64Array.from(folds, (other) => (other === fold ? 0 : 1));
  const [learnt, rows] = [rowsWhere(weights, 1), rowsWhere(weights, 0)];
  const like = { fit: mains, share: learnt.length / folds.length };
  const without = fitMains(data, { weights, like, kernels });
  const model = pairModel(data, { mains: without, rows: learnt, kernels });
  const heldOut = cellsLike(model, { ...data, mains: without, rows });
  const predictor = Float64Array.from(rows, (row) => without.final.logOdds[row]);
  const loss = logisticLoss({ labels: heldOut.labels, weights: null, predictor });
  return { model, heldOut, loss, free: model.start, cross: null };
}

function lossWith(
  trial: Trial,
  { terms, precision, kernels }: { terms: FullTerms; precision: number; kernels: Kernels },
): number {
  const { cross, free, values } = fitTables(trial.model, {
    terms,
    kernels,
    precision,
    start: trial.free,
    rounds: 1,
    cross: trial.cross,
  });
  trial.free = free;
  trial.cross = cross;
  const predictor = logOddsOf(trial.heldOut, { values, kernels });
  return logisticLoss({ labels: trial.heldOut.labels, weights: null, predictor });
}

function rowsWhere(weights: Float64Array, wanted: number): Int32Array {
  return Int32Array.from(weights.keys()).filter((row) => weights[row] === wanted);
}

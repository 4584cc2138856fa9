import type { Kernels } from '../kernels/kernels.js';
import { type CellFit, fitCells } from './fit-cells.js';
import type { FullTerms } from './fit-mains.js';
import { type PairModel, pairPrior } from './pair-model.js';

/** Degrees of freedom for which the shared precision of pairs stands beside what a pair's own cells say. */
const sharedDegrees = 2;
export interface TableFit extends CellFit {
  /** Of each pair. */
  readonly precisions: readonly number[];
}

/**
 * Coarse shapes and tables of pairs together. Every pair has its own precision, by Fellner–Schall updates that a Gamma
 * prior with the shared precision as its mean holds back: λ = (degrees + 2) / (Σ values² + 2 / shared).
 * @param options `precision` that the pairs share; `start` values; `rounds` in which each pair comes to
 * its own precision; `precisions` where each has one already; `cross`: of a fit of the same rows.
 */
export function fitTables(
  model: PairModel,
  options: {
    readonly terms: FullTerms;
    readonly kernels: Kernels;
    readonly precision: number;
    readonly start: Float64Array;
    readonly rounds: number;
    readonly precisions?: readonly number[] | null;
    readonly cross?: Float64Array | null;
  },
): TableFit {
  const { terms, kernels, precision } = options;
  const prior = pairPrior(model, { terms, precision });
  const precisions = model.pairs.map((_, q) => options.precisions?.[q] ?? precision);
  model.pairs.forEach((_, q) => {
    const to = model.pairOffsets[q + 1] ?? model.table.size;
    prior.penalty.diagonal.fill(precisions[q], model.pairOffsets[q], to);
  });
  let fit = fitCells(model.table, { kernels, ...prior, start: options.start, cross: options.cross ?? null });
  for (let round = 0; round < options.rounds; round++) {
    model.pairs.forEach(({ a, b }, q) => {
      const [left, right] = [terms.joined[a].size, terms.joined[b].size];
      const from = model.pairOffsets[q];
      const sums = sumsOf(fit, { from, to: from + left * right, precision: precisions[q] });
      // Shapes of the two attributes have taken what rows and columns of the table have in common.
      const degrees = sums.degrees * Math.max(0.3, 1 - (left + right - 1) / (left * right));
      precisions[q] = (degrees + sharedDegrees) / (sums.squares + sharedDegrees / precision);
      prior.penalty.diagonal.fill(precisions[q], from, from + left * right);
    });
    fit = fitCells(model.table, { kernels, ...prior, start: fit.free, cross: fit.cross });
  }
  return { ...fit, precisions };
}

function sumsOf(
  { free, hessian }: CellFit,
  { from, to, precision }: { from: number; to: number; precision: number },
): { degrees: number; squares: number } {
  let [degrees, squares] = [0, 0];
  for (let k = from; k < to; k++) {
    degrees += hessian[k] / (hessian[k] + precision);
    squares += free[k] ** 2;
  }
  return { degrees, squares };
}

import type { TermInput } from './additive-model.js';
import { binStarts } from './bin-starts.js';
import { joinCodes } from './join-codes.js';
import type { ShapePrior } from './term-block.js';

/** How freely chains may move in the first stage: in about so many cells, with this mean prior variance at precision 1. */
export interface Coarseness {
  readonly cells: number;
  readonly spread: number;
}

/** A term with its chain joined to few cells. */
export interface CoarseTerm {
  readonly term: TermInput;
  /** Coarse cell of each cell. */
  readonly cellOf: Uint8Array;
}

/**
 * Joins the chain of a term to about `cells` cells of about equal count; all other cells stay.
 * @returns the coarse term, the same where the chain is short enough.
 */
export function coarsenTerm(fine: TermInput, { cells, spread }: Coarseness): CoarseTerm {
  const term = { ...fine, spread };
  const { codes, size, ordered, prior } = term;
  const cellOf = new Uint8Array(size);
  const counts = new Float64Array(ordered);
  for (let i = 0; i < codes.length; i++) if (codes[i] < ordered) counts[codes[i]]++;
  const starts = new Set(binStarts(counts, cells));
  for (let cell = 1; cell < size; cell++)
    cellOf[cell] = cellOf[cell - 1] + (cell >= ordered || starts.has(cell) ? 1 : 0);
  const coarseSize = size === 0 ? 0 : cellOf[size - 1] + 1;
  if (coarseSize === size) return { term, cellOf };
  const coarse = {
    codes: joinCodes(codes, cellOf),
    size: coarseSize,
    ordered: coarseSize - (size - ordered),
    spread,
    prior: prior === null ? null : coarsenPrior(prior, { cellOf, size: coarseSize }),
  };
  return { term: coarse, cellOf };
}

/** Precisions add up; means are weighted by them, or plainly where nothing is believed. */
function coarsenPrior(prior: ShapePrior, to: { cellOf: Uint8Array; size: number }): ShapePrior {
  const mean = new Float64Array(to.size);
  const precision = new Float64Array(to.size);
  const weight = new Float64Array(to.size);
  to.cellOf.forEach((cell, k) => {
    precision[cell] += prior.precision[k];
    weight[cell] += prior.precision[k] + 1e-9;
    mean[cell] += (prior.precision[k] + 1e-9) * prior.mean[k];
  });
  return { mean: mean.map((value, cell) => value / weight[cell]), precision };
}

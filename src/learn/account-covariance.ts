import { invertSymmetric } from '../stats/invert-symmetric.js';
import { type FullTerms, type MainFit, sharedPrecision } from './fit-mains.js';
import type { JoinedCells } from './pair-cells.js';
import { penaltyOf, type ShapePrior, type TermStructure } from './term-block.js';

/** What the model says of any two accounts before it has seen an outcome. */
export interface AccountCovariance {
  /** Of the additive part, row-major over the accounts, the intercept's with it. */
  readonly mains: Float64Array;
  /** Of tables of all pairs at precision 1. */
  readonly pairs: Float64Array;
  /** Of the log-odds, from what is believed. */
  readonly mean: Float64Array;
}

/** Of the intercept, which is as good as free. */
const interceptVariance = 10;
/** A deviation that used fewer degrees of freedom is none. */
const leastDegrees = 0.02;

/**
 * The priors of the additive part, with the precisions that `mains` has come to, and of centred tables of all pairs, as
 * covariances of accounts. Those of tables are sums over pairs of products, so half of (Σ k)² − Σ k².
 */
export function accountCovariance(terms: FullTerms, mains: MainFit): AccountCovariance {
  const n = terms.fine[0]?.codes.length ?? 0;
  const covariance = new Float64Array(n * n).fill(interceptVariance);
  const mean = new Float64Array(n);
  terms.fine.forEach(({ codes, size }, j) => {
    const shape = new Float64Array(size * size);
    const stages = terms.finer === null ? [terms.coarse[j]] : [terms.coarse[j], terms.finer[j]];
    for (const { term, cellOf } of stages) {
      const known = covarianceOf(term, { precision: sharedPrecision, prior: term.prior });
      addSpread(shape, { known, size: term.size, cellOf, share: 1 / stages.length });
      for (let i = 0; i < n; i++) mean[i] += (term.prior?.mean[cellOf[codes[i]]] ?? 0) / stages.length;
    }
    const { degrees, precision } = mains.final.terms[j];
    if (degrees >= leastDegrees) {
      const known = covarianceOf(terms.fine[j], { precision, prior: null });
      for (let k = 0; k < shape.length; k++) shape[k] += known[k];
    }
    for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) covariance[i * n + k] += shape[codes[i] * size + codes[k]];
  });
  return { mains: covariance, pairs: covarianceOfPairs(terms.joined, n), mean };
}

function covarianceOf(
  term: TermStructure,
  { precision, prior }: { precision: number; prior: ShapePrior | null },
): Float64Array {
  const { size } = term;
  const { diagonal, off } = penaltyOf(term);
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    matrix[k * size + k] = precision * diagonal[k] + (prior?.precision[k] ?? 0);
    if (k + 1 === size) continue;
    matrix[k * size + k + 1] = precision * off[k];
    matrix[(k + 1) * size + k] = precision * off[k];
  }
  return invertSymmetric(matrix, size);
}

/** The covariance of coarse cells between the fine ones. */
function addSpread(
  into: Float64Array,
  from: { known: Float64Array; size: number; cellOf: Uint8Array; share: number },
): void {
  const { known, size, cellOf, share } = from;
  const width = cellOf.length;
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++) into[a * width + b] += share * known[cellOf[a] * size + cellOf[b]];
}

function covarianceOfPairs(joined: readonly JoinedCells[], n: number): Float64Array {
  const sum = new Float64Array(n * n);
  const squares = new Float64Array(n * n);
  for (const { codes, size } of joined) {
    if (size < 2) continue;
    const shares = new Float64Array(size);
    for (let i = 0; i < n; i++) shares[codes[i]] += 1 / n;
    const all = shares.reduce((total, share) => total + share ** 2, 0);
    const known = Float64Array.from({ length: size * size }, (_, k) => {
      const [a, b] = [Math.floor(k / size), k % size];
      return (a === b ? 1 : 0) - shares[a] - shares[b] + all;
    });
    for (let i = 0; i < n; i++) {
      const row = codes[i] * size;
      for (let k = 0; k < n; k++) {
        const value = known[row + codes[k]];
        sum[i * n + k] += value;
        squares[i * n + k] += value * value;
      }
    }
  }
  return sum.map((value, k) => (value * value - squares[k]) / 2);
}

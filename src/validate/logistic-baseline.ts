import type { Column } from '../model/table.js';
import { invertSymmetric } from '../stats/invert-symmetric.js';
import { designLogistic, eachDesigned, type LogisticDesign } from './logistic-design.js';

/** A plain logistic regression: log-odds = intercept + weights · numbers of the account. */
export interface LogisticRegression {
  readonly design: LogisticDesign;
  readonly intercept: number;
  readonly weights: Float64Array;
}

/** Half of this times the squared weights is added to the summed loss: scikit-learn's default, enough to keep separated classes finite. */
const ridge = 1;
const mostSteps = 50;
const tolerance = 1e-8;
const enoughToStart = 10_000;

/**
 * Plain logistic regression as a baseline: what anyone with a statistics package gets. Standardised numbers with an indicator of
 * missing ones, an indicator for each category and member; Newton's method, halving steps that do not help.
 * @param labels 1 for a positive, by row of the columns. @param rows accounts to learn from.
 */
export function learnLogistic(
  columns: readonly Column[],
  { labels, rows }: { readonly labels: ArrayLike<number>; readonly rows: ArrayLike<number> },
): LogisticRegression {
  const design = designLogistic(columns, rows);
  const held = storeRows(design, rows);
  const outcome = Uint8Array.from({ length: rows.length }, (_, i) => (labels[rows[i]] > 0 ? 1 : 0));
  const base = (outcome.reduce((sum, label) => sum + label, 0) + 0.5) / (rows.length + 1);
  // The last unknown is the intercept.
  const start = new Float64Array(design.size + 1);
  start[design.size] = Math.log(base / (1 - base));
  // A few of the accounts find nearly the same weights for a fraction of the work: all of them then need two or three steps.
  const stride = Math.max(1, Math.floor(rows.length / enoughToStart));
  const near = stride === 1 ? start : descend(held, { outcome, weights: start, stride });
  const weights = descend(held, { outcome, weights: near, stride: 1 });
  return { design, intercept: weights[design.size], weights: weights.slice(0, design.size) };
}

/** Newton's method from some weights, over every `stride`-th account. */
function descend(held: StoredRows, { outcome, weights: from, stride }: At): Float64Array {
  let weights = from;
  let loss = lossOf(held, { outcome, weights, stride });
  for (let step = 0; step < mostSteps; step++) {
    const direction = newtonStep(held, { outcome, weights, stride });
    const next = shorten(direction, { weights, loss, lossAt: (at) => lossOf(held, { outcome, weights: at, stride }) });
    if (next === null) break;
    const gain = loss - next.loss;
    ({ weights, loss } = next);
    if (gain <= tolerance * Math.max(1, loss)) break;
  }
  return weights;
}

/** Probability of each account in `rows`, of the columns that were learnt from. */
export function predictLogistic(
  { design, intercept, weights }: LogisticRegression,
  rows: ArrayLike<number>,
): Float64Array {
  const probabilities = new Float64Array(rows.length);
  eachDesigned(design, {
    rows,
    use: (i, { at, values }, length) => {
      let logit = intercept;
      for (let entry = 0; entry < length; entry++) logit += weights[at[entry]] * values[entry];
      probabilities[i] = 1 / (1 + Math.exp(-logit));
    },
  });
  return probabilities;
}

/** Accounts behind one another, each with a 1 for the intercept at its end. */
interface StoredRows {
  readonly size: number;
  readonly count: number;
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly values: Float64Array;
}

interface At {
  readonly outcome: Uint8Array;
  readonly weights: Float64Array;
  readonly stride: number;
}

function storeRows(design: LogisticDesign, rows: ArrayLike<number>): StoredRows {
  const starts = new Int32Array(rows.length + 1);
  eachDesigned(design, {
    rows,
    use: (i, _, length) => {
      starts[i + 1] = starts[i] + length + 1;
    },
  });
  const at = new Int32Array(starts[rows.length]);
  const values = new Float64Array(starts[rows.length]).fill(1);
  eachDesigned(design, {
    rows,
    use: (i, row, length) => {
      at.set(row.at.subarray(0, length), starts[i]);
      values.set(row.values.subarray(0, length), starts[i]);
      at[starts[i] + length] = design.size;
    },
  });
  return { size: design.size, count: rows.length, starts, at, values };
}

function logitOf({ starts, at, values }: StoredRows, row: number, weights: Float64Array): number {
  let logit = 0;
  for (let entry = starts[row]; entry < starts[row + 1]; entry++) logit += weights[at[entry]] * values[entry];
  return logit;
}

function lossOf(held: StoredRows, { outcome, weights, stride }: At): number {
  let loss = 0;
  for (let row = 0; row < held.count; row += stride) {
    const logit = logitOf(held, row, weights);
    loss += Math.max(logit, 0) - outcome[row] * logit + Math.log1p(Math.exp(-Math.abs(logit)));
  }
  for (let i = 0; i < held.size; i++) loss += (ridge / 2) * weights[i] ** 2;
  return loss;
}

/** Slope times the inverse of the curvature: where to go, in full. */
function newtonStep(held: StoredRows, { outcome, weights, stride }: At): Float64Array {
  const { size, starts, at, values } = held;
  const width = size + 1;
  const slope = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  for (let row = 0; row < held.count; row += stride) {
    const p = 1 / (1 + Math.exp(-logitOf(held, row, weights)));
    const weight = p * (1 - p);
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) {
      slope[at[entry]] += (p - outcome[row]) * values[entry];
      const part = weight * values[entry];
      const line = at[entry] * width;
      for (let other = starts[row]; other <= entry; other++) curvature[line + at[other]] += part * values[other];
    }
  }
  // Members of one set need not be in the order of their numbers, so both triangles hold parts of the sum.
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) {
      const both = curvature[i * width + j] + curvature[j * width + i];
      curvature[i * width + j] = both;
      curvature[j * width + i] = both;
    }
  }
  for (let i = 0; i < size; i++) {
    slope[i] += ridge * weights[i];
    curvature[i * width + i] += ridge;
  }
  const inverse = invertSymmetric(curvature, width);
  return slope.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += inverse[i * width + j] * slope[j];
    return sum;
  });
}

function shorten(
  direction: Float64Array,
  { weights, loss, lossAt }: { weights: Float64Array; loss: number; lossAt: (weights: Float64Array) => number },
): { weights: Float64Array; loss: number } | null {
  for (let length = 1; length > 1e-6; length /= 2) {
    const there = weights.map((weight, i) => weight - length * direction[i]);
    const found = lossAt(there);
    if (found < loss) return { weights: there, loss: found };
  }
  return null;
}

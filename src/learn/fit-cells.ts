import type { CellTable } from './cell-table.js';
import { crossCells } from './cross-cells.js';
import type { Penalty } from './term-block.js';
import { multiplyPenalty } from './term-block.js';

export interface CellFit {
  /** Log-odds of each cell, the intercept first. */
  readonly values: Float64Array;
  /** Curvature of the log-likelihood in each cell. */
  readonly hessian: Float64Array;
  /** Penalised log-loss in nats. */
  readonly loss: number;
  /** Curvature of every pair of cells, where it was held. */
  readonly cross: Float64Array | null;
}

const mostRounds = 15;
/** A round that gains less than this share of the loss is the last. */
const smallestGain = 2e-5;
const mostDirections = 25;
/** The step need not be better than the approximation that it solves. */
const tolerance = 3e-2;

/**
 * Penalised logistic regression on many overlapping cells: Newton rounds with step halving, each solved by conjugate
 * gradients that go over the accounts or, where cells are few beside them, over the curvature of every pair of cells.
 * @param table the accounts. @param options `rows`: those to learn from; `penalty` of what is away from `mean`; `start`
 * values; `cross` of a fit of the same rows whose values were near.
 */
export function fitCells(
  table: CellTable,
  options: {
    readonly rows: Int32Array;
    readonly penalty: Penalty;
    readonly mean: Float64Array;
    readonly start: Float64Array;
    readonly cross?: Float64Array | null;
  },
): CellFit {
  const { rows, penalty, mean } = options;
  const { cells, width, size, labels } = table;
  const values = Float64Array.from(options.start);
  const curvature = new Float64Array(rows.length);
  const diagonal = new Float64Array(size);
  const hessian = new Float64Array(size);
  let logOdds = logOddsOf(table, { rows, values });
  let loss = lossOf(table, { rows, logOdds, values, penalty, mean });
  // Going over the accounts reads and writes here and there, which costs about three times as much a number.
  const isHeld = size * size <= 3 * rows.length * width;
  let cross = options.cross ?? null;
  let lastGain = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    const right = multiplyPenalty(penalty, away(values, mean)).map((pull) => -pull);
    hessian.fill(0);
    for (let r = 0; r < rows.length; r++) {
      const p = 1 / (1 + Math.exp(-logOdds[r]));
      const gradient = labels[rows[r]] - p;
      const weight = p * (1 - p);
      curvature[r] = weight;
      right[0] += gradient;
      hessian[0] += weight;
      const from = rows[r] * width;
      for (let at = from; at < from + width; at++) {
        right[cells[at]] += gradient;
        hessian[cells[at]] += weight;
      }
    }
    for (let k = 0; k < size; k++) diagonal[k] = hessian[k] + penalty.diagonal[k] + 1e-9;
    if (isHeld) cross ??= crossCells(table, { rows, curvature });
    const step = solveStep(table, { rows, penalty, curvature, cross, diagonal, right });
    const before = loss;
    let share = 1;
    for (; share > 1e-3; share /= 2) {
      const tried = values.map((value, k) => value + share * step[k]);
      const triedLogOdds = logOddsOf(table, { rows, values: tried });
      const triedLoss = lossOf(table, { rows, logOdds: triedLogOdds, values: tried, penalty, mean });
      if (triedLoss > loss) continue;
      values.set(tried);
      logOdds = triedLogOdds;
      loss = triedLoss;
      break;
    }
    const gain = before - loss;
    if (gain < smallestGain * before) break;
    // Curvature of an earlier round has served when a round gains little less than the one before.
    if (gain > 0.3 * lastGain) cross = null;
    lastGain = gain;
  }
  return { values, hessian, loss, cross };
}

/** Log-odds of some accounts under these values. */
export function logOddsOf(
  { cells, width, offset }: CellTable,
  { rows, values }: { rows: Int32Array; values: Float64Array },
): Float64Array {
  const logOdds = new Float64Array(rows.length);
  for (let r = 0; r < rows.length; r++) {
    let sum = values[0] + offset[rows[r]];
    const from = rows[r] * width;
    for (let at = from; at < from + width; at++) sum += values[cells[at]];
    logOdds[r] = sum;
  }
  return logOdds;
}

/** Sum of the log-loss in nats of some accounts. */
export function lossOfRows(labels: Uint8Array, { rows, logOdds }: { rows: Int32Array; logOdds: Float64Array }): number {
  let loss = 0;
  for (let r = 0; r < rows.length; r++) {
    const x = labels[rows[r]] === 1 ? -logOdds[r] : logOdds[r];
    loss += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
  return loss;
}

function lossOf(
  { labels }: CellTable,
  at: { rows: Int32Array; logOdds: Float64Array; values: Float64Array; penalty: Penalty; mean: Float64Array },
): number {
  const distance = away(at.values, at.mean);
  return lossOfRows(labels, at) + 0.5 * dot(distance, multiplyPenalty(at.penalty, distance));
}

function away(values: Float64Array, mean: Float64Array): Float64Array {
  return values.map((value, k) => value - mean[k]);
}

interface Curved {
  readonly rows: Int32Array;
  readonly penalty: Penalty;
  readonly curvature: Float64Array;
  readonly cross: Float64Array | null;
}

function solveStep(
  table: CellTable,
  at: Curved & { readonly diagonal: Float64Array; readonly right: Float64Array },
): Float64Array {
  const { size } = table;
  const { diagonal, right: residual } = at;
  const step = new Float64Array(size);
  const direction = residual.map((value, k) => value / diagonal[k]);
  let product = dot(residual, direction);
  const enough = product * tolerance ** 2;
  for (let round = 0; round < mostDirections && product > enough; round++) {
    const image = multiply(table, { ...at, direction });
    const length = product / dot(direction, image);
    let next = 0;
    for (let k = 0; k < size; k++) {
      step[k] += length * direction[k];
      residual[k] -= length * image[k];
      next += residual[k] ** 2 / diagonal[k];
    }
    const keep = next / product;
    for (let k = 0; k < size; k++) direction[k] = residual[k] / diagonal[k] + keep * direction[k];
    product = next;
  }
  return step;
}

/** The penalised curvature times a direction. */
function multiply({ cells, width }: CellTable, at: Curved & { readonly direction: Float64Array }): Float64Array {
  const { rows, curvature, cross, direction } = at;
  const image = multiplyPenalty(at.penalty, direction);
  if (cross !== null) {
    addProduct(image, { matrix: cross, direction });
    return image;
  }
  for (let r = 0; r < rows.length; r++) {
    let sum = direction[0];
    const from = rows[r] * width;
    const to = from + width;
    for (let k = from; k < to; k++) sum += direction[cells[k]];
    sum *= curvature[r];
    image[0] += sum;
    for (let k = from; k < to; k++) image[cells[k]] += sum;
  }
  return image;
}

/** Four sums at a time do not wait for one another. */
function addProduct(
  into: Float64Array,
  { matrix, direction }: { matrix: Float64Array; direction: Float64Array },
): void {
  const size = into.length;
  for (let a = 0; a < size; a++) {
    const row = a * size;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    let b = 0;
    for (; b + 4 <= size; b += 4) {
      s0 += matrix[row + b] * direction[b];
      s1 += matrix[row + b + 1] * direction[b + 1];
      s2 += matrix[row + b + 2] * direction[b + 2];
      s3 += matrix[row + b + 3] * direction[b + 3];
    }
    for (; b < size; b++) s0 += matrix[row + b] * direction[b];
    into[a] += s0 + s1 + (s2 + s3);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let result = 0;
  for (let k = 0; k < a.length; k++) result += a[k] * b[k];
  return result;
}

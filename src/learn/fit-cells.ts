import type { Kernels } from '../kernels/kernels.js';
import type { CellTable } from './cell-table.js';
import { centreCells, centreSums } from './centre-cells.js';
import { crossCells } from './cross-cells.js';
import { isLastRound } from './is-last-round.js';
import { logisticLoss } from './logistic-loss.js';
import { solveStep } from './solve-step.js';
import { multiplyPenalty, type Penalty } from './term-block.js';

export interface CellFit {
  /** Log-odds of each cell, the intercept first. */
  readonly values: Float64Array;
  /** What they are centred from, on which the penalty lies. */
  readonly free: Float64Array;
  /** Curvature of the log-likelihood in each cell. */
  readonly hessian: Float64Array;
  /** Penalised log-loss in nats. */
  readonly loss: number;
  /** Curvature of every pair of cells, where it was held. */
  readonly cross: Float64Array | null;
}

const mostRounds = 15;
/** A round after which less than this share of the loss is to be gained is the last. */
const smallestGain = 2e-5;
/** The step need not be better than the approximation that it solves. */
const solving = { tolerance: 3e-2, mostDirections: 25 };

/**
 * Penalised logistic regression on many overlapping cells: Newton rounds with step halving, each solved by conjugate
 * gradients that go over the accounts or, where cells are few beside them, over the curvature of every pair of cells.
 * @param table the accounts to learn from. @param options `penalty` of the free numbers away from `mean`, and their `start`;
 * `cross` of a fit of the same accounts whose values were near.
 */
export function fitCells(
  table: CellTable,
  options: {
    readonly kernels: Kernels;
    readonly penalty: Penalty;
    readonly mean: Float64Array;
    readonly start: Float64Array;
    readonly cross?: Float64Array | null;
  },
): CellFit {
  return options.kernels.scratch(() => fitHeld({ ...table, codes: table.codes.map(options.kernels.hold) }, options));
}

function fitHeld(table: CellTable, options: Parameters<typeof fitCells>[1]): CellFit {
  const { kernels, penalty, mean } = options;
  const { size, labels, centred } = table;
  const rowCount = labels.length;
  const [residual, curvature, logOdds] = [0, 1, 2].map(() => kernels.doubles(rowCount));
  const [right, hessian, free, tried, spread] = [0, 1, 2, 3, 4].map(() => kernels.doubles(size));
  free.set(options.start);
  const lossAt = (at: Float64Array) => {
    spread.set(at);
    setLogOdds(logOdds, { table, values: centreCells(spread, centred), kernels });
    const distance = at.map((value, k) => value - mean[k]);
    return (
      logisticLoss({ labels, weights: null, predictor: logOdds }) +
      0.5 * dot(distance, multiplyPenalty(penalty, distance))
    );
  };
  let loss = lossAt(free);
  // Going over the accounts reads and writes here and there, which costs about three times as much a number.
  const isHeld = size * size <= 3 * rowCount * table.codes.length;
  let cross = options.cross ?? null;
  const held = isHeld ? kernels.doubles(size * size) : null;
  if (held !== null && cross !== null) held.set(cross);
  let lastGain: number | null = null;
  for (let round = 0; round < mostRounds; round++) {
    differentiate(table, { logOdds, residual, curvature });
    sumUp(right.fill(0), { table, values: residual, kernels });
    sumUp(hessian.fill(0), { table, values: curvature, kernels });
    centreSums(right, centred);
    const pull = multiplyPenalty(
      penalty,
      free.map((value, k) => value - mean[k]),
    );
    for (let k = 0; k < size; k++) right[k] -= pull[k];
    if (held !== null && cross === null) {
      crossCells(held, { table, curvature, kernels });
      cross = held;
    }
    const product =
      held === null
        ? productOverAccounts(table, { curvature, kernels })
        : (into: Float64Array, x: Float64Array) => kernels.multiplySymmetric(into, { matrix: held, x });
    const addProduct = centredProduct(product, { centred, size, kernels });
    const step = solveStep(right, { addProduct, mass: hessian, penalty, kernels, ...solving });
    const before = loss;
    for (let share = 1; share > 1e-3; share /= 2) {
      for (let k = 0; k < size; k++) tried[k] = free[k] + share * step[k];
      const triedLoss = lossAt(tried);
      if (triedLoss > before) continue;
      free.set(tried);
      loss = triedLoss;
      break;
    }
    const gain = before - loss;
    if (isLastRound({ gain, lastGain, enough: smallestGain * before })) break;
    // Curvature of an earlier round has served when a round gains little less than the one before.
    if (lastGain !== null && gain > 0.3 * lastGain) cross = null;
    lastGain = gain;
  }
  const ownCross = cross === held && held !== null ? held.slice() : cross;
  return {
    values: centreCells(Float64Array.from(free), centred),
    free: Float64Array.from(free),
    hessian: Float64Array.from(hessian),
    loss,
    cross: ownCross,
  };
}

/** Log-odds of all accounts of a table under these values. */
export function logOddsOf(table: CellTable, at: { values: Float64Array; kernels: Kernels }): Float64Array {
  const logOdds = new Float64Array(table.labels.length);
  setLogOdds(logOdds, { table, ...at });
  return logOdds;
}

function setLogOdds(
  into: Float64Array,
  { table, values, kernels }: { table: CellTable; values: Float64Array; kernels: Kernels },
): void {
  for (let i = 0; i < into.length; i++) into[i] = table.offset[i] + values[0];
  kernels.addSteps(into, { ...table, steps: values });
}

function differentiate(
  { labels }: CellTable,
  at: { logOdds: Float64Array; residual: Float64Array; curvature: Float64Array },
): void {
  const { logOdds, residual, curvature } = at;
  for (let i = 0; i < labels.length; i++) {
    const p = 1 / (1 + Math.exp(-logOdds[i]));
    residual[i] = labels[i] - p;
    curvature[i] = p * (1 - p);
  }
}

/** Adds the values of the accounts to each of their cells, the intercept among them. */
function sumUp(
  into: Float64Array,
  { table, values, kernels }: { table: CellTable; values: Float64Array; kernels: Kernels },
): void {
  let all = 0;
  for (let i = 0; i < values.length; i++) all += values[i];
  into[0] += all;
  kernels.addSums(into, { ...table, values });
}

function productOverAccounts(
  table: CellTable,
  { curvature, kernels }: { curvature: Float64Array; kernels: Kernels },
): (into: Float64Array, x: Float64Array) => void {
  const moves = kernels.doubles(curvature.length);
  return (into, x) => {
    moves.fill(x[0]);
    kernels.addSteps(moves, { ...table, steps: x });
    for (let i = 0; i < moves.length; i++) moves[i] *= curvature[i];
    sumUp(into, { table, values: moves, kernels });
  };
}

/** The same product for the free numbers that cells are centred from. */
function centredProduct(
  addProduct: (into: Float64Array, x: Float64Array) => void,
  { centred, size, kernels }: Pick<CellTable, 'centred' | 'size'> & { kernels: Kernels },
): (into: Float64Array, x: Float64Array) => void {
  const [spread, image] = [kernels.doubles(size), kernels.doubles(size)];
  return (into, x) => {
    spread.set(x);
    addProduct(image.fill(0), centreCells(spread, centred));
    centreSums(image, centred);
    for (let k = 0; k < size; k++) into[k] += image[k];
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let result = 0;
  for (let k = 0; k < a.length; k++) result += a[k] * b[k];
  return result;
}

import type { FittedTerm } from './additive-model.js';
import type { AttributeGrid } from './grid.js';
import { partitionShape } from './partition-shape.js';
import { unimodalShape } from './unimodal-shape.js';

/** Cells of one term gathered into levels: `levelOf[cell]`, -1 where no account was seen. */
export interface DraftTerm {
  /** Position of the attribute among the grids. */
  readonly index: number;
  readonly levelOf: Int16Array;
  readonly levelCount: number;
  /** For ordered cells: the first and last cell of each level; null for levels that stand outside the order. */
  readonly ranges: readonly (readonly [number, number] | null)[];
}

/** Runs of one attribute before the card is shortened. */
const maxRuns = 16;
/** Attributes that a long card may look at; the weakest beyond are left out before the joint fit. */
const maxTerms = 40;
/** What a boundary costs, and per digit of its cut, in units of twice the log-likelihood: readable numbers win ties. */
const smallestCost = 0.05;
const costPerDigit = 0.1;
/** A term whose weighted sum of squares is below this says next to nothing. */
const smallestSum = 0.1;
/** A shape turns at most once unless that loses more than this, in the same units. */
const mostLost = 20;

/**
 * A long card: each shape cut into a few levels by exact dynamic programming, error weighted by the Hessian.
 * Attributes that say nothing are left out.
 */
export function draftCard(grids: readonly AttributeGrid[], terms: readonly FittedTerm[]): DraftTerm[] {
  return terms
    .map((term, index) => ({ index, sum: weightedSumOfSquares(term) }))
    .filter(({ sum }) => sum > smallestSum)
    .sort((a, b) => b.sum - a.sum || a.index - b.index)
    .slice(0, maxTerms)
    .sort((a, b) => a.index - b.index)
    .map(({ index }) => draftTerm(grids[index], readable(terms[index]), index))
    .filter(({ levelCount }) => levelCount > 1);
}

function weightedSumOfSquares({ values, hessian }: FittedTerm): number {
  const mass = hessian.reduce((sum, h) => sum + h, 0);
  if (mass === 0) return 0;
  const mean = values.reduce((sum, value, k) => sum + value * hessian[k], 0) / mass;
  return values.reduce((sum, value, k) => sum + hessian[k] * (value - mean) ** 2, 0);
}

/** Chains that turn at most once, unless the data insist, and as wished where something is wished; the rest as it is. */
function readable(term: FittedTerm): FittedTerm {
  // A shape that was wished is there already.
  if (term.shape !== undefined) return term;
  const [chain, weights] = [term.values, term.hessian].map((part) => part.subarray(0, term.ordered));
  const turned = unimodalShape(chain, weights);
  const lost = chain.reduce((sum, value, k) => sum + weights[k] * (value - turned[k]) ** 2, 0);
  if (lost > mostLost) return term;
  const values = Float64Array.from(term.values);
  values.set(turned);
  return { ...term, values };
}

function draftTerm(grid: AttributeGrid, term: FittedTerm, index: number): DraftTerm {
  const total = term.counts.reduce((sum, count) => sum + count, 0);
  const options = { maxRuns, minCount: Math.max(5, 0.005 * total) };
  const levelOf = new Int16Array(term.size).fill(-1);
  const ranges: ([number, number] | null)[] = [];
  const ordered = grid.kind === 'numeric' ? grid.binCount : 0;
  const chain = range(ordered);
  if (grid.kind === 'numeric') {
    const starts = partitionShape(gather(term, chain, grid.cuts.map(digitsOf)), options);
    starts.forEach((start, run) => {
      const end = (starts[run + 1] ?? ordered) - 1;
      levelOf.fill(ranges.length, start, end + 1);
      ranges.push([start, end]);
    });
    if (sumOver(term.counts, chain) === 0) {
      levelOf.fill(-1);
      ranges.length = 0;
    }
  }
  const free = range(term.size).filter((cell) => cell >= ordered && term.counts[cell] > 0);
  // Missing stands alone at first: whether it resembles a range is for the joint fit to say.
  const byValue = free
    .filter((cell) => grid.kind === 'category' || cell !== term.size - 1)
    .sort((a, b) => term.values[a] - term.values[b] || a - b);
  const starts = partitionShape(gather(term, byValue, []), { maxRuns, minCount: Math.min(5, options.minCount) });
  starts.forEach((start, run) => {
    for (const cell of byValue.slice(start, starts[run + 1])) levelOf[cell] = ranges.length;
    ranges.push(null);
  });
  if (grid.kind !== 'category' && free.includes(term.size - 1)) {
    levelOf[term.size - 1] = ranges.length;
    ranges.push(null);
  }
  return { index, levelOf, levelCount: ranges.length, ranges };
}

function gather(term: FittedTerm, cells: readonly number[], digits: readonly number[]) {
  return {
    values: cells.map((cell) => term.values[cell]),
    weights: cells.map((cell) => term.hessian[cell]),
    counts: cells.map((cell) => term.counts[cell]),
    boundaryCost: cells.map((_, k) => smallestCost + costPerDigit * (k === 0 ? 0 : (digits[k - 1] ?? 1))),
  };
}

/** Significant digits of a cut: 50 has one, 18.85 four. */
function digitsOf(cut: number): number {
  return String(Math.abs(cut))
    .replace(/e.*$|\./g, '')
    .replace(/^0+|0+$/g, '').length;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function sumOver(values: Float64Array, cells: readonly number[]): number {
  return cells.reduce((sum, cell) => sum + values[cell], 0);
}

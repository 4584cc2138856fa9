import { invertSymmetric } from '../stats/invert-symmetric.js';
import type { DraftTerm } from './draft-card.js';
import type { Projection } from './project-card.js';

/** A card of some length: every cell's log-odds by term (an index into the draft); left-out terms are absent. */
export interface CardLength {
  readonly rows: number;
  readonly intercept: number;
  readonly terms: readonly CardTerm[];
}

export interface CardTerm {
  /** Position of the attribute among the grids. */
  readonly index: number;
  /** Group of each cell, -1 where no account was seen; groups count from 0. */
  readonly groupOf: Int16Array;
  /** Log-odds of each group, not centred. */
  readonly values: Float64Array;
}

/**
 * Cards of every wanted length, longest first. Whole attributes go while there are too many, then, always, the two rows
 * whose difference costs least are joined. Costs are exact in the quadratic approximation: all others re-adjust at once.
 * @param wanted numbers of rows, descending, the last one 0. @returns for each the longest card with no more rows.
 */
export function shortenCard(
  draft: readonly DraftTerm[],
  options: { readonly projection: Projection; readonly maxAttributes: number; readonly wanted: readonly number[] },
): CardLength[] {
  const state = startState(draft, options.projection);
  while (activeTerms(state) > options.maxAttributes) dropCheapestTerm(state);
  const lengths: CardLength[] = [];
  let next = 0;
  for (;;) {
    const rows = countRows(state);
    if (options.wanted[next] >= rows) {
      const card = cardOf(state);
      for (; next < options.wanted.length && options.wanted[next] >= rows; next++) lengths.push(card);
    }
    if (next === options.wanted.length) return lengths;
    joinCheapestPair(state);
  }
}

interface Level {
  readonly column: number;
  first: number;
  last: number;
  readonly cells: number[];
}

interface State {
  readonly draft: readonly DraftTerm[];
  readonly levels: Level[][];
  readonly size: number;
  readonly beta: Float64Array;
  readonly covariance: Float64Array;
}

/** Marks a level outside the order, which may join any other of its term. */
const unordered = -1;

function startState(draft: readonly DraftTerm[], projection: Projection): State {
  const levels = draft.map((term, t) =>
    term.ranges.map(
      (range, level): Level => ({
        column: projection.offsets[t] + level,
        first: range?.[0] ?? unordered,
        last: range?.[1] ?? unordered,
        cells: [...term.levelOf.keys()].filter((cell) => term.levelOf[cell] === level),
      }),
    ),
  );
  return {
    draft,
    levels,
    size: projection.size,
    beta: Float64Array.from(projection.beta),
    covariance: Float64Array.from(projection.covariance),
  };
}

function activeTerms({ levels }: State): number {
  return levels.filter((term) => term.length > 1).length;
}

/** Rows as they are printed: "other" and "missing" have lines of their own even where they share the points of a range. */
function countRows({ levels, draft }: State): number {
  let rows = 0;
  levels.forEach((term, t) => {
    if (term.length < 2) return;
    const binCount = draft[t].levelOf.length - 2;
    for (const { cells } of term) {
      const outside = cells.filter((cell) => cell >= binCount).length;
      rows += outside + (cells.length > outside ? 1 : 0);
    }
  });
  return rows;
}

function costOf(state: State, a: Level, b: Level): number {
  const { beta, covariance, size } = state;
  const difference = beta[a.column] - beta[b.column];
  return difference ** 2 / Math.max(contrastVariance(covariance, { a: a.column, b: b.column, size }), 1e-12);
}

function contrastVariance(v: Float64Array, at: { a: number; b: number; size: number }): number {
  return v[at.a * at.size + at.a] + v[at.b * at.size + at.b] - 2 * v[at.a * at.size + at.b];
}

function joinCheapestPair(state: State): void {
  let best: { term: number; a: number; b: number; cost: number } | null = null;
  state.levels.forEach((levels, term) => {
    // Joining the last two rows of an attribute removes both.
    const freed = levels.length === 2 ? 2 : 1;
    for (let a = 0; a < levels.length; a++) {
      for (let b = a + 1; b < levels.length; b++) {
        if (!mayJoin(levels[a], levels[b])) continue;
        const cost = costOf(state, levels[a], levels[b]) / freed;
        if (best === null || cost < best.cost) best = { term, a, b, cost };
      }
    }
  });
  if (best !== null) join(state, best);
}

function mayJoin(a: Level, b: Level): boolean {
  if (a.first === unordered || b.first === unordered) return true;
  return a.last + 1 === b.first || b.last + 1 === a.first;
}

/** Sets two levels equal: β and V under the constraint β_a = β_b. */
function join(state: State, at: { term: number; a: number; b: number }): void {
  const { beta, covariance, size } = state;
  const levels = state.levels[at.term];
  const [kept, gone] = [levels[at.a], levels[at.b]];
  const variance = Math.max(contrastVariance(covariance, { a: kept.column, b: gone.column, size }), 1e-12);
  const difference = beta[kept.column] - beta[gone.column];
  const direction = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    direction[k] = covariance[k * size + kept.column] - covariance[k * size + gone.column];
  }
  for (let k = 0; k < size; k++) {
    const factor = direction[k] / variance;
    beta[k] -= factor * difference;
    for (let l = 0; l < size; l++) covariance[k * size + l] -= factor * direction[l];
  }
  kept.cells.push(...gone.cells);
  if (gone.first !== unordered) {
    kept.first = kept.first === unordered ? gone.first : Math.min(kept.first, gone.first);
    kept.last = Math.max(kept.last, gone.last);
  }
  levels.splice(at.b, 1);
}

function dropCheapestTerm(state: State): void {
  const costs = state.levels.map((levels) => (levels.length > 1 ? dropCost(state, levels) : Number.POSITIVE_INFINITY));
  const term = costs.indexOf(Math.min(...costs));
  while (state.levels[term].length > 1) join(state, { term, a: 0, b: 1 });
}

/** What setting all levels of a term equal costs: d' V_d⁻¹ d for its contrasts against the first level. */
function dropCost(state: State, levels: readonly Level[]): number {
  const { beta, covariance: v, size } = state;
  const first = levels[0].column;
  const others = levels.slice(1).map(({ column }) => column);
  const count = others.length;
  const contrast = new Float64Array(count * count);
  others.forEach((a, i) => {
    others.forEach((b, j) => {
      contrast[i * count + j] = v[a * size + b] - v[a * size + first] - v[first * size + b] + v[first * size + first];
    });
  });
  const inverse = invertSymmetric(contrast, count);
  const differences = others.map((column) => beta[column] - beta[first]);
  let cost = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) cost += differences[i] * inverse[i * count + j] * differences[j];
  }
  return cost;
}

function cardOf(state: State): CardLength {
  let intercept = state.beta[0];
  const terms: CardTerm[] = [];
  state.levels.forEach((levels, t) => {
    if (levels.length === 1) {
      intercept += state.beta[levels[0].column];
      return;
    }
    const { index, levelOf } = state.draft[t];
    const groupOf = new Int16Array(levelOf.length).fill(-1);
    levels.forEach(({ cells }, group) => {
      for (const cell of cells) groupOf[cell] = group;
    });
    terms.push({ index, groupOf, values: Float64Array.from(levels, ({ column }) => state.beta[column]) });
  });
  return { rows: countRows(state), intercept, terms };
}

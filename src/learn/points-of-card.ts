import type { Interval } from '../model/estimate.js';
import type { Term } from '../model/scorecard.js';
import { binValues } from './bin-values.js';
import type { AttributeGrid, CategoryGrid, MemberGrid, NumericGrid } from './grid.js';
import type { CardLength, CardTerm } from './shorten-card.js';

/** How sure the values of a card are. */
export type CardSpread =
  /** Covariances of the groups, for each term of the card … */
  | { readonly covariances: readonly Float64Array[] }
  /** … or the variance of each group against the mean account. */
  | { readonly variances: readonly Float64Array[] };

/** What each row of a term does to the log-odds, all else equal, against the mean account; in the order of the term. */
export interface TermEffect {
  readonly attribute: string;
  readonly member?: string;
  /** Numeric: by range; category: by group; member: with, without. */
  readonly rows: readonly Interval[];
  /** Null where no account was seen. */
  readonly other: Interval | null;
  readonly missing: Interval | null;
}

export interface PointsCard {
  readonly base: number;
  readonly terms: readonly Term[];
  readonly typical: readonly number[];
  readonly effects: readonly TermEffect[];
}

/**
 * Whole points from log-odds: each term is centred at its mean account, multiplied and rounded; rows that come to the same
 * points are joined. Terms stand by how much they tell accounts apart.
 * @param from `counts`: accounts by cell, for each grid.
 */
export function pointsOfCard(
  card: CardLength,
  from: {
    readonly grids: readonly AttributeGrid[];
    readonly counts: readonly Float64Array[];
    readonly spread: CardSpread;
    readonly pointsPerLogit: number;
  },
): PointsCard {
  let intercept = card.intercept;
  const built = card.terms.flatMap((term, t) => {
    const centred = centre(term, { counts: from.counts[term.index], spread: from.spread, index: t });
    intercept += centred.mean;
    const one = buildTerm(from.grids[term.index], { ...centred, groupOf: term.groupOf }, from.pointsPerLogit);
    return centred.points(from.pointsPerLogit).every((points) => points === 0)
      ? []
      : [{ ...one, ...spread(centred, from) }];
  });
  built.sort((a, b) => b.spread - a.spread);
  return {
    base: Math.round(intercept * from.pointsPerLogit),
    terms: built.map(({ term }) => term),
    typical: built.map(({ typical }) => typical),
    effects: built.map(({ effect }) => effect),
  };
}

interface Centred {
  readonly mean: number;
  readonly shares: Float64Array;
  readonly effects: readonly Interval[];
  points(perLogit: number): number[];
}

function centre(
  term: CardTerm,
  { counts, spread, index }: { counts: Float64Array; spread: CardSpread; index: number },
): Centred {
  const size = term.values.length;
  const shares = new Float64Array(size);
  let total = 0;
  term.groupOf.forEach((group, cell) => {
    if (group < 0) return;
    shares[group] += counts[cell];
    total += counts[cell];
  });
  for (let g = 0; g < size; g++) shares[g] /= Math.max(total, 1e-12);
  const mean = dot(shares, term.values);
  // A column that tells the outcomes apart without a mistake has no finite log-odds: so many accounts cannot show more
  // than half an account among them all does (Haldane 1955, Anscombe 1956).
  const mostEffect = Math.log(2 * total + 1);
  const variances =
    'variances' in spread ? spread.variances[index] : againstMean(spread.covariances[index], { shares, size });
  const effects = Array.from(term.values, (value, g) => {
    const half = 1.959964 * Math.sqrt(variances[g]);
    const estimate = Math.min(mostEffect, Math.max(-mostEffect, value - mean));
    return { estimate, lower: estimate - half, upper: estimate + half };
  });
  // Adding 0 turns -0, which no document should show, into 0.
  const points = (perLogit: number) => effects.map(({ estimate }) => Math.round(estimate * perLogit) + 0);
  return { mean, shares, effects, points };
}

/** Variance of each group against the mean account, from the covariance of the groups. */
function againstMean(covariance: Float64Array, { shares, size }: { shares: Float64Array; size: number }): Float64Array {
  // V·shares and shares'·V·shares.
  const toMean = Float64Array.from(shares, (_, g) => dot(shares, covariance.subarray(g * size, (g + 1) * size)));
  const ofMean = dot(shares, toMean);
  return toMean.map((each, g) => Math.max(0, covariance[g * size + g] - 2 * each + ofMean));
}

function spread(centred: Centred, { pointsPerLogit }: { pointsPerLogit: number }) {
  const points = centred.points(pointsPerLogit);
  const typical = points.reduce((sum, value, g) => sum + value * centred.shares[g], 0);
  const square = points.reduce((sum, value, g) => sum + centred.shares[g] * (value - typical) ** 2, 0);
  return { typical: Math.round(typical * 1e6) / 1e6 + 0, spread: square };
}

type Grouped = Centred & { readonly groupOf: Int16Array };

function buildTerm(grid: AttributeGrid, from: Grouped, perLogit: number): { term: Term; effect: TermEffect } {
  const points = from.points(perLogit);
  // Cells that no account had are worth what the mean account has.
  const at = (cell: number) => (from.groupOf[cell] < 0 ? 0 : points[from.groupOf[cell]]);
  const effectAt = (cell: number) => (from.groupOf[cell] < 0 ? null : from.effects[from.groupOf[cell]]);
  const { attribute } = grid;
  const missing = at(grid.binCount + 1);
  const outside = { other: effectAt(grid.binCount), missing: effectAt(grid.binCount + 1) };
  switch (grid.kind) {
    case 'numeric': {
      const { cuts, cells } = numericRows(grid, at);
      const term: Term = { kind: 'numeric', attribute, whole: grid.whole, cuts, points: cells.map(at), missing };
      return { term, effect: { attribute, rows: cells.map((cell) => effectAt(cell)!), ...outside } };
    }
    case 'category': {
      const groups = categoryRows(grid, { at, seen: (cell) => from.groupOf[cell] >= 0 });
      const term: Term = {
        kind: 'category',
        attribute,
        groups: groups.map(({ cells }) => ({
          values: cells.flatMap((cell) => binValues(grid, cell)),
          points: at(cells[0]),
        })),
        other: at(grid.binCount),
        missing,
      };
      return { term, effect: { attribute, rows: groups.map(({ cells }) => effectAt(cells[0])!), ...outside } };
    }
    case 'member': {
      const { member } = grid as MemberGrid;
      const term: Term = { kind: 'member', attribute, member, points: at(1), without: at(0), missing };
      const rows = [1, 0].map((cell) => effectAt(cell) ?? { estimate: 0, lower: 0, upper: 0 });
      return { term, effect: { attribute, member, rows, ...outside } };
    }
  }
}

/** Ranges of equal points: their cuts, and one cell of each. */
function numericRows(grid: NumericGrid, at: (cell: number) => number): { cuts: number[]; cells: number[] } {
  const cuts: number[] = [];
  const cells = [0];
  for (let cell = 1; cell < grid.binCount; cell++) {
    if (at(cell) === at(cell - 1)) continue;
    cuts.push(grid.cuts[cell - 1]);
    cells.push(cell);
  }
  return { cuts, cells };
}

/** Groups of categories of equal points, most points first; categories that no account had fall under "other". */
function categoryRows(
  grid: CategoryGrid,
  { at, seen }: { at: (cell: number) => number; seen: (cell: number) => boolean },
): { cells: number[] }[] {
  const byPoints = new Map<number, number[]>();
  for (let cell = 0; cell < grid.binCount; cell++) {
    if (seen(cell)) byPoints.set(at(cell), [...(byPoints.get(at(cell)) ?? []), cell]);
  }
  return [...byPoints.entries()].sort((a, b) => b[0] - a[0]).map(([, cells]) => ({ cells }));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let result = 0;
  for (let k = 0; k < a.length; k++) result += a[k] * b[k];
  return result;
}

import { axisSize } from '../model/axis-size.js';
import type { Axis, Scorecard } from '../model/scorecard.js';
import { axisKey, overlayAxes } from './overlay-axes.js';
import { termPoints } from './term-rows.js';

/**
 * A scorecard as lookup tables. An account is placed once on each axis; its points are the base, one entry of `points` for
 * each axis, and one of each pair's. All executions of a card (columns, SQL, one account) are made from this.
 */
export interface CompiledCard {
  readonly base: number;
  /** What must be known of an account; no two look at the same thing. */
  readonly axes: readonly Axis[];
  /** For each axis, by row: the points of all terms that look at it, added up. */
  readonly points: readonly Int32Array[];
  readonly pairs: readonly CompiledPair[];
  /** For each term of the card: its axis, and its own row for each row of that axis. */
  readonly terms: readonly PlacedAxis[];
}

export interface PlacedAxis {
  readonly axis: number;
  readonly rowOf: Uint16Array;
}

/** Points of row i of the first axis with row j of the second: `points[i · width + j]`, after `rowOf` of each. */
export interface CompiledPair {
  readonly axes: readonly [PlacedAxis, PlacedAxis];
  readonly width: number;
  readonly points: Int32Array;
}

export function compileCard(card: Pick<Scorecard, 'base' | 'terms' | 'pairs'>): CompiledCard {
  const asked: readonly Axis[] = [...card.terms, ...card.pairs.flatMap(({ axes }) => axes)];
  const byKey = new Map<string, number[]>();
  for (const [i, axis] of asked.entries()) {
    const key = axisKey(axis);
    const alike = byKey.get(key);
    if (alike === undefined) byKey.set(key, [i]);
    else alike.push(i);
  }
  const placed = new Array<PlacedAxis>(asked.length);
  const axes = [...byKey.values()].map((alike, axis) => {
    const overlaid = overlayAxes(alike.map((i) => asked[i]));
    for (const [k, i] of alike.entries()) placed[i] = { axis, rowOf: overlaid.rowsOf[k] };
    return overlaid.axis;
  });
  const terms = placed.slice(0, card.terms.length);
  return {
    base: card.base,
    axes,
    points: axes.map((axis, a) => sumOfTerms(card, { terms, axis: a, size: axisSize(axis) })),
    pairs: card.pairs.map((pair, p) => ({
      axes: [placed[card.terms.length + 2 * p], placed[card.terms.length + 2 * p + 1]],
      width: axisSize(pair.axes[1]),
      points: Int32Array.from(pair.points.flat()),
    })),
    terms,
  };
}

function sumOfTerms(
  card: Pick<Scorecard, 'terms'>,
  { terms, axis, size }: { terms: readonly PlacedAxis[]; axis: number; size: number },
): Int32Array {
  const sums = new Int32Array(size);
  for (const [t, placed] of terms.entries()) {
    if (placed.axis !== axis) continue;
    const points = termPoints(card.terms[t]);
    for (let cell = 0; cell < size; cell++) sums[cell] += points[placed.rowOf[cell]];
  }
  return sums;
}

/** Points of one pair for the cells that an account is in. */
export function pairPoints({ axes: [first, second], width, points }: CompiledPair, cells: ArrayLike<number>): number {
  return points[first.rowOf[cells[first.axis]] * width + second.rowOf[cells[second.axis]]];
}

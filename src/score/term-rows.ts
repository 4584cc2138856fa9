import type { Axis, NumericTerm, Term } from '../model/scorecard.js';
import type { Condition } from '../model/trait.js';

/** One row of a term: who falls into it, and its points. A null condition is "any value that no row names". */
export interface TermRow {
  readonly condition: Condition | null;
  readonly points: number;
}

/** The rows of a term in order, every possible value in exactly one, as {@link axisRows} says. */
export function termRows(term: Term): TermRow[] {
  const points = termPoints(term);
  return axisRows(term).map((condition, row) => ({ condition, points: points[row] }));
}

/**
 * Who falls into each row of an axis, in order. The last row is always "missing"; a category has "other" (null) before
 * it. Placing accounts answers with indices into this list.
 */
export function axisRows(axis: Axis): (Condition | null)[] {
  const missing: Condition = { kind: 'missing' };
  switch (axis.kind) {
    case 'numeric':
      return [...Array.from({ length: axis.cuts.length + 1 }, (_, i) => rangeOf(axis, i)), missing];
    case 'category':
      return [...axis.groups.map(({ values }) => ({ kind: 'in', values }) as const), null, missing];
    case 'member': {
      const { member } = axis;
      return [{ kind: 'includes', member }, { kind: 'excludes', member }, missing];
    }
  }
}

/** Points of each row of a term, in the order of its rows. */
export function termPoints(term: Term): readonly number[] {
  switch (term.kind) {
    case 'numeric':
      return [...term.points, term.missing];
    case 'category':
      return [...term.groups.map(({ points }) => points), term.other, term.missing];
    case 'member':
      return [term.points, term.without, term.missing];
  }
}

function rangeOf({ cuts, whole }: Pick<NumericTerm, 'cuts' | 'whole'>, i: number): Condition {
  const lower = i === 0 ? null : cuts[i - 1];
  const upper = i === cuts.length ? null : cuts[i];
  return whole && lower !== null && upper !== null
    ? { kind: 'range', lower, upper: upper - 1, upperIncluded: true }
    : { kind: 'range', lower, upper, upperIncluded: false };
}

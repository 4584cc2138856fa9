import type { NumericTerm, Term } from '../model/scorecard.js';
import type { Condition } from '../model/trait.js';

/** One row of a term: who falls into it, and its points. A null condition is "any value that no row names". */
export interface TermRow {
  readonly condition: Condition | null;
  readonly points: number;
}

/**
 * The rows of a term in order, every possible value in exactly one. The last row is always "missing"; a category term
 * has "other" before it. {@link placeAccounts} answers with indices into this list.
 */
export function termRows(term: Term): TermRow[] {
  const missing: TermRow = { condition: { kind: 'missing' }, points: term.missing };
  switch (term.kind) {
    case 'numeric':
      return [...term.points.map((points, i) => ({ condition: rangeOf(term, i), points })), missing];
    case 'category':
      return [
        ...term.groups.map(({ values, points }) => ({ condition: { kind: 'in', values } as const, points })),
        { condition: null, points: term.other },
        missing,
      ];
    case 'member':
      return [
        { condition: { kind: 'includes', member: term.member }, points: term.points },
        { condition: { kind: 'excludes', member: term.member }, points: term.without },
        missing,
      ];
  }
}

function rangeOf({ cuts, whole }: NumericTerm, i: number): Condition {
  const lower = i === 0 ? null : cuts[i - 1];
  const upper = i === cuts.length ? null : cuts[i];
  return whole && lower !== null && upper !== null
    ? { kind: 'range', lower, upper: upper - 1, upperIncluded: true }
    : { kind: 'range', lower, upper, upperIncluded: false };
}

import type { CategoryTerm, NumericTerm, Scorecard, Term } from '../model/scorecard.js';
import { diffPairs } from './diff-pairs.js';
import type { PointsRow, ProfileChange } from './profile-change.js';

/** Changes between two scorecards, row by row: ranges and groups that were cut differently are compared value by value. */
export function diffScorecards(before: Scorecard | null, after: Scorecard | null): ProfileChange[] {
  if (before === null || after === null) {
    if (before === after) return [];
    return [{ kind: before === null ? 'scorecard-appeared' : 'scorecard-vanished' }];
  }
  const changes: ProfileChange[] = [];
  if (before.base !== after.base) changes.push({ kind: 'base', before: before.base, after: after.base });
  if (before.pointsPerLogit !== after.pointsPerLogit)
    changes.push({ kind: 'scale', before: before.pointsPerLogit, after: after.pointsPerLogit });
  if (before.tierCuts?.ideal !== after.tierCuts?.ideal || before.tierCuts?.stretch !== after.tierCuts?.stretch)
    changes.push({ kind: 'tiers', before: before.tierCuts, after: after.tierCuts });
  return [
    ...changes,
    ...diffCalibration(before, after),
    ...diffTerms(before.terms, after.terms),
    ...diffPairs(before.pairs, after.pairs),
  ];
}

/** Told when an account at the ideal cut is given another probability, by a hundredth or more. */
function diffCalibration(before: Scorecard, after: Scorecard): ProfileChange[] {
  // What amounts are expected, or shares kept, moves with every price; points say what changed.
  if (before.time !== undefined || after.time !== undefined) return [];
  if (before.amount !== undefined || after.amount !== undefined) return [];
  const points = before.tierCuts?.ideal ?? before.base;
  const chance = ({ calibration }: Scorecard) =>
    1 / (1 + Math.exp(-(calibration.intercept + calibration.slope * points)));
  const [was, is] = [chance(before), chance(after)];
  return Math.abs(was - is) < 0.01 ? [] : [{ kind: 'calibration', points, before: was, after: is }];
}

function diffTerms(before: readonly Term[], after: readonly Term[]): ProfileChange[] {
  const keyOf = (term: Term) => JSON.stringify([term.kind, term.attribute, term.kind === 'member' ? term.member : '']);
  const old = new Map(before.map((term) => [keyOf(term), term]));
  const now = new Map(after.map((term) => [keyOf(term), term]));
  return [
    ...[...now].flatMap(([key, term]): ProfileChange[] => {
      const was = old.get(key);
      return was === undefined ? [wholeTerm('term-appeared', term)] : diffTerm(was, term);
    }),
    ...[...old].filter(([key]) => !now.has(key)).map(([, term]) => wholeTerm('term-vanished', term)),
  ];
}

function wholeTerm(kind: 'term-appeared' | 'term-vanished', term: Term): ProfileChange {
  const points =
    term.kind === 'numeric'
      ? term.points
      : term.kind === 'category'
        ? [...term.groups.map((group) => group.points), term.other]
        : [term.points, term.without];
  const range = { lowest: Math.min(...points), highest: Math.max(...points) };
  return { kind, attribute: term.attribute, ...(term.kind === 'member' ? { member: term.member } : {}), ...range };
}

function diffTerm(before: Term, after: Term): ProfileChange[] {
  const { attribute } = after;
  return rowPairs(before, after)
    .filter((pair) => pair.before !== pair.after)
    .map((pair) => ({ kind: 'points', attribute, ...pair }));
}

interface RowPair {
  readonly row: PointsRow;
  readonly before: number;
  readonly after: number;
}

function rowPairs(before: Term, after: Term): RowPair[] {
  const missing = { row: { kind: 'missing' } as const, before: before.missing, after: after.missing };
  if (before.kind === 'numeric' && after.kind === 'numeric') return [...overlayRanges(before, after), missing];
  if (before.kind === 'category' && after.kind === 'category') return [...overlayGroups(before, after), missing];
  if (before.kind !== 'member' || after.kind !== 'member') return [];
  const { member } = after;
  return [
    { row: { kind: 'includes', member }, before: before.points, after: after.points },
    { row: { kind: 'excludes', member }, before: before.without, after: after.without },
    missing,
  ];
}

function overlayRanges(before: NumericTerm, after: NumericTerm): RowPair[] {
  const cuts = [...new Set([...before.cuts, ...after.cuts])].sort((a, b) => a - b);
  const at = (term: NumericTerm, start: number) => term.points[term.cuts.filter((cut) => cut <= start).length];
  const pieces: { lower: number | null; upper: number | null; before: number; after: number }[] = [];
  for (const [i, start] of [Number.NEGATIVE_INFINITY, ...cuts].entries()) {
    const piece = { before: at(before, start), after: at(after, start) };
    const last = pieces.at(-1);
    const upper = cuts[i] ?? null;
    if (last !== undefined && last.before === piece.before && last.after === piece.after) last.upper = upper;
    else pieces.push({ lower: i === 0 ? null : start, upper, ...piece });
  }
  return pieces.map(({ lower, upper, ...points }) => ({
    row: rangeRow({ lower, upper, isWhole: after.whole }),
    ...points,
  }));
}

function rangeRow({
  lower,
  upper,
  isWhole,
}: {
  lower: number | null;
  upper: number | null;
  isWhole: boolean;
}): PointsRow {
  const isClosed = isWhole && lower !== null && upper !== null;
  return { kind: 'range', lower, upper: isClosed ? upper - 1 : upper, upperIncluded: isClosed };
}

/** Values that made the same step stand in one row. */
function overlayGroups(before: CategoryTerm, after: CategoryTerm): RowPair[] {
  const pointsOf = (term: CategoryTerm) =>
    new Map(term.groups.flatMap(({ values, points }) => values.map((value) => [value, points] as const)));
  const [old, now] = [pointsOf(before), pointsOf(after)];
  const steps = new Map<string, { values: string[]; before: number; after: number }>();
  for (const value of new Set([...old.keys(), ...now.keys()])) {
    const pair = { before: old.get(value) ?? before.other, after: now.get(value) ?? after.other };
    const key = `${pair.before} ${pair.after}`;
    const step = steps.get(key) ?? { values: [], ...pair };
    step.values.push(value);
    steps.set(key, step);
  }
  const rows = [...steps.values()].map(({ values, ...points }) => ({
    row: { kind: 'in', values } as const,
    ...points,
  }));
  return [...rows, { row: null, before: before.other, after: after.other }];
}

import type { Attribute } from '../model/attribute.js';
import type { CategoryTerm, MemberTerm, NumericTerm, Term } from '../model/scorecard.js';
import type { Condition, Trait } from '../model/trait.js';
import { attributesOfTraits } from './attribute-of-trait.js';

/** A trait and the points for having it. */
export interface Weighted {
  readonly trait: Trait;
  readonly points: number;
}

interface Line {
  readonly condition: Condition;
  readonly points: number;
}

/** Terms in which every trait gives its points, and traits of one attribute add up; with what each term gives typically. */
export function compileTerms(
  weighted: readonly Weighted[],
  attributes: readonly Attribute[],
): { terms: Term[]; typical: number[] } {
  const inferred = attributesOfTraits(
    weighted.map(({ trait }) => trait),
    'b2b',
  );
  const terms = inferred.flatMap(({ name, type: asked }): { term: Term; typical: number }[] => {
    const type = attributes.find((attribute) => attribute.name === name)?.type ?? asked;
    const lines = weighted
      .filter(({ trait }) => trait.attribute === name)
      .map(({ trait, points }) => ({ condition: trait.condition, points }));
    const missing = Math.round(lines.reduce((sum, line) => sum + whenUnknown(line), 0));
    const typical = lines.reduce((sum, { points }) => sum + points / 2, 0);
    if (type === 'set') return memberTerms(name, lines);
    const term =
      type === 'category' ? categoryTerm(name, lines) : numericTerm(name, { lines, isWhole: type === 'whole' });
    return [{ term: { ...term, missing }, typical }];
  });
  return { terms: terms.map(({ term }) => term), typical: terms.map(({ typical }) => typical) };
}

/** Half of a gain is the expectation of one who knows nothing; a loss has to be seen. */
function whenUnknown({ condition, points }: Line): number {
  if (condition.kind === 'missing') return points;
  if (condition.kind === 'range' && condition.lower === null && condition.upper === null) return 0;
  return points > 0 ? points / 2 : 0;
}

function numericTerm(attribute: string, { lines, isWhole }: { lines: readonly Line[]; isWhole: boolean }): NumericTerm {
  const ends = lines.flatMap(({ condition, points }) => {
    if (condition.kind !== 'range') return [];
    const { lower, upper, upperIncluded } = condition;
    const from = lower === null ? Number.NEGATIVE_INFINITY : isWhole ? Math.ceil(lower) : lower;
    const under = upper === null ? Number.POSITIVE_INFINITY : endOf(upper, { isIncluded: upperIncluded, isWhole });
    return [{ from, under, points }];
  });
  const cuts = [...new Set(ends.flatMap(({ from, under }) => [from, under]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const points = [Number.NEGATIVE_INFINITY, ...cuts].map((start) =>
    ends.filter(({ from, under }) => from <= start && start < under).reduce((sum, end) => sum + end.points, 0),
  );
  return { kind: 'numeric', attribute, whole: isWhole, cuts, points, missing: 0 };
}

/** The first value past an upper bound. */
function endOf(upper: number, { isIncluded, isWhole }: { isIncluded: boolean; isWhole: boolean }): number {
  if (isWhole) return isIncluded ? Math.floor(upper) + 1 : Math.ceil(upper);
  return isIncluded ? nextUp(upper) : upper;
}

/** The smallest double above a finite one. */
function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] += value > 0 ? 1n : -1n;
  return new Float64Array(bits.buffer)[0];
}

function categoryTerm(attribute: string, lines: readonly Line[]): CategoryTerm {
  const named = lines.flatMap(({ condition, points }) =>
    condition.kind === 'in' ? [{ values: condition.values, points }] : [],
  );
  const other = lines
    .filter(({ condition }) => condition.kind === 'range')
    .reduce((sum, { points }) => sum + points, 0);
  const values = [...new Set(named.flatMap((line) => line.values))];
  const groups = new Map<number, string[]>();
  for (const value of values) {
    const points = named.filter((line) => line.values.includes(value)).reduce((sum, line) => sum + line.points, other);
    groups.set(points, [...(groups.get(points) ?? []), value]);
  }
  const rows = [...groups].map(([points, group]) => ({ values: group, points }));
  return { kind: 'category', attribute, groups: rows, other, missing: 0 };
}

/** One term a member; what is asked of the whole set (known, missing) goes with the first. */
function memberTerms(attribute: string, lines: readonly Line[]): { term: MemberTerm; typical: number }[] {
  const memberOf = ({ condition }: Line) =>
    condition.kind === 'includes' || condition.kind === 'excludes' ? condition.member : undefined;
  const members = [...new Set(lines.map(memberOf).filter((member) => member !== undefined))];
  const rest = lines.filter((line) => memberOf(line) === undefined);
  const known = sum(rest.filter(({ condition }) => condition.kind === 'range'));
  return (members.length === 0 ? [''] : members).map((member, i) => {
    const own = lines.filter((line) => memberOf(line) === member);
    const whole = i === 0 ? known : 0;
    const asked = i === 0 ? [...own, ...rest] : own;
    return {
      term: {
        kind: 'member',
        attribute,
        member,
        points: sum(own.filter(({ condition }) => condition.kind === 'includes')) + whole,
        without: sum(own.filter(({ condition }) => condition.kind === 'excludes')) + whole,
        missing: Math.round(asked.reduce((total, line) => total + whenUnknown(line), 0)),
      },
      typical: sum(asked) / 2,
    };
  });
}

function sum(lines: readonly { readonly points: number }[]): number {
  return lines.reduce((total, { points }) => total + points, 0);
}

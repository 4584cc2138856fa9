import { axisSize } from '../model/axis-size.js';
import { pairName } from '../model/pair-name.js';
import type { Axis, PairTerm, Scorecard, Term } from '../model/scorecard.js';
import { column, number, type Relation, type Select, type Sql } from './expression.js';

export interface ScoreAccounts {
  readonly from: Relation;
  /** Columns that are handed through, such as the id. */
  readonly keep?: readonly string[];
  /** The least and the most that the card can give, for fit. */
  readonly range: { readonly lowest: number; readonly highest: number };
  readonly withProbability?: boolean;
  /** Of a card of amounts: what the account is expected to come to. */
  readonly withExpected?: boolean;
  /** Of a card of time: the share kept after the horizon, where that is the end of a bin of time. */
  readonly withKept?: boolean;
  /** What each term and each pair adds, as columns of their own. */
  readonly withContributions?: boolean;
}

/**
 * Points, fit, tier and, where asked for, probability and contributions of every row of a table whose columns have types:
 * numbers for ranges, text for categories, lists of text for sets; NULL (and NaN) is missing. Columns that are handed
 * through keep their names; those that are made are called `points`, `fit`, `tier`, `probability`, `expected`, `kept` and `points: ATTRIBUTE`.
 */
export function scoreAccounts(card: Scorecard, options: ScoreAccounts): Select {
  const keep = options.keep ?? [];
  const inputs = new Map<string, { name: string; value: Sql }>();
  const inputOf = (axis: Axis): Sql => {
    const key = `${axis.kind === 'member' ? 'list' : axis.kind} ${axis.attribute}`;
    const known = inputs.get(key) ?? { name: `input ${inputs.size + 1}`, value: typed(axis) };
    inputs.set(key, known);
    return column(known.name);
  };
  const parts = [
    ...card.terms.map((term) => ({ label: labelOf(term), value: termPoints(term, inputOf(term)) })),
    ...card.pairs.map((pair) => ({ label: pairName(pair), value: pairPoints(pair, inputOf) })),
  ];
  const kept = keep.map((name, i) => ({ name: `kept ${i + 1}`, original: name }));
  const passed = kept.map(({ name }) => ({ name, value: column(name) }));
  const read: Select = {
    columns: [
      ...kept.map(({ name, original }) => ({ name, value: column(original) })),
      ...inputs.values(),
      // So that a table of which nothing is asked still has its rows.
      { name: 'base', value: number(card.base) },
    ],
    from: options.from,
  };
  const contributed: Select = {
    columns: [...passed, ...parts.map(({ value }, i) => ({ name: `part ${i + 1}`, value })), pass('base')],
    from: { kind: 'select', select: read },
  };
  const added: Select = {
    columns: [
      ...passed,
      { name: 'points', value: { kind: 'sum', of: [column('base'), ...parts.map((_, i) => column(`part ${i + 1}`))] } },
      ...(options.withContributions === true ? parts.map((_, i) => pass(`part ${i + 1}`)) : []),
    ],
    from: { kind: 'select', select: contributed },
  };
  const labels = distinctLabels(parts.map(({ label }) => label));
  return {
    columns: [
      ...kept.map(({ name, original }) => ({ name: original, value: column(name) })),
      { name: 'points', value: column('points') },
      { name: 'fit', value: fitOf(options.range) },
      ...(options.withProbability === true
        ? [{ name: 'probability', value: { kind: 'logistic', of: calibrated(card) } as const }]
        : []),
      ...(options.withExpected === true
        ? [{ name: 'expected', value: { kind: 'exponential', of: calibrated(card) } as const }]
        : []),
      ...(options.withKept === true ? keptColumn(card) : []),
      ...(card.tierCuts === null ? [] : [{ name: 'tier', value: tier(card.tierCuts) }]),
      ...(options.withContributions === true
        ? labels.map((label, i) => ({ name: `points: ${label}`, value: column(`part ${i + 1}`) }))
        : []),
    ],
    from: { kind: 'select', select: added },
  };
}

function pass(name: string) {
  return { name, value: column(name) };
}

function typed({ kind, attribute }: Axis): Sql {
  if (kind === 'member') return column(attribute);
  return { kind: 'cast', to: kind === 'numeric' ? 'number' : 'text', of: column(attribute) };
}

function labelOf(term: Term): string {
  return term.kind === 'member' ? `${term.attribute}: ${term.member}` : term.attribute;
}

function distinctLabels(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label} (${count})`;
  });
}

function termPoints(term: Term, input: Sql): Sql {
  switch (term.kind) {
    case 'numeric':
      return byRange(term.cuts, { input, values: term.points, missing: term.missing });
    case 'category':
      return byGroup(
        term.groups.map(({ values, points }) => ({ values, value: points })),
        { input, other: term.other, missing: term.missing },
      );
    case 'member':
      return byMember(term.member, { input, values: [term.points, term.without, term.missing] });
  }
}

/** The row of an axis times `step`. */
function rowOf(axis: Axis, { input, step }: { input: Sql; step: number }): Sql {
  switch (axis.kind) {
    case 'numeric': {
      const values = [0, ...axis.cuts].map((_, row) => row * step);
      return byRange(axis.cuts, { input, values, missing: values.length * step });
    }
    case 'category': {
      const other = axis.groups.length * step;
      const groups = axis.groups.map(({ values }, row) => ({ values, value: row * step }));
      return byGroup(groups, { input, other, missing: other + step });
    }
    case 'member':
      return byMember(axis.member, { input, values: [0, step, 2 * step] });
  }
}

function pairPoints({ axes: [first, second], points }: PairTerm, inputOf: (axis: Axis) => Sql): Sql {
  const width = axisSize(second);
  const index: Sql = {
    kind: 'sum',
    of: [rowOf(first, { input: inputOf(first), step: width }), rowOf(second, { input: inputOf(second), step: 1 })],
  };
  return { kind: 'pick', index, values: points.flat() };
}

/**
 * Halves the ranges until one is left: few comparisons for many ranges. Neither NULL nor NaN is less than a cut, so both
 * end in the last range, and only there is asked for them.
 */
function byRange(
  cuts: readonly number[],
  { input, values, missing }: { input: Sql; values: readonly number[]; missing: number },
): Sql {
  const within = (from: number, to: number): Sql => {
    if (from < to) {
      const middle = (from + to) >> 1;
      const test: Sql = { kind: 'less', left: input, right: number(cuts[middle]) };
      return { kind: 'when', cases: [[test, within(from, middle)]], otherwise: within(middle + 1, to) };
    }
    if (from < cuts.length) return number(values[from]);
    const isMissing: Sql = { kind: 'is no number', of: input };
    return { kind: 'when', cases: [[isMissing, number(missing)]], otherwise: number(values[from]) };
  };
  return within(0, cuts.length);
}

function byGroup(
  groups: readonly { readonly values: readonly string[]; readonly value: number }[],
  { input, other, missing }: { input: Sql; other: number; missing: number },
): Sql {
  const entries = groups.flatMap(({ values, value }) => values.map((label) => [label, value] as const));
  const isMissing: Sql = { kind: 'is null', of: input };
  return {
    kind: 'when',
    cases: [[isMissing, number(missing)]],
    otherwise: { kind: 'look up', key: input, entries, otherwise: other },
  };
}

function byMember(
  member: string,
  { input, values: [having, without, missing] }: { input: Sql; values: readonly [number, number, number] },
): Sql {
  return {
    kind: 'when',
    cases: [
      [{ kind: 'is null', of: input }, number(missing)],
      [{ kind: 'includes', list: input, member }, number(having)],
    ],
    otherwise: number(without),
  };
}

/** Tenths of a hundred: the same arithmetic as in memory, within the bounds of the card. */
function fitOf({ lowest, highest }: ScoreAccounts['range']): Sql {
  if (highest === lowest) return { kind: 'cast', to: 'number', of: number(50) };
  const above: Sql = { kind: 'cast', to: 'number', of: { kind: 'sum', of: [column('points'), number(-lowest)] } };
  const share: Sql = {
    kind: 'divide',
    left: above,
    right: { kind: 'cast', to: 'number', of: number(highest - lowest) },
  };
  const thousand: Sql = { kind: 'cast', to: 'number', of: number(1000) };
  return {
    kind: 'divide',
    left: { kind: 'round', of: { kind: 'multiply', left: thousand, right: share } },
    right: { kind: 'cast', to: 'number', of: number(10) },
  };
}

function calibrated({ calibration }: Scorecard): Sql {
  const points: Sql = { kind: 'cast', to: 'number', of: column('points') };
  const slope: Sql = { kind: 'cast', to: 'number', of: number(calibration.slope) };
  const intercept: Sql = { kind: 'cast', to: 'number', of: number(calibration.intercept) };
  const scaled: Sql = { kind: 'multiply', left: slope, right: points };
  return { kind: 'sum', of: [intercept, scaled] };
}

/** The chances of staying through each bin up to the horizon, multiplied; none where the horizon stands inside a bin. */
function keptColumn(card: Scorecard): { name: string; value: Sql }[] {
  const { time } = card;
  const bins = time === undefined ? 0 : time.edges.indexOf(time.horizon) + 1;
  if (time === undefined || bins === 0) return [];
  const chances = time.stay.slice(0, bins).map((stay): Sql => {
    const base: Sql = { kind: 'cast', to: 'number', of: number(stay) };
    return { kind: 'logistic', of: { kind: 'sum', of: [base, calibrated(card)] } };
  });
  return [{ name: 'kept', value: chances.reduce((left, right): Sql => ({ kind: 'multiply', left, right })) }];
}

function tier({ ideal, stretch }: { readonly ideal: number; readonly stretch: number }): Sql {
  const atLeast = (cut: number): Sql => ({ kind: 'at least', left: column('points'), right: number(cut) });
  return {
    kind: 'when',
    cases: [
      [atLeast(ideal), { kind: 'text', value: 'ideal' }],
      [atLeast(stretch), { kind: 'text', value: 'stretch' }],
    ],
    otherwise: { kind: 'text', value: 'bad' },
  };
}

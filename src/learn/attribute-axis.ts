import type { Term } from '../model/scorecard.js';
import type { Column, NumberColumn } from '../model/table.js';
import type { Condition } from '../model/trait.js';
import { binValues } from './bin-values.js';
import type { CoarseGroups } from './coarse-groups.js';
import type { AttributeGrid } from './grid.js';
import { matchTrait } from './match-trait.js';
import { valueCondition } from './value-condition.js';

/** The values of one attribute in a few rows, of which a trait is made by joining some. */
export interface AttributeAxis {
  /** Rows that can be named; they are joined in any order (categories) or only with neighbours (`isOrdered`). */
  readonly rows: readonly AxisRow[];
  readonly isOrdered: boolean;
  /** Row of each account; -1 when it has no value or one that cannot be named. */
  readonly rowOf: Int16Array;
  /** Whether the trait of these rows is short enough to be read; one row alone always is. */
  readonly isSayable: (chosen: readonly number[]) => boolean;
  /** The trait of rows `chosen` (for ordered axes a run without a gap). */
  readonly condition: (chosen: readonly number[]) => Condition;
}

export interface AxisRow {
  /** Points of the scorecard; null without one. */
  readonly points: number | null;
  readonly accounts: number;
}

/** The rows of the scorecard's own term, so that what is said and what is counted agree. */
export function cardAxis(term: Term, column: Column): AttributeAxis {
  if (term.kind === 'numeric') {
    const numbers = column as NumberColumn;
    const rowOf = rowsOf(numbers.values, (x) => (Number.isNaN(x) ? -1 : countCutsUpTo(term.cuts, x)));
    return {
      rows: withAccounts(term.points, rowOf),
      isOrdered: true,
      rowOf,
      isSayable: () => true,
      condition: (chosen) => valueCondition(numbers, cutsAround(term.cuts, chosen)),
    };
  }
  if (term.kind === 'category') {
    const rowOf = new Int16Array(lengthOf(column)).fill(-1);
    term.groups.forEach(({ values }, g) => {
      matchTrait(column, { kind: 'in', values }).forEach((match, row) => {
        if (match === 1) rowOf[row] = g;
      });
    });
    return {
      rows: withAccounts(
        term.groups.map(({ points }) => points),
        rowOf,
      ),
      isOrdered: false,
      rowOf,
      isSayable: (chosen) =>
        chosen.length === 1 || chosen.reduce((sum, g) => sum + term.groups[g].values.length, 0) <= mostValues,
      condition: (chosen) =>
        valuesCondition(
          column,
          chosen.flatMap((g) => term.groups[g].values),
        ),
    };
  }
  return memberAxis(column, { member: term.member, points: [term.without, term.points] });
}

/** Rows made of outcome-free groups of bins. Rare categories and missing values have no row. */
export function coarseAxis(
  grid: AttributeGrid,
  from: { readonly codes: Uint8Array; readonly coarse: CoarseGroups; readonly column: Column },
): AttributeAxis {
  const { codes, coarse, column } = from;
  if (grid.kind === 'member') return memberAxis(column, { member: grid.member, points: [null, null] });
  const isNamed = coarse.groups.map(({ kind }) => kind === 'value');
  const rowOfCode = coarse.groupOf.map((group) => (group >= 0 && isNamed[group] ? group : -1));
  const rowOf = rowsOf(codes, (code) => rowOfCode[code]);
  const groups = coarse.groups.filter(({ kind }) => kind === 'value');
  const rows = withAccounts(
    groups.map(() => null),
    rowOf,
  );
  if (grid.kind === 'category') {
    const valuesAt = (row: number) => binValues(grid, groups[row].first);
    return {
      rows,
      isOrdered: false,
      rowOf,
      isSayable: (chosen) => chosen.length <= mostValues,
      condition: (chosen) => valuesCondition(column, chosen.flatMap(valuesAt)),
    };
  }
  const cuts = groups.slice(1).map(({ first }) => grid.cuts[first - 1]);
  return {
    rows,
    isOrdered: true,
    rowOf,
    isSayable: () => true,
    condition: (chosen) => valueCondition(column as NumberColumn, cutsAround(cuts, chosen)),
  };
}

function memberAxis(column: Column, { member, points }: { member: string; points: (number | null)[] }): AttributeAxis {
  const rowOf = Int16Array.from(matchTrait(column, { kind: 'includes', member }), (match) => (match > 1 ? -1 : match));
  const condition = ([first]: readonly number[]): Condition => ({
    kind: first === 1 ? 'includes' : 'excludes',
    member,
  });
  return { rows: withAccounts(points, rowOf), isOrdered: true, rowOf, isSayable: () => true, condition };
}

function withAccounts(points: readonly (number | null)[], rowOf: Int16Array): AxisRow[] {
  const accounts = new Array<number>(points.length).fill(0);
  for (const row of rowOf) if (row >= 0) accounts[row]++;
  return points.map((p, row) => ({ points: p, accounts: accounts[row] }));
}

function countCutsUpTo(cuts: readonly number[], value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < cuts[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cutsAround(
  cuts: readonly number[],
  chosen: readonly number[],
): { lower: number | null; upper: number | null } {
  return { lower: cuts[Math.min(...chosen) - 1] ?? null, upper: cuts[Math.max(...chosen)] ?? null };
}

/** A trait that lists more values than this is not read any more; the rarest are left out. */
const mostValues = 6;

/** Values that some account has, the most frequent first. */
function valuesCondition(column: Column, values: readonly string[]): Condition {
  const count = new Map<string, number>();
  if (column.type === 'category') {
    for (const code of column.codes)
      if (code >= 0) count.set(column.labels[code], (count.get(column.labels[code]) ?? 0) + 1);
  }
  const seen = values.filter((value) => count.has(value)).sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0));
  return { kind: 'in', values: seen.slice(0, mostValues) };
}

function lengthOf(column: Column): number {
  return column.type === 'number' || column.type === 'date'
    ? column.values.length
    : column.type === 'set'
      ? column.missing.length
      : column.codes.length;
}

/** `from` with a function takes ten times as long. */
function rowsOf(values: Float64Array | Uint8Array, rowOf: (value: number) => number): Int16Array {
  const rows = new Int16Array(values.length);
  for (let i = 0; i < values.length; i++) rows[i] = rowOf(values[i]);
  return rows;
}

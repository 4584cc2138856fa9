import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../../model/estimate.js';
import type { SuspectedLeak } from '../../model/leak.js';
import type { Column, NumberColumn } from '../../model/table.js';
import { auc } from '../../stats/auc.js';
import { aucInterval } from '../../stats/auc-interval.js';
import { crossFittedAuc } from '../cross-fitted-auc.js';
import type { AttributeGrid, CodedTable } from '../grid.js';
import { leakWord } from '../leak-names.js';
import { isClear, said } from './judge-alone.js';

/** Of each class, at first and where a pair looks odd; AUC does not depend on how many there are of either. */
const firstRows = 150;
const moreRows = 800;
const mostAttributes = 24;
/** Cells of one attribute when it is crossed with another. */
const crossedCells = 10;
const looksOdd = 0.85;
/** How far above what two independent attributes of their strength would reach together. */
const beyondParts = 0.04;
const leastRarer = 30;

interface PairSearch {
  readonly coded: CodedTable;
  readonly labels: Uint8Array;
  readonly columns: readonly Column[];
  readonly outcome: string | undefined;
  /** Attributes that are out already. */
  readonly isOut: (attribute: string) => boolean;
}

/**
 * Two attributes that give the outcome away together though neither does alone: a difference or a ratio of two numbers (the day
 * of the last order and the day of the export), two cells that are equal for one class only, or a crossing of values.
 * Only where they reach far more than attributes of their strength can when each adds what it knows.
 * @returns the one whose name tells, or both.
 */
export function findPairLeaks({ coded, labels, columns, outcome, isOut }: PairSearch): SuspectedLeak[] {
  const numbers = columns.filter((column): column is NumberColumn => column.type === 'number' && !isOut(column.name));
  const samples = [firstRows, moreRows].map((most) => evenRows(labels, most));
  if (samples[0].labels.filter((label) => label === 1).length < leastRarer) return [];
  const found: { pair: [string, string]; auc: Interval; how: string }[] = [];
  const strength = new Map<string, number>();
  coded.grids.forEach((grid, g) => {
    const { rows, labels: some } = samples[1];
    const value = crossFittedAuc(
      Uint8Array.from(rows, (row) => coded.codes[g][row]),
      { labels: some, size: grid.binCount + 2 },
    );
    strength.set(grid.attribute, Math.max(value, strength.get(grid.attribute) ?? 0.5));
  });
  const isMore = (pair: [string, string], together: Interval) =>
    isClear(together) &&
    isBeyond(
      together,
      pair.map((name) => strength.get(name) ?? 0.5),
    );
  for (const [a, b] of pairsOf(numbers.slice(0, mostAttributes))) {
    for (const { how, combine } of combinations) {
      const values = (rows: Int32Array) => Float64Array.from(rows, (row) => combine(a.values[row], b.values[row]));
      if (Math.abs(auc(fill(values(samples[0].rows)), samples[0].labels) - 0.5) + 0.5 < looksOdd) continue;
      const together = eitherWay(aucInterval(fill(values(samples[1].rows)), samples[1].labels));
      if (!isMore([a.name, b.name], together)) continue;
      found.push({ pair: [a.name, b.name], auc: together, how });
      break;
    }
  }
  const crossed = coded.grids
    .map((grid, g) => ({ grid, g }))
    .filter(({ grid }) => grid.kind !== 'member' && !isOut(grid.attribute))
    .slice(0, mostAttributes)
    .map(({ grid, g }) => ({ attribute: grid.attribute, cells: cellsOf(grid, coded.codes[g]) }));
  for (const [a, b] of pairsOf(crossed)) {
    const pair: [string, string] = [a.attribute, b.attribute];
    if (found.some((known) => known.pair.join() === pair.join())) continue;
    const { rows, labels: some } = samples[1];
    const codes = Uint8Array.from(rows, (row) => a.cells[row] * crossedCells + b.cells[row]);
    const reached = crossFittedAuc(codes, { labels: some, size: crossedCells * crossedCells });
    const spread = Math.sqrt((reached * (1 - reached)) / (some.length / 2));
    const together = { estimate: reached, lower: reached - 2 * spread, upper: Math.min(1, reached + 2 * spread) };
    if (isMore(pair, together)) found.push({ pair, auc: together, how: 'their values crossed' });
  }
  return found.flatMap((one) => accuse(one, outcome));
}

const combinations: readonly { how: string; combine: (a: number, b: number) => number }[] = [
  { how: 'their difference', combine: (a, b) => a - b },
  { how: 'their ratio', combine: (a, b) => (b === 0 ? Number.NaN : a / b) },
  { how: 'whether they are equal', combine: (a, b) => (a === b ? 1 : 0) },
];

function accuse(
  { pair, auc: together, how }: { pair: [string, string]; auc: Interval; how: string },
  outcome: string | undefined,
): SuspectedLeak[] {
  const telling = pair.filter((name) => leakWord(name, outcome) !== null);
  return (telling.length === 1 ? telling : pair).map((attribute) => {
    const partner = attribute === pair[0] ? pair[1] : pair[0];
    return {
      attribute,
      kind: 'pair',
      severity: 'set aside',
      detail: `${attribute} and ${partner} separate the outcome together (${how}: ${said(together)}), far beyond what each knows alone.`,
      evidence: { auc: together, partner },
    };
  });
}

/** Whether two reach more than the sum of independent normal scores, each of which has one of these AUCs alone. */
function isBeyond({ estimate, lower }: Interval, alone: readonly number[]): boolean {
  const parts = Math.sqrt(alone.reduce((sum, one) => sum + deviate(one) ** 2, 0));
  return deviate(estimate - beyondParts) > parts && deviate(lower - beyondParts / 2) > parts;
}

function deviate(share: number): number {
  return normalQuantile(Math.min(0.999, share), 0, 1);
}

/** As many rows of either class, in their order, spread evenly. */
function evenRows(labels: Uint8Array, most: number): { rows: Int32Array; labels: Uint8Array } {
  const of = [0, 1].map((label) => {
    const all: number[] = [];
    labels.forEach((own, row) => {
      if (own === label) all.push(row);
    });
    const count = Math.min(most, all.length);
    return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
  });
  const rows = Int32Array.from([...of[0], ...of[1]].sort((a, b) => a - b));
  return { rows, labels: Uint8Array.from(rows, (row) => labels[row]) };
}

/** Missing values stand in the middle: they say nothing either way. */
function fill(values: Float64Array): Float64Array {
  if (!values.some(Number.isNaN)) return values;
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const middle = known.length === 0 ? 0 : known[known.length >> 1];
  return values.map((value) => (Number.isNaN(value) ? middle : value));
}

/** Neighbouring bins joined, the rarest values of a category together. */
function cellsOf(grid: AttributeGrid, codes: Uint8Array): Uint8Array {
  const { binCount } = grid;
  const values = crossedCells - 1;
  const cell = (code: number) => {
    if (code === binCount + 1) return values;
    if (binCount <= values) return Math.min(code, values - 1);
    return grid.kind === 'numeric'
      ? Math.floor((Math.min(code, binCount - 1) * values) / binCount)
      : Math.min(code, values - 1);
  };
  return codes.map(cell);
}

function eitherWay({ estimate, lower, upper }: Interval): Interval {
  return estimate >= 0.5 ? { estimate, lower, upper } : { estimate: 1 - estimate, lower: 1 - upper, upper: 1 - lower };
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}

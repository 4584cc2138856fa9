import type { Column } from '../model/table.js';
import { homogeneityTest } from '../stats/homogeneity-test.js';
import { kolmogorovSmirnov } from '../stats/kolmogorov-smirnov.js';
import type { ColumnChange } from './table-changes.js';

/** How a column differs from the one of that name in an earlier import. */
export function compareColumns(before: Column, after: Column): ColumnChange {
  const [was, is] = [describe(before), describe(after)];
  const missingIn = (one: Map<string, number>, other: Map<string, number>) =>
    [...one.entries()]
      .filter(([value]) => !other.has(value))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 10)
      .map(([value]) => value);
  const hasCounts = was.counts !== null && is.counts !== null;
  return {
    column: after.name,
    fill: { before: was.fill, after: is.fill },
    distinct: { before: was.distinct, after: is.distinct },
    ...shiftOf(was, is),
    newValues: hasCounts ? missingIn(is.counts, was.counts) : [],
    goneValues: hasCounts ? missingIn(was.counts, is.counts) : [],
  };
}

interface Described {
  readonly fill: number;
  readonly distinct: number;
  /** Rows by value, where the values are few. */
  readonly counts: Map<string, number> | null;
  /** Sorted, of numbers and dates. */
  readonly values: Float64Array | null;
}

const mostValues = 200;

function describe(column: Column): Described {
  if (column.type === 'number' || column.type === 'date') {
    const values = column.values.filter((value) => !Number.isNaN(value)).sort();
    let distinct = 0;
    for (let i = 0; i < values.length; i++) if (i === 0 || values[i] !== values[i - 1]) distinct++;
    return { fill: share(values.length, column.values.length), distinct, counts: null, values };
  }
  const byCode = new Float64Array(column.labels.length);
  for (const code of column.codes) if (code >= 0) byCode[code]++;
  const rows = column.type === 'set' ? column.missing.length : column.codes.length;
  const present =
    column.type === 'set'
      ? column.missing.reduce((sum, missing) => sum + 1 - missing, 0)
      : byCode.reduce((sum, count) => sum + count, 0);
  const used = [...byCode.entries()].filter(([, count]) => count > 0);
  const counts = used.length > mostValues ? null : new Map(used.map(([code, count]) => [column.labels[code], count]));
  return { fill: share(present, rows), distinct: used.length, counts, values: null };
}

function shiftOf(was: Described, is: Described): Pick<ColumnChange, 'shift' | 'shiftP'> {
  const none = { shift: null, shiftP: null };
  if (was.fill === 0 || is.fill === 0) return none;
  if (was.values !== null && is.values !== null) {
    const { statistic, p } = kolmogorovSmirnov(was.values, is.values);
    return { shift: statistic, shiftP: p };
  }
  if (was.counts === null || is.counts === null) return none;
  const [before, after] = [was.counts, is.counts];
  const values = [...new Set([...before.keys(), ...after.keys()])];
  const [left, right] = [before, after].map((counts) => values.map((value) => counts.get(value) ?? 0));
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const [wasTotal, isTotal] = [total(left), total(right)];
  if (wasTotal === 0 || isTotal === 0) return none;
  const moved = left.reduce((sum, count, i) => sum + Math.abs(count / wasTotal - right[i] / isTotal), 0);
  return { shift: moved / 2, shiftP: homogeneityTest(left, right).p };
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}

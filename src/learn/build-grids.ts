import type { AttributeWish } from '../model/attribute-wish.js';
import type { CategoryColumn, Column, NumberColumn, SetColumn } from '../model/table.js';
import { binStarts, largestBinCount } from './bin-starts.js';
import type { AttributeGrid, CategoryGrid, MemberGrid, NumericGrid } from './grid.js';
import { roundCut } from './round-cut.js';

/** A category or member seen in fewer accounts than this cannot stand alone. */
const smallestCategory = 5;
/** Members of one set that may become attributes of their own. */
const mostMembers = 64;
/** Of more accounts every n-th number is enough to cut into bins of about equal count. */
const enoughNumbers = 100_000;

/**
 * Bins for every usable column, made without looking at the outcome. Every value with at least 1/maxBins of the accounts
 * has its own bin; the values between are joined to bins of about equal count. Constant columns, text and dates give no
 * grid; a set gives one grid for each frequent member.
 * @param columns the attributes. @param options `rows`: the accounts to look at (null: all); `maxBins`: 2–253, default 96;
 * `wishes`: cuts of one's own, by attribute; as many of them count as there may be bins.
 */
export function buildGrids(
  columns: readonly Column[],
  rows: Int32Array | null,
  options: { readonly maxBins?: number; readonly wishes?: ReadonlyMap<string, AttributeWish> } = {},
): AttributeGrid[] {
  const maxBins = Math.max(2, Math.min(largestBinCount, options.maxBins ?? 96));
  return columns.flatMap((column): AttributeGrid[] => {
    const wished = options.wishes?.get(column.name)?.cuts;
    if (column.type === 'number') return optional(numericGrid(column, { rows, maxBins, wished }));
    if (column.type === 'category') return optional(categoryGrid(column, rows, maxBins));
    return column.type === 'set' ? memberGrids(column, rows) : [];
  });
}

function numericGrid(
  column: NumberColumn,
  { rows, maxBins, wished }: { rows: Int32Array | null; maxBins: number; wished: readonly number[] | undefined },
): NumericGrid | null {
  const stride = Math.max(1, Math.floor((rows?.length ?? column.values.length) / enoughNumbers));
  const values = presentValues(column, { rows, stride }).sort();
  const distinct: number[] = [];
  const counts: number[] = [];
  for (const value of values) {
    if (distinct.length > 0 && distinct[distinct.length - 1] === value) counts[counts.length - 1]++;
    else {
      distinct.push(value);
      counts.push(1);
    }
  }
  const total = Math.ceil((rows?.length ?? column.values.length) / stride);
  if (distinct.length === 0 || (distinct.length === 1 && values.length === total)) return null;
  const cuts =
    wished?.slice(0, maxBins - 1) ??
    binStarts(counts, maxBins).map((start) =>
      column.isBanded ? distinct[start] : roundCut(distinct[start - 1], distinct[start]),
    );
  return { kind: 'numeric', attribute: column.name, whole: column.whole, cuts, binCount: cuts.length + 1 };
}

/** Finite numbers of the accounts; of very many, those of every n-th. */
function presentValues(
  column: NumberColumn,
  { rows, stride }: { rows: Int32Array | null; stride: number },
): Float64Array {
  const total = rows?.length ?? column.values.length;
  const present = new Float64Array(Math.ceil(total / stride));
  let count = 0;
  for (let i = 0; i < total; i += stride) {
    const value = column.values[rows === null ? i : rows[i]];
    // -0 and 0 are one value.
    if (Number.isFinite(value)) present[count++] = value + 0;
  }
  return present.subarray(0, count);
}

function categoryGrid(column: CategoryColumn, rows: Int32Array | null, maxBins: number): CategoryGrid | null {
  const counts = new Float64Array(column.labels.length);
  let missing = 0;
  const total = rows?.length ?? column.codes.length;
  for (let i = 0; i < total; i++) {
    const code = column.codes[rows === null ? i : rows[i]];
    if (code < 0) missing++;
    else counts[code]++;
  }
  const present = [...counts.keys()].filter((code) => counts[code] > 0);
  const frequent = present.filter((code) => counts[code] >= smallestCategory);
  if (frequent.length === 0 || (present.length === 1 && missing === 0)) return null;
  const byCount = (a: number, b: number) => counts[b] - counts[a] || compareText(column.labels[a], column.labels[b]);
  const labels = frequent
    .sort(byCount)
    .slice(0, maxBins)
    .map((code) => column.labels[code]);
  return { kind: 'category', attribute: column.name, labels, binCount: labels.length };
}

function memberGrids(column: SetColumn, rows: Int32Array | null): MemberGrid[] {
  const counts = new Float64Array(column.labels.length);
  const lastSeen = new Int32Array(column.labels.length).fill(-1);
  let known = 0;
  const total = rows?.length ?? column.missing.length;
  for (let i = 0; i < total; i++) {
    const row = rows === null ? i : rows[i];
    if (column.missing[row] === 1) continue;
    known++;
    for (let m = column.offsets[row]; m < column.offsets[row + 1]; m++) {
      const code = column.codes[m];
      if (lastSeen[code] !== i) counts[code]++;
      lastSeen[code] = i;
    }
  }
  return [...counts.keys()]
    .filter((code) => counts[code] >= smallestCategory && known - counts[code] >= smallestCategory)
    .sort((a, b) => counts[b] - counts[a] || compareText(column.labels[a], column.labels[b]))
    .slice(0, mostMembers)
    .map((code) => ({ kind: 'member', attribute: column.name, member: column.labels[code], binCount: 2 }));
}

/** By code unit: the same order on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function optional<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

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
 * @param columns the attributes. @param options `rows`: the accounts to look at (null: all); `maxBins`: 2–253, default 96
 * of a number and 253 of categories, which have no neighbours to be joined to;
 * `wishes`: own cuts (as many of them count as there may be bins), values that are one, and shapes, by attribute.
 */
export function buildGrids(
  columns: readonly Column[],
  rows: Int32Array | null,
  options: { readonly maxBins?: number; readonly wishes?: ReadonlyMap<string, AttributeWish> } = {},
): AttributeGrid[] {
  const maxBins = Math.max(2, Math.min(largestBinCount, options.maxBins ?? 96));
  return columns.flatMap((column): AttributeGrid[] => {
    const wish = options.wishes?.get(column.name) ?? {};
    if (column.type === 'number') return optional(numericGrid(column, { rows, maxBins, wish }));
    if (column.type === 'category')
      return optional(
        categoryGrid(column, { rows, maxBins: Math.min(largestBinCount, options.maxBins ?? largestBinCount), wish }),
      );
    return column.type === 'set' ? memberGrids(column, rows) : [];
  });
}

interface GridOptions {
  readonly rows: Int32Array | null;
  readonly maxBins: number;
  readonly wish: AttributeWish;
}

function numericGrid(column: NumberColumn, { rows, maxBins, wish }: GridOptions): NumericGrid | null {
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
    wish.cuts?.slice(0, maxBins - 1) ??
    binStarts(counts, maxBins).map((start) =>
      column.isBanded ? distinct[start] : roundCut(distinct[start - 1], distinct[start]),
    );
  const shape = wish.monotone === undefined ? {} : { shape: wish.monotone };
  return { kind: 'numeric', attribute: column.name, whole: column.whole, cuts, binCount: cuts.length + 1, ...shape };
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

function categoryGrid(column: CategoryColumn, { rows, maxBins, wish }: GridOptions): CategoryGrid | null {
  const ofLabel = new Float64Array(column.labels.length);
  let missing = 0;
  const total = rows?.length ?? column.codes.length;
  for (let i = 0; i < total; i++) {
    const code = column.codes[rows === null ? i : rows[i]];
    if (code < 0) missing++;
    else ofLabel[code]++;
  }
  const bins = binsOf(column.labels, { counts: ofLabel, groups: wish.groups ?? [] });
  const present = bins.filter(({ count }) => count > 0);
  const frequent = present.filter(({ count }) => count >= smallestCategory);
  if (frequent.length === 0 || (present.length === 1 && missing === 0)) return null;
  const kept = frequent.sort((a, b) => b.count - a.count || compareText(a.label, b.label)).slice(0, maxBins);
  const valuesOf = kept.some(({ values }) => values.length > 1) ? { valuesOf: kept.map(({ values }) => values) } : {};
  const labels = kept.map(({ label }) => label);
  return { kind: 'category', attribute: column.name, labels, ...valuesOf, binCount: labels.length };
}

/** Each value alone, or with those that are to be one with it. Of a value in two groups the first counts. */
function binsOf(
  labels: readonly string[],
  { counts, groups }: { counts: Float64Array; groups: readonly (readonly string[])[] },
): { label: string; values: readonly string[]; count: number }[] {
  const countOf = new Map(labels.map((label, code) => [label, counts[code]]));
  const taken = new Set<string>();
  const joined = groups.flatMap((group) => {
    const values = [...new Set(group)].filter((value) => !taken.has(value));
    for (const value of values) taken.add(value);
    const count = values.reduce((sum, value) => sum + (countOf.get(value) ?? 0), 0);
    return count > 0 ? [{ label: values.join(' or '), values, count }] : [];
  });
  const alone = labels.flatMap((label, code) =>
    taken.has(label) ? [] : [{ label, values: [label], count: counts[code] }],
  );
  return [...joined, ...alone];
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

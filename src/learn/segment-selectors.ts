import type { Column, NumberColumn } from '../model/table.js';
import type { Trait } from '../model/trait.js';
import { type BitLayout, countIntersection } from './bitset.js';
import { type CoarseGroups, coarsenGrid } from './coarse-groups.js';
import { countCodes } from './count-codes.js';
import type { AttributeGrid, CodedTable } from './grid.js';
import type { Selector } from './search-subgroups.js';
import { valueCondition } from './value-condition.js';

/** A selector that can be said as a trait. */
export interface TraitSelector extends Selector {
  readonly trait: Trait;
}

/** Groups of values that an attribute is cut into, so that its bounds are few and round. */
const mostGroups = 6;
/** Selectors that are searched at most: the search takes time with their third power. */
const mostSelectors = 200;
/** Values of one category that a trait names at most. */
const mostTogether = 4;

/**
 * The traits that segments are made of: ranges between at most five round cuts, made without looking at the outcome; single
 * categories and few of like rate; members of sets. Traits that pick the same accounts appear once; where there are too many, those that tell least alone are left out.
 * @returns `considered`: attribute of every trait that was looked at, left out or not.
 */
export function segmentSelectors(from: {
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  readonly labels: Uint8Array;
  readonly rows: Int32Array;
  readonly layout: BitLayout;
  readonly minAccounts: number;
}): { readonly selectors: TraitSelector[]; readonly considered: Int32Array } {
  const { coded, columns, labels, rows, layout, minAccounts } = from;
  const byName = new Map(columns.map((column) => [column.name, column]));
  // Members of one set may be joined with one another; ranges or values of one attribute may not.
  const selectors = coded.grids.flatMap((grid, attribute) => {
    const codes = coded.codes[attribute];
    const { accounts: counts } = countCodes(codes, { labels, rows, size: grid.binCount + 2 });
    const coarse = coarsenGrid(grid, { counts, mostGroups, leastAccounts: minAccounts });
    const values = coarse.groups.filter(({ kind }) => kind === 'value');
    const chosen =
      grid.kind === 'category' ? bestValues(coarse, { codes, labels, rows }) : runs(values.length, grid.kind);
    return chosen.map((groups) => ({
      attribute,
      trait: traitOf(grid, { chosen: groups, groups: values, column: byName.get(grid.attribute) }),
      bits: bitsOf(coarse.groupOf, { codes, rows, layout, chosen: groups }),
    }));
  });
  return {
    selectors: mostTelling(withoutTwins(selectors), { layout, minAccounts }),
    considered: Int32Array.from(selectors, ({ attribute }) => attribute),
  };
}

/** Neighbouring groups; never all of them, which would say no more than that the attribute is known. */
function runs(count: number, kind: 'numeric' | 'member'): number[][] {
  if (kind === 'member') return count === 2 ? [[1]] : [];
  const all = Array.from({ length: count }, (_, i) => i);
  const every = all.flatMap((first) => all.slice(first).map((last) => all.slice(first, last + 1)));
  return every.filter((chosen) => chosen.length < count);
}

/**
 * Each value alone, and the two, three … best or worst together. Values of middling and of high rate make no set that a
 * person would think of. The rates are those of the accounts searched, so they are judged with the search, on others.
 */
function bestValues(
  coarse: CoarseGroups,
  from: { codes: Uint8Array; labels: Uint8Array; rows: Int32Array },
): number[][] {
  const groups = Int16Array.from(from.codes, (code) => coarse.groupOf[code]);
  const { accounts, positives } = countCodes(groups, { ...from, size: coarse.groups.length });
  const values = [...coarse.groups.keys()].filter((g) => coarse.groups[g].kind === 'value');
  const ranked = values.toSorted((a, b) => positives[b] / accounts[b] - positives[a] / accounts[a] || a - b);
  const together = ranked.slice(0, mostTogether).flatMap((_, i): number[][] => {
    const size = i + 1;
    if (size < 2 || size >= ranked.length) return [];
    return [ranked.slice(0, size), ranked.slice(-size)];
  });
  return [...values.map((one) => [one]), ...together.map((set) => set.toSorted((a, b) => a - b))];
}

function traitOf(
  grid: AttributeGrid,
  from: { chosen: readonly number[]; groups: CoarseGroups['groups']; column: Column | undefined },
): Trait {
  const { chosen, groups, column } = from;
  const { attribute } = grid;
  if (grid.kind === 'member') return { attribute, condition: { kind: 'includes', member: grid.member } };
  if (grid.kind === 'category') {
    return { attribute, condition: { kind: 'in', values: chosen.map((g) => grid.labels[groups[g].first]) } };
  }
  const first = groups[chosen[0]].first;
  const { last } = groups[chosen[chosen.length - 1]];
  const cuts = { lower: grid.cuts[first - 1] ?? null, upper: grid.cuts[last] ?? null };
  const empty: NumberColumn = { type: 'number', name: attribute, values: new Float64Array(0), whole: grid.whole };
  return { attribute, condition: valueCondition(column?.type === 'number' ? column : empty, cuts) };
}

function bitsOf(
  groupOf: Int16Array,
  from: { codes: Uint8Array; rows: Int32Array; layout: BitLayout; chosen: readonly number[] },
): Uint32Array {
  const { codes, rows, layout, chosen } = from;
  const isIn = Uint8Array.from(groupOf, (group) => (chosen.includes(group) ? 1 : 0));
  const bits = new Uint32Array(layout.words);
  for (let i = 0; i < rows.length; i++) {
    const bit = layout.bitOf[i];
    bits[bit >>> 5] |= isIn[codes[rows[i]]] << (bit & 31);
  }
  return bits;
}

function withoutTwins(selectors: readonly TraitSelector[]): TraitSelector[] {
  const byHash = new Map<number, TraitSelector[]>();
  return selectors.filter((selector) => {
    let hash = 0;
    for (const word of selector.bits) hash = Math.imul(hash ^ word, 0x9e3779b1) ^ (hash >>> 15);
    const alike = byHash.get(hash) ?? [];
    if (alike.some(({ bits }) => bits.every((word, w) => word === selector.bits[w]))) return false;
    byHash.set(hash, [...alike, selector]);
    return true;
  });
}

/** The best of every attribute, then the second best of every attribute, and so on, until there are enough. */
function mostTelling(
  selectors: readonly TraitSelector[],
  { layout, minAccounts }: { layout: BitLayout; minAccounts: number },
): TraitSelector[] {
  const everyone = new Uint32Array(layout.words).fill(0xffffffff);
  const baseRate = layout.positives / layout.accounts;
  const rated = selectors.flatMap((selector) => {
    const { accounts, positives } = countIntersection(everyone, selector.bits, layout);
    return accounts < minAccounts
      ? []
      : [{ selector, rating: (positives - baseRate * accounts) / Math.sqrt(accounts), rank: 0 }];
  });
  if (rated.length <= mostSelectors) return rated.map(({ selector }) => selector);
  rated.sort((a, b) => b.rating - a.rating);
  const seen = new Map<number, number>();
  for (const one of rated) {
    one.rank = seen.get(one.selector.attribute) ?? 0;
    seen.set(one.selector.attribute, one.rank + 1);
  }
  rated.sort((a, b) => a.rank - b.rank || b.rating - a.rating);
  const kept = new Set(rated.slice(0, mostSelectors).map(({ selector }) => selector));
  return selectors.filter((selector) => kept.has(selector));
}

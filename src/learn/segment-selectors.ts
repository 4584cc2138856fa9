import type { Kernels } from '../kernels/kernels.js';
import type { Column, NumberColumn } from '../model/table.js';
import type { Trait } from '../model/trait.js';
import { binValues } from './bin-values.js';
import { type BitLayout, pickBits, type Tally } from './bitset.js';
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
/** Values of one category that a trait names at most, or leaves out at most: "A, B or C", "not A or B". */
const mostTogether = 3;
const mostLeftOut = 2;

/** A trait before its accounts are looked up. */
interface Candidate {
  readonly grid: AttributeGrid;
  readonly attribute: number;
  /** Value groups that it holds. */
  readonly chosen: readonly number[];
  readonly coarse: CoarseGroups;
  readonly tally: Tally;
}

/**
 * The traits that segments are made of: ranges between at most five round cuts, made without looking at the outcome; single
 * categories and few of like rate; members of sets. Traits that pick the same accounts appear once; where there are too
 * many, those that tell least alone are left out.
 * @param from `labels`: 1 where the account had the outcome, or what it is worth; `layout.positives` is their sum.
 * @returns with bits in the kernels' memory.
 */
export function segmentSelectors(from: {
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  readonly labels: ArrayLike<number>;
  readonly rows: Int32Array;
  readonly layout: BitLayout;
  readonly kernels: Kernels;
  readonly minAccounts: number;
}): TraitSelector[] {
  const { coded, columns, rows, layout, kernels } = from;
  const byName = new Map(columns.map((column) => [column.name, column]));
  const candidates = coded.grids.flatMap((grid, attribute) => listCandidates(grid, { ...from, attribute }));
  const matrix = kernels.words(Math.min(mostSelectors, candidates.length) * layout.words);
  const kept: { candidate: Candidate; bits: Uint32Array }[] = [];
  const twins = openTwins();
  for (const candidate of mostTelling(candidates, from)) {
    if (kept.length === mostSelectors) break;
    const bits = matrix.subarray(kept.length * layout.words, (kept.length + 1) * layout.words).fill(0);
    const { groupOf } = candidate.coarse;
    const isIn = Uint8Array.from(groupOf, (group) => (candidate.chosen.includes(group) ? 1 : 0));
    pickBits(rows, { codes: coded.codes[candidate.attribute], isIn, layout, into: bits });
    if (twins.isNew(bits)) kept.push({ candidate, bits });
  }
  return kept.map(({ candidate, bits }) => ({
    attribute: candidate.attribute,
    trait: traitOf(candidate, byName.get(candidate.grid.attribute)),
    bits,
  }));
}

/** Members of one set may be joined with one another; ranges or values of one attribute may not. */
function listCandidates(
  grid: AttributeGrid,
  from: { attribute: number; coded: CodedTable; labels: ArrayLike<number>; rows: Int32Array; minAccounts: number },
): Candidate[] {
  const { attribute, coded, labels, rows, minAccounts } = from;
  const byCode = countCodes(coded.codes[attribute], { labels, rows, size: grid.binCount + 2 });
  const coarse = coarsenGrid(grid, { counts: byCode.accounts, mostGroups, leastAccounts: minAccounts });
  const tallies = coarse.groups.map(() => ({ accounts: 0, positives: 0 }));
  coarse.groupOf.forEach((group, code) => {
    if (group < 0) return;
    tallies[group].accounts += byCode.accounts[code];
    tallies[group].positives += byCode.positives[code];
  });
  const valueCount = coarse.groups.filter(({ kind }) => kind === 'value').length;
  const choices = grid.kind === 'category' ? bestValues(coarse, tallies) : runs(valueCount, grid.kind);
  return choices.flatMap((chosen): Candidate[] => {
    const tally = chosen.reduce(
      (sum, group) => ({
        accounts: sum.accounts + tallies[group].accounts,
        positives: sum.positives + tallies[group].positives,
      }),
      { accounts: 0, positives: 0 },
    );
    return [{ grid, attribute, chosen, coarse, tally }];
  });
}

/** Neighbouring groups; never all of them, which would say no more than that the attribute is known. */
function runs(count: number, kind: 'numeric' | 'member'): number[][] {
  if (kind === 'member') return count === 2 ? [[1]] : [];
  const all = Array.from({ length: count }, (_, i) => i);
  const every = all.flatMap((first) => all.slice(first).map((last) => all.slice(first, last + 1)));
  return every.filter((chosen) => chosen.length < count);
}

/**
 * Each value alone, the two or three best or worst together, and all but the one or two best or worst. Values of middling
 * and of high rate make no set that a person would think of. The rates are those of the accounts searched, so they are
 * judged with the search, on others.
 */
function bestValues(coarse: CoarseGroups, tallies: readonly Tally[]): number[][] {
  const values = [...coarse.groups.keys()].filter((g) => coarse.groups[g].kind === 'value');
  const rate = (g: number) => tallies[g].positives / tallies[g].accounts;
  const ranked = values.toSorted((a, b) => rate(b) - rate(a) || a - b);
  const together = ranked.flatMap((_, i): number[][] => {
    const size = i + 1;
    const isSayable = size <= mostTogether || ranked.length - size <= mostLeftOut;
    return size < 2 || size >= ranked.length || !isSayable ? [] : [ranked.slice(0, size), ranked.slice(-size)];
  });
  return [...values.map((one) => [one]), ...together.map((set) => set.toSorted((a, b) => a - b))];
}

function traitOf({ grid, chosen, coarse }: Candidate, column: Column | undefined): Trait {
  const groups = coarse.groups.filter(({ kind }) => kind === 'value');
  const { attribute } = grid;
  if (grid.kind === 'member') return { attribute, condition: { kind: 'includes', member: grid.member } };
  if (grid.kind === 'category') {
    return { attribute, condition: { kind: 'in', values: chosen.flatMap((g) => binValues(grid, groups[g].first)) } };
  }
  const first = groups[chosen[0]].first;
  const { last } = groups[chosen[chosen.length - 1]];
  const cuts = { lower: grid.cuts[first - 1] ?? null, upper: grid.cuts[last] ?? null };
  const empty: NumberColumn = { type: 'number', name: attribute, values: new Float64Array(0), whole: grid.whole };
  return { attribute, condition: valueCondition(column?.type === 'number' ? column : empty, cuts) };
}

/** Remembers bitsets, to tell one that has been there already. */
function openTwins(): { readonly isNew: (bits: Uint32Array) => boolean } {
  const byHash = new Map<number, Uint32Array[]>();
  return {
    isNew(bits) {
      let hash = 0;
      for (const word of bits) hash = Math.imul(hash ^ word, 0x9e3779b1) ^ (hash >>> 15);
      const alike = byHash.get(hash) ?? [];
      if (alike.some((other) => bits.every((word, w) => word === other[w]))) return false;
      byHash.set(hash, [...alike, bits]);
      return true;
    },
  };
}

/** Large enough ones: the best of every attribute, then the second best of every attribute, and so on. */
function mostTelling(
  candidates: readonly Candidate[],
  { layout, minAccounts }: { layout: BitLayout; minAccounts: number },
): Candidate[] {
  const baseRate = layout.positives / layout.accounts;
  const rated = candidates
    .filter(({ tally }) => tally.accounts >= minAccounts)
    .map((candidate) => {
      const { accounts, positives } = candidate.tally;
      return { candidate, rating: (positives - baseRate * accounts) / Math.sqrt(accounts), rank: 0 };
    });
  rated.sort((a, b) => b.rating - a.rating);
  const seen = new Map<number, number>();
  for (const one of rated) {
    one.rank = seen.get(one.candidate.attribute) ?? 0;
    seen.set(one.candidate.attribute, one.rank + 1);
  }
  return rated.sort((a, b) => a.rank - b.rank || b.rating - a.rating).map(({ candidate }) => candidate);
}

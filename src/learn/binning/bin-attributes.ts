import type { AttributeBin, AttributeBins, BinTrend } from '../../model/attribute-bins.js';
import type { AttributeWish } from '../../model/attribute-wish.js';
import type { Column, NumberColumn } from '../../model/table.js';
import { formatCondition } from '../../model/trait-text.js';
import { binValues } from '../bin-values.js';
import { type CodeCounts, countCodes } from '../count-codes.js';
import type { AttributeGrid, CodedTable, NumericGrid } from '../grid.js';
import { valueCondition } from '../value-condition.js';
import { chooseBins } from './choose-bins.js';
import { informationValue } from './optimal-bins.js';
import { weightOfEvidence } from './weight-of-evidence.js';

/** Groups smaller than this are never published (M28). */
const smallestBin = 11;
/** Ranges hold at least this share of the accounts, categories that stand alone at least this. */
const rangeShare = 0.05;
const categoryShare = 0.02;

/** Accounts and positives under a name. */
interface NamedBin {
  readonly values: string;
  readonly accounts: number;
  readonly positives: number;
}

/**
 * What each attribute tells by itself: numbers in the ranges of largest information value (at least 5 % of the accounts
 * each; as many turns as the data carry), categories one by one (from 2 % on), missing apart. For people and reports: the
 * model works on the finer grid. Bins of under eleven accounts are not told.
 * @param from `wishes` by attribute: own cuts are taken as they are; values that are one and shapes are in the grids.
 * @returns the most telling first; attributes that are one bin are left out.
 */
export function binAttributes(from: {
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  readonly labels: Uint8Array;
  readonly wishes?: ReadonlyMap<string, AttributeWish>;
}): AttributeBins[] {
  const { coded, columns, labels } = from;
  const byName = new Map(columns.map((column) => [column.name, column]));
  const found = coded.grids.flatMap((grid, g): AttributeBins[] => {
    const counts = countCodes(coded.codes[g], { labels, size: grid.binCount + 2 });
    const wish = from.wishes?.get(grid.attribute) ?? {};
    const { bins: named, trend } = nameBins(grid, {
      counts,
      column: byName.get(grid.attribute),
      wish,
      total: labels.length,
    });
    const bins = named.filter(({ accounts }) => accounts >= smallestBin);
    if (bins.length < 2) return [];
    const member = grid.kind === 'member' ? { member: grid.member } : {};
    return [{ attribute: grid.attribute, ...member, ...weigh(bins), trend }];
  });
  return found.sort((a, b) => b.informationValue - a.informationValue || compareText(a.attribute, b.attribute));
}

function weigh(bins: readonly NamedBin[]): { informationValue: number; bins: AttributeBin[] } {
  const counts = { accounts: bins.map((bin) => bin.accounts), positives: bins.map((bin) => bin.positives) };
  const weights = weightOfEvidence(counts);
  return {
    informationValue: informationValue(counts),
    bins: bins.map((bin, i) => ({ ...bin, weight: weights[i] })),
  };
}

interface GridCounts {
  readonly counts: CodeCounts;
  readonly column: Column | undefined;
  readonly wish: AttributeWish;
  readonly total: number;
}

function nameBins(grid: AttributeGrid, of: GridCounts): { bins: NamedBin[]; trend: BinTrend } {
  const missing = sumCodes('missing', { of, codes: [grid.binCount + 1] });
  if (grid.kind === 'numeric') {
    const { bins, trend } = nameRanges(grid, of);
    return { bins: [...bins, missing], trend };
  }
  if (grid.kind === 'member') {
    // A set is missing as a whole, so its missing cells say nothing about one member.
    return { bins: ['without', 'with'].map((word, code) => sumCodes(word, { of, codes: [code] })), trend: 'none' };
  }
  return { bins: [...nameCategories(grid, of), missing], trend: 'none' };
}

function nameRanges(grid: NumericGrid, of: GridCounts): { bins: NamedBin[]; trend: BinTrend } {
  const { counts, column, wish, total } = of;
  const size = grid.binCount;
  const inOrder = { accounts: counts.accounts.subarray(0, size), positives: counts.positives.subarray(0, size) };
  const minAccounts = Math.max(smallestBin, rangeShare * total);
  const chosen =
    wish.cuts === undefined
      ? chooseBins(inOrder, { minAccounts, ...(grid.shape === undefined ? {} : { shape: grid.shape }) })
      : { starts: Array.from({ length: size }, (_, bin) => bin), trend: 'free' as const };
  const numbers: NumberColumn =
    column?.type === 'number'
      ? column
      : { type: 'number', name: grid.attribute, values: new Float64Array(0), whole: grid.whole };
  const bins = chosen.starts.map((first, i) => {
    const end = chosen.starts[i + 1] ?? size;
    const condition = valueCondition(numbers, {
      lower: grid.cuts[first - 1] ?? null,
      upper: grid.cuts[end - 1] ?? null,
    });
    const codes = Array.from({ length: end - first }, (_, k) => first + k);
    return sumCodes(formatCondition(condition).replace(/^= /, ''), { of, codes });
  });
  return { bins, trend: chosen.trend };
}

function nameCategories(grid: Extract<AttributeGrid, { kind: 'category' }>, of: GridCounts): NamedBin[] {
  const { counts, total } = of;
  const codes = grid.labels.map((_, code) => code);
  const least = Math.max(smallestBin, categoryShare * total);
  const stands = (code: number) => counts.accounts[code] >= least || binValues(grid, code).length > 1;
  const rest = [...codes.filter((code) => !stands(code)), grid.binCount];
  const rate = ({ accounts, positives }: NamedBin) => positives / Math.max(accounts, 1);
  const named = codes.filter(stands).map((code) => sumCodes(grid.labels[code], { of, codes: [code] }));
  named.sort((a, b) => rate(b) - rate(a) || b.accounts - a.accounts);
  return [...named, sumCodes('other', { of, codes: rest })];
}

function sumCodes(values: string, { of, codes }: { of: GridCounts; codes: readonly number[] }): NamedBin {
  let [accounts, positives] = [0, 0];
  for (const code of codes) {
    accounts += of.counts.accounts[code];
    positives += of.counts.positives[code];
  }
  return { values, accounts, positives };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { adjustBenjaminiHochberg } from '../stats/adjust-benjamini-hochberg.js';
import { chiSquareSurvival } from '../stats/chi-square-survival.js';
import { chiSquareTest } from '../stats/chi-square-test.js';
import { fisherExact } from '../stats/fisher-exact.js';
import { trendTest } from '../stats/trend-test.js';
import { type CoarseGroups, coarsenGrid } from './coarse-groups.js';
import { type CodeCounts, countCodes } from './count-codes.js';
import type { AttributeGrid, CodedTable } from './grid.js';

/** Whether one attribute (or one member of a set) has anything to do with the outcome. */
export interface AttributeTest {
  readonly attribute: string;
  readonly member?: string;
  /** That the outcome's rate is the same whatever the attribute is; 1 when there is nothing to compare. */
  readonly p: number;
  /** Benjamini–Hochberg over every attribute that could be compared. */
  readonly q: number;
  /** Of the coarse groups, in natural-log units; half an account added to each cell. */
  readonly informationValue: number;
}

const mostGroups = 10;

/**
 * One test an attribute, over at most ten groups of values that were made without looking at the outcome.
 * Ordered attributes: Pearson's statistic is split into a trend along the ranks (one degree of freedom) and the rest,
 * which are independent, and the smaller of the two p-values is corrected for being the smaller (Šidák).
 * Categories: Pearson. Two groups of which one expects under five: Fisher, exact.
 * @returns in the order of the grids.
 */
export function testAttributes(from: { readonly coded: CodedTable; readonly labels: Uint8Array }): AttributeTest[] {
  const { coded, labels } = from;
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const found = coded.grids.map((grid, g) => {
    const byCode = countCodes(coded.codes[g], { labels, size: grid.binCount + 2 });
    const coarse = coarsenGrid(grid, {
      counts: byCode.accounts,
      mostGroups,
      leastAccounts: leastGroup(positives, labels.length),
    });
    const counts = groupCounts(coarse, byCode);
    return { grid, isCompared: coarse.groups.length > 1, p: testGroups(coarse, counts), counts };
  });
  const compared = found.filter(({ isCompared }) => isCompared);
  const adjusted = adjustBenjaminiHochberg(compared.map(({ p }) => p));
  const q = new Map(compared.map(({ grid }, i) => [grid, adjusted[i]]));
  return found.map(({ grid, p, counts }) => ({
    ...nameOf(grid),
    p,
    q: q.get(grid) ?? 1,
    informationValue: informationValue(counts),
  }));
}

/** Enough that a group expects three of the rarer class: below that the chi-square law is no guide. */
export function leastGroup(positives: number, accounts: number): number {
  const rarer = Math.min(positives, accounts - positives);
  return rarer === 0 ? accounts : Math.max(8, Math.min(Math.ceil((3 * accounts) / rarer), accounts / 4));
}

function groupCounts({ groupOf, groups }: CoarseGroups, byCode: CodeCounts): CodeCounts {
  const accounts = new Float64Array(groups.length);
  const positives = new Float64Array(groups.length);
  groupOf.forEach((group, code) => {
    if (group < 0) return;
    accounts[group] += byCode.accounts[code];
    positives[group] += byCode.positives[code];
  });
  return { accounts, positives };
}

/** That the rate is the same in all groups. @param counts by group; of accounts drawn anew they may differ from those that the groups were made from. */
export function testGroups({ groups, isOrdered }: CoarseGroups, { accounts, positives }: CodeCounts): number {
  const total = sum(accounts);
  const hits = sum(positives);
  if (groups.length < 2 || hits === 0 || hits === total) return 1;
  const rarer = Math.min(hits, total - hits) / total;
  if (groups.length === 2 && Math.min(...accounts) * rarer < 5) {
    const [first, second] = [0, 1].map((g) => ({ positives: positives[g], accounts: accounts[g] }));
    const rest = { otherPositives: second.positives, otherAccounts: second.accounts };
    return fisherExact({ ...first, ...rest }).twoSided;
  }
  const { statistic, df } = chiSquareTest(positives, accounts);
  // Given both margins, Pearson's statistic has mean df · n / (n − 1): taken out so that small tables stay honest.
  const scale = (total - 1) / total;
  if (!isOrdered || df === 1) return chiSquareSurvival(statistic * scale, df);
  const trend = trendTest({ positives, accounts, positions: rankPositions(groups) }).z ** 2;
  const alongTrend = chiSquareSurvival(trend * scale, 1);
  const besideTrend = chiSquareSurvival(Math.max(0, statistic - trend) * scale, df - 1);
  const smaller = Math.min(alongTrend, besideTrend);
  return smaller * (2 - smaller);
}

/** Mean rank of each group; missing stands at the centre, where it takes no part in the trend. */
function rankPositions(groups: CoarseGroups['groups']): number[] {
  let before = 0;
  const ranks = groups.map(({ kind, accounts }) => {
    if (kind === 'missing') return Number.NaN;
    before += accounts;
    return before - accounts / 2;
  });
  return ranks.map((rank) => (Number.isNaN(rank) ? before / 2 : rank));
}

function informationValue({ accounts, positives }: CodeCounts): number {
  const [hits, total] = [sum(positives), sum(accounts)];
  let value = 0;
  for (let g = 0; g < accounts.length; g++) {
    const good = (positives[g] + 0.5) / (hits + accounts.length / 2);
    const bad = (accounts[g] - positives[g] + 0.5) / (total - hits + accounts.length / 2);
    value += (good - bad) * Math.log(good / bad);
  }
  return value;
}

function nameOf(grid: AttributeGrid): { attribute: string; member?: string } {
  return grid.kind === 'member' ? { attribute: grid.attribute, member: grid.member } : { attribute: grid.attribute };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

import { adjustBenjaminiHochberg } from '../../stats/adjust-benjamini-hochberg.js';
import { chiSquareSurvival } from '../../stats/chi-square-survival.js';
import { midRanks } from '../../stats/mid-ranks.js';
import { coarsenGrid } from '../coarse-groups.js';
import type { CodedTable } from '../grid.js';

/** Whether one attribute (or one member of a set) has anything to do with the amount. */
export interface AmountTest {
  /** That amounts are alike whatever the attribute is; 1 when there is nothing to compare. */
  readonly p: number;
  /** Benjamini–Hochberg over every attribute that could be compared. */
  readonly q: number;
}

const mostGroups = 10;
const leastGroup = 8;

/**
 * Kruskal and Wallis's test of each attribute, over at most ten groups of values that were made without looking at the
 * amounts: it goes by ranks, so the tail decides nothing. Ordered attributes: the statistic is split into a trend and the
 * rest, and the smaller of the two p-values is corrected for being the smaller (Šidák).
 * Source: W. Kruskal and W. Wallis, JASA 47 (1952) 583–621.
 * @returns in the order of the grids.
 */
export function testAmounts({
  coded,
  amounts,
}: {
  readonly coded: CodedTable;
  readonly amounts: Float64Array;
}): AmountTest[] {
  const ranks = midRanks(amounts);
  const mean = (amounts.length + 1) / 2;
  const square = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  const ps = coded.grids.map((grid, g) => {
    const codes = coded.codes[g];
    const counts = new Float64Array(grid.binCount + 2);
    for (const code of codes) counts[code]++;
    const { groupOf, groups, isOrdered } = coarsenGrid(grid, { counts, mostGroups, leastAccounts: leastGroup });
    if (groups.length < 2 || !(square > 0)) return null;
    const sums = new Float64Array(groups.length);
    const sizes = new Float64Array(groups.length);
    codes.forEach((code, i) => {
      if (groupOf[code] < 0) return;
      sizes[groupOf[code]]++;
      sums[groupOf[code]] += ranks[i] - mean;
    });
    const scale = (amounts.length - 1) / square;
    const df = groups.length - 1;
    const centre = sums.reduce((sum, value) => sum + value, 0) / sizes.reduce((sum, value) => sum + value, 0);
    const all = scale * sums.reduce((sum, value, k) => sum + sizes[k] * (value / sizes[k] - centre) ** 2, 0);
    if (!isOrdered || df === 1) return chiSquareSurvival(all, df);
    const trend = scale * trendOf({ sums, sizes, centre, isMissing: groups.map(({ kind }) => kind === 'missing') });
    const smaller = Math.min(chiSquareSurvival(trend, 1), chiSquareSurvival(Math.max(0, all - trend), df - 1));
    return smaller * (2 - smaller);
  });
  const compared = ps.filter((p) => p !== null);
  const adjusted = adjustBenjaminiHochberg(compared);
  let next = 0;
  return ps.map((p) => (p === null ? { p: 1, q: 1 } : { p, q: adjusted[next++] }));
}

/** Sum of squares along the mean ranks of the groups; missing stands at the centre, where it takes no part. */
function trendOf(of: {
  sums: Float64Array;
  sizes: Float64Array;
  centre: number;
  isMissing: readonly boolean[];
}): number {
  let before = 0;
  const places = of.isMissing.map((missing, k) => {
    if (missing) return Number.NaN;
    before += of.sizes[k];
    return before - of.sizes[k] / 2;
  });
  const middle = before / 2;
  let [along, spread] = [0, 0];
  places.forEach((place, k) => {
    if (Number.isNaN(place)) return;
    along += (place - middle) * (of.sums[k] - of.sizes[k] * of.centre);
    spread += of.sizes[k] * (place - middle) ** 2;
  });
  return spread > 0 ? along ** 2 / spread : 0;
}

import type { Durations } from '../../model/duration.js';
import { adjustBenjaminiHochberg } from '../../stats/adjust-benjamini-hochberg.js';
import { chiSquareSurvival } from '../../stats/chi-square-survival.js';
import { invertSymmetric } from '../../stats/invert-symmetric.js';
import { type LogRank, logRank, logRankAlong } from '../../stats/log-rank.js';
import { type CoarseGroups, coarsenGrid } from '../coarse-groups.js';
import type { CodedTable } from '../grid.js';
import { exposuresOf, timeBins } from './time-bins.js';

/** Whether one attribute (or one member of a set) has anything to do with how long accounts last. */
export interface TimeTest {
  /** That accounts last alike whatever the attribute is; 1 when there is nothing to compare. */
  readonly p: number;
  /** Benjamini–Hochberg over every attribute that could be compared. */
  readonly q: number;
}

const mostGroups = 10;
const leastGroup = 8;

/**
 * The log-rank test of each attribute, over at most ten groups of values that were made without looking at durations. Ordered
 * attributes: also along the order, and the smaller of the two p-values is corrected for being the smaller (Šidák, though
 * the two overlap: on the safe side).
 * @returns in the order of the grids.
 */
export function testTimes({ coded, ...of }: Durations & { readonly coded: CodedTable }): TimeTest[] {
  const bins = timeBins(of);
  const times = bins?.edges.length ?? 0;
  // In whole bins: who was watched for half of one or more was in it.
  const until =
    bins === null
      ? null
      : exposuresOf(of, bins).map((exposure) => Math.sign(exposure) * Math.round(Math.abs(exposure)));
  const ps = coded.grids.map((grid, g) => {
    const codes = coded.codes[g];
    const counts = new Float64Array(grid.binCount + 2);
    for (const code of codes) counts[code]++;
    const coarse = coarsenGrid(grid, { counts, mostGroups, leastAccounts: leastGroup });
    const groups = coarse.groups.length;
    if (groups < 2 || until === null) return null;
    const atRisk = new Float64Array(groups * times);
    const events = new Float64Array(groups * times);
    codes.forEach((code, row) => {
      const group = coarse.groupOf[code];
      const last = Math.abs(until[row]);
      if (group < 0 || last === 0) return;
      atRisk[group * times + last - 1]++;
      if (until[row] > 0) events[group * times + last - 1]++;
    });
    for (let group = 0; group < groups; group++) {
      for (let k = times - 2; k >= 0; k--) atRisk[group * times + k] += atRisk[group * times + k + 1];
    }
    return judge(logRank({ groups, times, atRisk, events }), coarse);
  });
  const compared = ps.filter((p) => p !== null);
  const adjusted = adjustBenjaminiHochberg(compared);
  let next = 0;
  return ps.map((p) => (p === null ? { p: 1, q: 1 } : { p, q: adjusted[next++] }));
}

function judge(result: LogRank, { groups, isOrdered }: CoarseGroups): number {
  const size = groups.length - 1;
  // Of all groups but the last: the differences sum to nought.
  const block = Float64Array.from({ length: size * size }, (_, at) => {
    return result.covariance[Math.floor(at / size) * groups.length + (at % size)];
  });
  for (let g = 0; g < size; g++) block[g * size + g] += 1e-9 * Math.max(1, block[g * size + g]);
  const inverse = invertSymmetric(block, size);
  let statistic = 0;
  for (let g = 0; g < size; g++) {
    for (let h = 0; h < size; h++) {
      const [a, b] = [g, h].map((group) => result.observed[group] - result.expected[group]);
      statistic += a * b * inverse[g * size + h];
    }
  }
  const all = chiSquareSurvival(statistic, size);
  if (!isOrdered || size === 1) return all;
  let before = 0;
  const places = groups.map(({ accounts, kind }) => {
    if (kind === 'missing') return Number.NaN;
    before += accounts;
    return before - accounts / 2;
  });
  // Missing stands in the middle, where it takes no part.
  const { p } = logRankAlong(
    result,
    places.map((place) => (Number.isNaN(place) ? before / 2 : place) / before),
  );
  const smaller = Math.min(p, all);
  return smaller * (2 - smaller);
}

import type { Durations } from '../../model/duration.js';
import type { SuspectedLeak } from '../../model/leak.js';
import type { Column } from '../../model/table.js';
import { midRanks } from '../../stats/mid-ranks.js';
import { findLeaks, type LeakSearch } from '../find-leaks.js';
import type { CodedTable } from '../grid.js';

/** Share of the variance of the ranks of durations that an attribute explains by itself: it is the duration in other words. */
const isDuration = 0.8;
/** It goes with how long accounts have been watched, which what was known at the start has little reason to do. */
const goesWith = 0.25;
/** Correlation of the logarithms of a quotient and of the duration, squared: one column is the other times the duration. */
const isProduct = 0.98;
const leastRows = 50;
const mostRows = 5000;
const mostColumns = 40;

/**
 * Attributes that give the duration away, beside those that give the end away: nearly functions of it (days for months, age
 * bands of the contract), and sums over the time an account was there (revenue so far = price × duration).
 * @returns at most one entry for each attribute.
 */
export function findTimeLeaks(
  from: Omit<LeakSearch, 'labels'> &
    Durations & { readonly coded: CodedTable; readonly columns: readonly Column[]; readonly duration: string },
): SuspectedLeak[] {
  const { coded, durations, events, columns, duration } = from;
  const found = new Map(findLeaks({ ...from, labels: events }).map((leak) => [leak.attribute, leak]));
  const add = (leak: SuspectedLeak) => {
    if (found.get(leak.attribute)?.severity !== 'set aside') found.set(leak.attribute, leak);
  };
  const explained = new Map<string, number>();
  const ranks = midRanks(durations);
  coded.grids.forEach((grid, g) => {
    const share = explainedShare(ranks, coded.codes[g]);
    explained.set(grid.attribute, Math.max(share, explained.get(grid.attribute) ?? 0));
  });
  for (const leak of findProducts({ columns, durations, duration, explained })) add(leak);
  for (const [attribute, share] of explained) {
    const percent = `${(100 * share).toFixed(0)} %`;
    if (share >= isDuration)
      add({
        attribute,
        kind: 'separates',
        severity: 'set aside',
        evidence: {},
        detail: `${attribute} explains ${percent} of the order of ${duration}: it is nearly the duration itself.`,
      });
    else if (share >= goesWith)
      add({
        attribute,
        kind: 'separates',
        severity: 'mention',
        evidence: {},
        detail: `${attribute} explains ${percent} of the order of ${duration}: if it changed while accounts stayed, its points tell age, not staying; make sure that it was known at the start.`,
      });
  }
  return [...found.values()];
}

/** Correlation ratio, corrected for the number of values. */
function explainedShare(ranks: Float64Array, codes: Uint8Array): number {
  const [sums, counts] = [new Float64Array(256), new Float64Array(256)];
  const mean = (ranks.length + 1) / 2;
  let all = 0;
  codes.forEach((code, row) => {
    sums[code] += ranks[row] - mean;
    counts[code]++;
    all += (ranks[row] - mean) ** 2;
  });
  const used = counts.filter((count) => count > 0).length;
  const between = sums.reduce((sum, value, code) => sum + (counts[code] > 0 ? value ** 2 / counts[code] : 0), 0);
  const spare = ranks.length - used;
  return all > 0 && spare > 0 ? Math.max(0, 1 - ((all - between) / spare) * ((ranks.length - 1) / all)) : 0;
}

/** Numbers that are another number times the duration. */
function findProducts(from: {
  columns: readonly Column[];
  durations: Float64Array;
  duration: string;
  explained: ReadonlyMap<string, number>;
}): SuspectedLeak[] {
  const { durations, duration, explained } = from;
  const numbers = from.columns.filter((column) => column.type === 'number').slice(0, mostColumns);
  const stride = Math.max(1, Math.floor(durations.length / mostRows));
  const rows = Int32Array.from({ length: Math.floor(durations.length / stride) }, (_, i) => i * stride);
  return numbers.flatMap((sum) => {
    if ((explained.get(sum.name) ?? 0) < goesWith) return [];
    const best = numbers
      .filter((rate) => rate !== sum && (explained.get(rate.name) ?? 0) < (explained.get(sum.name) ?? 0))
      .map((rate) => ({ rate, square: squaredCorrelation(rows, { sum, rate, durations }) }))
      .sort((a, b) => b.square - a.square)
      .at(0);
    if (best === undefined || best.square < isProduct) return [];
    const detail = `${sum.name} is nearly ${best.rate.name} times ${duration} (R² ${best.square.toFixed(3)} of their logarithms): it knows how long accounts stayed.`;
    const evidence = { partner: best.rate.name };
    return [{ attribute: sum.name, kind: 'pair', severity: 'set aside', detail, evidence } as const];
  });
}

/** Of the logarithms of sum ÷ rate and of the duration, where all are above zero. */
function squaredCorrelation(
  rows: Int32Array,
  of: { sum: Extract<Column, { type: 'number' }>; rate: Extract<Column, { type: 'number' }>; durations: Float64Array },
): number {
  const used = rows.filter((row) => of.sum.values[row] > 0 && of.rate.values[row] > 0 && of.durations[row] > 0);
  if (used.length < Math.max(leastRows, rows.length / 2)) return 0;
  const x = Float64Array.from(used, (row) => Math.log(of.sum.values[row] / of.rate.values[row]));
  const y = Float64Array.from(used, (row) => Math.log(of.durations[row]));
  const [mx, my] = [x, y].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, i) => {
    xy += (value - mx) * (y[i] - my);
    xx += (value - mx) ** 2;
    yy += (y[i] - my) ** 2;
  });
  return xx > 0 && yy > 0 && xy > 0 ? xy ** 2 / (xx * yy) : 0;
}

import type { Interval } from '../../model/estimate.js';
import type { SuspectedLeak } from '../../model/leak.js';
import type { Column } from '../../model/table.js';
import { aucInterval } from '../../stats/auc-interval.js';
import { countCodes } from '../count-codes.js';
import { crossFittedAuc } from '../cross-fitted-auc.js';
import type { CodedTable } from '../grid.js';
import { type AloneData, aloneAuc } from './alone-auc.js';

/** The latest share of the accounts, in which nothing had time to be written. */
const recentShare = 0.2;
const leastRarer = 6;
const strong = 0.75;
/** What may be left of the strength above chance, and how far the two intervals must stand apart. */
const leftOver = 0.45;
const apart = 0.05;

/**
 * Attributes that separated well among the older accounts and hardly do among the latest: their values may have been written in
 * the time since, or what they say has changed; either way it does not serve new accounts.
 * @param from `time`: of each account, ascending with time; NaN where unknown.
 */
export function findFading(from: {
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  readonly labels: Uint8Array;
  readonly time: ArrayLike<number>;
}): SuspectedLeak[] {
  const { coded, columns, labels, time } = from;
  const known = Float64Array.from(time).filter(Number.isFinite).sort();
  if (known.length === 0) return [];
  const start = known[Math.floor((1 - recentShare) * known.length)];
  const isRecent = (row: number) => time[row] >= start;
  const isSettled = (row: number) => time[row] < start;
  if ([isRecent, isSettled].some((isCounted) => rarer(labels, isCounted) < leastRarer)) return [];
  const byName = new Map(columns.map((column) => [column.name, column]));
  const found = new Map<string, SuspectedLeak>();
  coded.grids.forEach((grid, g) => {
    const { attribute } = grid;
    const size = grid.binCount + 2;
    // Cheap and a little pessimistic: of all accounts, the latest among them.
    if (crossFittedAuc(coded.codes[g], { labels, size }) < 0.5 + 0.6 * (strong - 0.5)) return;
    const data = { codes: coded.codes[g], labels, size, column: byName.get(attribute) };
    const settled = aloneAuc(data, isSettled);
    if (settled.estimate < strong) return;
    const recent = stronger(aloneAuc(data, isRecent), carriedOver(data, { from: isSettled, to: isRecent }));
    if (!hasFaded(settled, recent)) return;
    found.set(attribute, {
      attribute,
      kind: 'fades',
      severity: 'mention',
      detail:
        `${attribute} separates the outcome of older accounts (${short(settled)}) and hardly that of the latest fifth (${short(recent)}): ` +
        'it may be filled in after the outcome, and serves new accounts little.',
      evidence: { auc: settled, faded: { settled, recent } },
    });
  });
  return [...found.values()];
}

/** Whether the second is what remains of the first when there was no time to write. */
export function hasFaded(settled: Interval, recent: Interval): boolean {
  return recent.estimate < 0.5 + leftOver * (settled.estimate - 0.5) && settled.lower - recent.upper > apart;
}

/** How well the rates of some accounts order others: the latest are too few to learn many bins from. */
function carriedOver(
  { codes, labels, size }: AloneData,
  { from, to }: Record<'from' | 'to', (row: number) => boolean>,
): Interval {
  const rows = Int32Array.from(codes.keys());
  const { accounts, positives } = countCodes(codes, { labels, size, rows: rows.filter(from) });
  const base = positives.reduce((sum, count) => sum + count, 0) / accounts.reduce((sum, count) => sum + count, 0);
  const judged = rows.filter(to);
  const rates = Float64Array.from(judged, (row) => (positives[codes[row]] + base) / (accounts[codes[row]] + 1));
  return aucInterval(
    rates,
    Uint8Array.from(judged, (row) => labels[row]),
  );
}

function stronger(a: Interval, b: Interval): Interval {
  return b.estimate > a.estimate ? b : a;
}

function rarer(labels: Uint8Array, isCounted: (row: number) => boolean): number {
  const counts = [0, 0];
  labels.forEach((label, row) => {
    if (isCounted(row)) counts[label]++;
  });
  return Math.min(...counts);
}

function short({ estimate, lower, upper }: Interval): string {
  return `AUC ${estimate.toFixed(2)}, ${lower.toFixed(2)}–${upper.toFixed(2)}`;
}

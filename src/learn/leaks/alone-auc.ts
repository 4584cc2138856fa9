import type { Interval } from '../../model/estimate.js';
import type { Column } from '../../model/table.js';
import { aucInterval } from '../../stats/auc-interval.js';
import { foldOf } from '../choice-optimism.js';

/** So many accounts tell how well one attribute separates. */
const enoughAccounts = 20_000;
const folds = 5;

/** What one attribute says of some accounts. */
export interface AloneData {
  readonly codes: Uint8Array;
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  /** Number of codes. */
  readonly size: number;
  /** The values behind the codes, where they are numbers. */
  readonly column?: Column | undefined;
}

/**
 * How well one attribute separates the outcome by itself, .5–1, with a 95 % interval: the better of its values in their order,
 * either way round, and of the rate that each of its bins has in the other four folds. The order is the same after any
 * monotone change of the values; the rates find separations that have no order.
 * @param isCounted which accounts count; all unless told. Of very many, every n-th.
 */
export function aloneAuc(of: AloneData, isCounted: (row: number) => boolean = () => true): Interval {
  const stride = Math.max(1, Math.floor(of.codes.length / enoughAccounts));
  const rows: number[] = [];
  for (let row = 0; row < of.codes.length; row += stride) if (isCounted(row)) rows.push(row);
  const labels = Uint8Array.from(rows, (row) => of.labels[row]);
  const byRate = aucInterval(ratesLeftOut(of, rows), labels);
  const ordered = inOrder(of.column, { rows, labels });
  const best = ordered !== null && ordered.estimate > byRate.estimate ? ordered : byRate;
  return Number.isNaN(best.estimate) ? { estimate: 0.5, lower: 0, upper: 1 } : best;
}

/** Of numbers that nearly all accounts have. */
function inOrder(
  column: Column | undefined,
  { rows, labels }: { rows: number[]; labels: Uint8Array },
): Interval | null {
  if (column?.type !== 'number') return null;
  const { values } = column;
  const has = rows.map((row) => !Number.isNaN(values[row]));
  const filled = has.filter(Boolean).length;
  if (filled < 0.98 * rows.length) return null;
  const some = rows.filter((_, i) => has[i]);
  const hits = labels.filter((_, i) => has[i]);
  const up = aucInterval(
    Float64Array.from(some, (row) => values[row]),
    hits,
  );
  return up.estimate >= 0.5 ? up : { estimate: 1 - up.estimate, lower: 1 - up.upper, upper: 1 - up.lower };
}

function ratesLeftOut({ codes, labels, size }: AloneData, rows: readonly number[]): Float64Array {
  const accounts = Array.from({ length: folds }, () => new Float64Array(size));
  const positives = Array.from({ length: folds }, () => new Float64Array(size));
  const [all, hits] = [new Float64Array(size), new Float64Array(size)];
  for (const row of rows) {
    const [fold, code] = [foldOf(row), codes[row]];
    accounts[fold][code]++;
    all[code]++;
    positives[fold][code] += labels[row];
    hits[code] += labels[row];
  }
  const base = hits.reduce((sum, count) => sum + count, 0) / Math.max(1, rows.length);
  return Float64Array.from(rows, (row) => {
    const [fold, code] = [foldOf(row), codes[row]];
    // The base rate of all folds: one that moves from fold to fold would order the folds.
    return (hits[code] - positives[fold][code] + base) / (all[code] - accounts[fold][code] + 1);
  });
}

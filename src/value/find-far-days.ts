const dayMs = 86_400_000;
const fewestRows = 20;
/** Of the rows, how many at either end may be slips. */
const slipShare = 0.001;

export interface FarDay {
  readonly row: number;
  readonly day: string;
  readonly side: 'before' | 'after';
  /** Rows on that side. */
  readonly rows: number;
  /** The last (or first) day of the others. */
  readonly others: string;
}

/**
 * Days at either end that lie further from all others than these reach, and more than a year: slips of the pen, most often.
 * @param at moments in ms. @param counts whether a row counts.
 */
export function findFarDays(at: Float64Array, counts: (row: number) => boolean): FarDay[] {
  const used = at.filter((moment, row) => counts(row) && !Number.isNaN(moment)).sort();
  if (used.length < fewestRows) return [];
  const slips = Math.max(1, Math.floor(slipShare * used.length));
  const [low, high] = [used[slips], used[used.length - 1 - slips]];
  const reach = Math.max(high - low, 365 * dayMs);
  const find = (side: FarDay['side'], isFar: (moment: number) => boolean): FarDay[] => {
    const far = used.filter(isFar);
    if (far.length === 0) return [];
    const moment = side === 'after' ? far[far.length - 1] : far[0];
    const others = side === 'after' ? used[used.length - 1 - far.length] : used[far.length];
    return [{ row: at.indexOf(moment), day: dayOf(moment), side, rows: far.length, others: dayOf(others) }];
  };
  return [...find('before', (moment) => moment < low - reach), ...find('after', (moment) => moment > high + reach)];
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

import { type Cells, firstLabels, shareOf, shareRead, valuesOf } from './cells.js';
import { type DayOrder, dayOrderOf, readDate } from './read-date.js';

/** A column that can be read as dates, and how. */
export interface DateReading {
  readonly order: DayOrder | 'as told';
  /** `values`: days over 12 decided; `cells`: they do so in each cell for itself; `other columns`: theirs did; `assumed`: nothing did; `written`: there is nothing to decide. */
  readonly decidedBy: 'written' | 'cells' | 'values' | 'other columns' | 'assumed';
  /** Cells that can only be read the other way, and are. */
  readonly against: number;
  /** Of cells that tell for themselves: those that can be read both ways, and are not read. */
  readonly open: number;
}

/** From this share on, cells in the other order are no slips: the column is written in both. */
const leastMixed = 0.05;

/** How the column is to be read as dates (at least 95 % of the present cells), or null. `elsewhere`: the order that other columns of the file have. */
export function tryDate(cells: Cells, { elsewhere }: { elsewhere: DayOrder | null }): DateReading | null {
  const probe = firstLabels(cells, 200);
  const isDate = (label: string) =>
    !Number.isNaN(readDate(label, 'day first')) || !Number.isNaN(readDate(label, 'month first'));
  if (probe.length === 0 || probe.filter(isDate).length < probe.length * 0.5) return null;
  if (shareOf(cells.sample, isDate) < 0.95 && cells.sample !== cells) return null;
  const votes = dayOrderVotes(cells);
  const order =
    votes.dayFirst + votes.monthFirst > 0 ? (votes.dayFirst >= votes.monthFirst ? 'day first' : 'month first') : null;
  const chosen = order ?? elsewhere ?? (/^\d+\//.test(probe[0]) ? 'month first' : 'day first');
  if (shareRead(cells, dateValues(cells, chosen)) < 0.95) return null;
  const against = Math.min(votes.dayFirst, votes.monthFirst);
  if (isMixed(votes)) return { order: 'as told', decidedBy: 'cells', against, open: openCells(cells).length };
  const decidedBy =
    votes.either + votes.dayFirst + votes.monthFirst === 0
      ? 'written'
      : order !== null
        ? 'values'
        : elsewhere !== null
          ? 'other columns'
          : 'assumed';
  return { order: chosen, decidedBy, against, open: 0 };
}

/** Each label as a moment, by {@link readEither}. */
export function dateValues(cells: Cells, order: DayOrder | 'as told'): Float64Array {
  return valuesOf(cells, { as: `date, ${order}`, read: (label) => readEither(label, order) });
}

/**
 * As {@link readDate}, but what can only be read in the other order is read so. `as told`: nothing is known of the order;
 * what can be read both ways is NaN.
 */
export function readEither(label: string, order: DayOrder | 'as told'): number {
  const date = readDate(label, order === 'as told' ? 'day first' : order);
  if (Number.isNaN(date)) return isDayOrder(dayOrderOf(label)) ? readDate(label, otherThan(order)) : date;
  if (order !== 'as told' || dayOrderOf(label) !== 'either') return date;
  return readDate(label, 'month first') === date ? date : Number.NaN;
}

function otherThan(order: DayOrder | 'as told'): DayOrder {
  return order === 'month first' ? 'day first' : 'month first';
}

function isDayOrder(order: ReturnType<typeof dayOrderOf>): boolean {
  return order === 'day first' || order === 'month first';
}

/** Whether a column is written in both orders: some cells can only be read the one way, and some the other. */
export function isMixed({ dayFirst, monthFirst }: { dayFirst: number; monthFirst: number }): boolean {
  return Math.min(dayFirst, monthFirst) >= Math.max(1, (dayFirst + monthFirst) * leastMixed);
}

/** Labels of a column in both orders that can be read both ways. */
export function openCells(cells: Cells): string[] {
  const dates = dateValues(cells, 'as told');
  return cells.labels.filter(
    (label, code) => cells.counts[code] > 0 && Number.isNaN(dates[code]) && dayOrderOf(label) === 'either',
  );
}

/** Cells by what they say about the order of day and month. */
export function dayOrderVotes({ labels, counts }: Cells): { dayFirst: number; monthFirst: number; either: number } {
  const votes = { dayFirst: 0, monthFirst: 0, either: 0 };
  for (let code = 0; code < labels.length; code++) {
    if (counts[code] === 0) continue;
    const order = dayOrderOf(labels[code]);
    if (order === 'day first') votes.dayFirst += counts[code];
    else if (order === 'month first') votes.monthFirst += counts[code];
    else if (order === 'either') votes.either += counts[code];
  }
  return votes;
}

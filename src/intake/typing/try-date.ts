import { type Cells, firstLabels, shareOf, shareRead, valuesOf } from './cells.js';
import { type DayOrder, dayOrderOf, readDate } from './read-date.js';

/** A column that can be read as dates, and how. */
export interface DateReading {
  readonly order: DayOrder;
  /** `values`: days over 12 decided; `other columns`: theirs did; `assumed`: nothing did; `written`: there is nothing to decide. */
  readonly decidedBy: 'written' | 'values' | 'other columns' | 'assumed';
  /** Cells that contradict the order. */
  readonly against: number;
}

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
  const decidedBy =
    votes.either + votes.dayFirst + votes.monthFirst === 0
      ? 'written'
      : order !== null
        ? 'values'
        : elsewhere !== null
          ? 'other columns'
          : 'assumed';
  return { order: chosen, decidedBy, against: Math.min(votes.dayFirst, votes.monthFirst) };
}

/** Each label as a moment, by {@link readDate}. */
export function dateValues(cells: Cells, order: DayOrder): Float64Array {
  return valuesOf(cells, { as: `date, ${order}`, read: (label) => readDate(label, order) });
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

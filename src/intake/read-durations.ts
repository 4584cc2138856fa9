import { AssayError } from '../errors.js';
import type { Durations } from '../model/duration.js';
import type { Best, BestTime } from '../model/profile.js';
import type { Column, RawColumn } from '../model/table.js';
import type { Period } from '../model/time-proof.js';
import { applyOutcome } from './apply-outcome.js';
import { outcomeCells } from './outcome-cells.js';
import { periodsBetween } from './periods-between.js';
import { readOutcome } from './read-outcome.js';

/** What is asked of time: a column of durations, or of starts and ends. */
export interface TimeRequest {
  readonly duration?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** Column whose values say whether the end came; absent: where the end has a date. */
  readonly event?: string | undefined;
  /** The value that says so (as of an outcome); absent: yes, true or 1. */
  readonly eventValue?: string | undefined;
  /** Values that are already known to say so. */
  readonly is?: readonly string[] | undefined;
  readonly period?: Period | undefined;
  /** The day until which accounts without an end were watched: milliseconds; absent: the latest date of start and end. */
  readonly observed?: number | undefined;
}

export interface ReadDurations extends Durations {
  /** 1 the end came, 0 it did not, 255 not known how long or whether. */
  readonly labels: Uint8Array;
  readonly best: Best;
  readonly notes: readonly string[];
}

type Find = (name: string) => RawColumn | Column;

/**
 * How long each account was watched, and whether its end came. Durations are numbers ≥ 0 in any unit; of dates they are whole
 * periods: an end counts the period that it came in, an account without an end those that it completed.
 * @param find a column by its name: typed where there are types, so that dates are dates.
 * @throws AssayError OUTCOME_AMBIGUOUS where a column is not what it should be, USAGE where the request is incomplete.
 */
export function readDurations(request: TimeRequest, { find, file }: { find: Find; file?: string }): ReadDurations {
  const fail = failure(file);
  const told = request.event === undefined ? null : readEvents(find(request.event), { ...request, file });
  const read =
    request.duration === undefined
      ? fromDates(request, { find, told, fail })
      : fromNumbers(request, { find, told, fail });
  const known = read.durations.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  if (known === 0) throw fail('No account has a known duration.');
  const labels = Uint8Array.from(read.durations, (value, row) => (Number.isNaN(value) ? 255 : read.events[row]));
  const outcome = request.event ?? request.end ?? '';
  const best: Best = {
    outcome,
    ...(told === null ? {} : { is: told.is }),
    time: read.time,
    description: descriptionOf({ outcome, is: told?.is, time: read.time }),
  };
  return {
    durations: read.durations,
    events: read.events.map((event) => (event === 1 ? 1 : 0)),
    labels,
    best,
    notes: read.notes,
  };
}

interface Read extends Durations {
  readonly time: BestTime;
  readonly notes: readonly string[];
}

interface Told {
  readonly labels: Uint8Array;
  readonly is: readonly string[];
}

/** More durations below nought than this are no slips: the column is something else. */
const mostNegative = 0.01;
const leastNumbers = 0.95;

function fromNumbers(
  { duration = '', period }: TimeRequest,
  { find, told, fail }: { find: Find; told: Told | null; fail: (detail: string) => AssayError },
): Read {
  if (told === null)
    throw fail('--duration says how long, and nothing says whether the end came: add --event COLUMN=VALUE.');
  const cells = outcomeCells(find(duration));
  const numbers = Float64Array.from(cells.codes, (code) => (code < 0 ? Number.NaN : cells.numbers[code]));
  const present = cells.codes.reduce((count, code) => count + (code < 0 ? 0 : 1), 0);
  const known = numbers.filter((value) => !Number.isNaN(value)).length;
  const negative = numbers.filter((value) => value < 0).length;
  if (known < leastNumbers * present || known === 0)
    throw fail(
      `${present - known} of ${present} values of ${cells.name} are no numbers: a duration is a number of periods.`,
    );
  if (negative > mostNegative * known)
    throw fail(`${negative} of ${known} values of ${cells.name} are below zero: no account lasts less than no time.`);
  return {
    durations: numbers.map((value, row) => (value >= 0 && told.labels[row] !== 255 ? value : Number.NaN)),
    events: told.labels,
    time: { duration, ...(period === undefined ? {} : { period }) },
    notes: negative === 0 ? [] : [`${negative} values of ${cells.name} are below zero and are not learnt from.`],
  };
}

function fromDates(
  request: TimeRequest,
  { find, told, fail }: { find: Find; told: Told | null; fail: (detail: string) => AssayError },
): Read {
  const { start = '', end = '', period = 'month' } = request;
  if (request.start === undefined || request.end === undefined)
    throw new AssayError('USAGE', {
      detail: '--target time needs to know how long accounts were watched.',
      hint: 'Give --duration COLUMN and --event COLUMN=VALUE, or --start COLUMN and --end COLUMN with --period month.',
    });
  const [starts, ends] = [start, end].map((name) => {
    const column = find(name);
    if (column.type !== 'date') throw fail(`The values of ${name} are not read as dates.`);
    return column.values;
  });
  const latest = [...starts, ...ends].reduce((most, value) => (value > most ? value : most), Number.NEGATIVE_INFINITY);
  const observed = request.observed ?? latest;
  const events = new Uint8Array(starts.length);
  let [late, turned] = [0, 0];
  const durations = Float64Array.from(starts, (from, row) => {
    if (Number.isNaN(from) || told?.labels[row] === 255) return Number.NaN;
    if (from > observed) {
      late++;
      return Number.NaN;
    }
    const hasEnded = told === null ? !Number.isNaN(ends[row]) : told.labels[row] === 1;
    const to = Number.isNaN(ends[row]) ? observed : ends[row];
    if (to < from || (hasEnded && Number.isNaN(ends[row]))) {
      turned++;
      return Number.NaN;
    }
    // An end after the last day that was watched had not come then.
    events[row] = hasEnded && to <= observed ? 1 : 0;
    const { whole, isMore } = periodsBetween(from, Math.min(to, observed), period);
    return events[row] === 1 ? Math.max(1, whole + (isMore ? 1 : 0)) : whole;
  });
  const day = new Date(observed).toISOString().slice(0, 10);
  const notes = [
    ...(request.observed === undefined
      ? [
          `Accounts without an end are taken to have been watched until ${day}, the latest date of ${start} and ${end}; --observed DAY says otherwise.`,
        ]
      : []),
    ...(late === 0 ? [] : [`${late} accounts began after ${day} and are not learnt from.`]),
    ...(turned === 0
      ? []
      : [`${turned} accounts ended before they began, or without a date, and are not learnt from.`]),
  ];
  return { durations, events, time: { start, end, period }, notes };
}

const happened = new Set(['1', 'yes', 'y', 'true', 't', 'ja', 'oui', 'si', 'sí']);
const didNot = new Set(['0', 'no', 'n', 'false', 'f', 'nein', 'non']);

/** Whether the end came. Without a value only plain answers are understood: that a yes is bad news is for once no matter. */
function readEvents(
  column: RawColumn | Column,
  { eventValue, is, file }: Pick<TimeRequest, 'eventValue' | 'is'> & { file?: string | undefined },
): Told {
  if (is !== undefined) return { labels: applyOutcome(column, { outcome: column.name, is, description: '' }), is };
  const cells = outcomeCells(column);
  if (eventValue === undefined) {
    const used = [...cells.labels.keys()].filter((code) => cells.counts[code] > 0);
    const yes = used.filter((code) => happened.has(cells.folded[code]));
    if (yes.length > 0 && used.every((code) => happened.has(cells.folded[code]) || didNot.has(cells.folded[code]))) {
      const words = yes.map((code) => cells.labels[code]);
      return { labels: applyOutcome(column, { outcome: column.name, is: words, description: '' }), is: words };
    }
    const shown = used.slice(0, 8).map((code) => `${cells.labels[code]} (${cells.counts[code]})`);
    throw new AssayError('OUTCOME_AMBIGUOUS', {
      detail: `It is not plain which value of ${column.name} says that the end came: ${shown.join(', ')}.`,
      hint: `Name it: --event ${JSON.stringify(`${column.name}=VALUE`)}.`,
      ...(file === undefined ? {} : { place: { file } }),
    });
  }
  const { labels, best } = readOutcome(column, { value: eventValue, ...(file === undefined ? {} : { file }) });
  if (best.is !== undefined) return { labels, is: best.is };
  throw new AssayError('USAGE', {
    detail: `--event ${column.name}=${eventValue} names no value.`,
    hint: 'Give the value, or several divided by |, that say that the end came.',
  });
}

function failure(file: string | undefined) {
  return (detail: string) =>
    new AssayError('OUTCOME_AMBIGUOUS', {
      detail,
      hint: 'Give --duration with a number of periods and --event COLUMN=VALUE, or --start and --end with dates.',
      ...(file === undefined ? {} : { place: { file } }),
    });
}

function descriptionOf({
  outcome,
  is,
  time,
}: {
  outcome: string;
  is: readonly string[] | undefined;
  time: BestTime;
}): string {
  const what = is === undefined ? `${outcome} is reached` : `${outcome} is ${is.join(' or ')}`;
  return time.duration === undefined
    ? `${what} as late as can be, from ${time.start} on`
    : `${what} as late as can be (${time.duration})`;
}

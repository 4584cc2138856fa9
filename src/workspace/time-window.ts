import { AssayError } from '../errors.js';
import type { Table } from '../model/table.js';

/** A window of time, as the user typed it: at or after `since`, before `until`. */
export interface TimeWindow {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * Whether the account of a row was decided inside the window.
 * @param time the column that says when.
 * @throws AssayError USAGE when there is no such column, or the window's ends are no times of its kind.
 */
export function insideWindow(
  table: Table,
  { time, since, until }: TimeWindow & { time: string | undefined },
): (row: number) => boolean {
  if (since === undefined && until === undefined) return () => true;
  const column = table.columns.find(({ name }) => name === time);
  if (column?.type !== 'date' && column?.type !== 'number') {
    throw new AssayError('USAGE', {
      detail: '--since and --until need to know when each account was decided.',
      hint: 'Name the column with --time.',
    });
  }
  const lower =
    since === undefined ? Number.NEGATIVE_INFINITY : readMoment(since, { type: column.type, option: '--since' });
  const upper =
    until === undefined ? Number.POSITIVE_INFINITY : readMoment(until, { type: column.type, option: '--until' });
  return (row) => column.values[row] >= lower && column.values[row] < upper;
}

function readMoment(text: string, { type, option }: { type: 'date' | 'number'; option: string }): number {
  const moment =
    type === 'number' ? Number(text) : /^\d{4}(-\d{2}(-\d{2})?)?/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new AssayError('USAGE', {
    detail: `${option} ${text} is not a ${type}.`,
    hint: type === 'date' ? `Give e.g. ${option} 2024-07-01.` : `Give a number in the unit of the time column.`,
  });
}

/** Whether two windows have no moment in common: what was learnt in one may be judged in the other. */
export function areApart(a: TimeWindow, b: TimeWindow): boolean {
  return isBefore(a.until, b.since) || isBefore(b.until, a.since);
}

/** Numbers are compared as numbers, anything else as dates. */
function isBefore(end: string | undefined, start: string | undefined): boolean {
  if (end === undefined || start === undefined) return false;
  const numbers = [Number(end), Number(start)];
  const [until, since] = numbers.some(Number.isNaN) ? [Date.parse(end), Date.parse(start)] : numbers;
  return until <= since;
}

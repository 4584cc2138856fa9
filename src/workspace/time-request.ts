import { AssayError } from '../errors.js';
import type { TimeRequest } from '../intake/read-durations.js';
import type { SetAside } from '../model/profile.js';
import { shellWord } from '../model/shell-word.js';
import type { RawTable, Table } from '../model/table.js';
import type { Period } from '../model/time-proof.js';
import { type ColumnSource, resolveColumn } from './resolve-columns.js';
import { splitOutcome } from './split-outcome.js';

/** How long accounts last, as it is asked for: a column of durations with one that says what ended, or two dates. */
export interface TimeAsked {
  readonly duration?: string;
  /** `COLUMN=VALUE`: the end came; `COLUMN` alone where it says yes or no. */
  readonly event?: string;
  readonly start?: string;
  readonly end?: string;
  readonly period?: Period;
  /** The day until which accounts without an end were watched. */
  readonly observed?: string;
  /** The time after which shares kept are told, in periods. */
  readonly horizon?: number;
}

/** The same with the columns of a file. */
export interface TimeRoles {
  /** The column that says whether the end came. */
  readonly outcome: string;
  readonly request: TimeRequest;
}

/** @throws AssayError USAGE for what is missing or does not go together, COLUMN_UNKNOWN. */
export function resolveTime(asked: TimeAsked, source: (option: string) => ColumnSource): TimeRoles {
  const { duration, start, end, period, observed } = asked;
  const isDated = start !== undefined || end !== undefined;
  if ((duration === undefined) === !isDated || (isDated && (start === undefined || end === undefined)))
    throw incomplete(source('--duration').file);
  if (duration !== undefined && asked.event === undefined) throw incomplete(source('--event').file);
  const event = asked.event === undefined ? null : splitOutcome(asked.event, source('--event'));
  const column = (name: string | undefined, option: string) =>
    name === undefined ? undefined : resolveColumn(name, source(option));
  const request: TimeRequest = {
    duration: column(duration, '--duration'),
    start: column(start, '--start'),
    end: column(end, '--end'),
    event: event?.column,
    eventValue: event?.value,
    period,
    observed: observed === undefined ? undefined : dayOf(observed),
  };
  return { outcome: request.event ?? request.end ?? '', request };
}

/** Columns that say how long, and are therefore nothing to learn from. */
export function timeColumns({ duration, start, end }: TimeRequest): string[] {
  return [duration, start, end].filter((name) => name !== undefined);
}

export function describeTimeColumns(request: TimeRequest): SetAside[] {
  return timeColumns(request).map((what) => ({
    what,
    reason: 'duration',
    detail:
      what === request.duration
        ? 'says how long accounts were watched'
        : 'says from or until when accounts were watched',
  }));
}

/** A column as durations are read from: with its type where it is a date. */
export function findTimed(raw: RawTable, table: Table) {
  return (name: string) => {
    const typed = table.columns.find((column) => column.name === name);
    return typed?.type === 'date' ? typed : raw.columns[raw.columns.findIndex((column) => column.name === name)];
  };
}

function dayOf(day: string): number {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new AssayError('USAGE', { detail: `--observed ${day} is no day.`, hint: 'Write it as 2024-07-01.' });
}

function incomplete(file: string): AssayError {
  const call = `assay learn ${shellWord(file)} --target time`;
  return new AssayError('USAGE', {
    detail: '--target time needs to know how long accounts were watched, and whether their end came.',
    hint: `Either ${call} --duration COLUMN --event COLUMN=VALUE, or ${call} --start COLUMN --end COLUMN --period month.`,
  });
}

import type { Column, TextColumn } from '../../model/table.js';
import type { ColumnKey, FindingType } from '../column-finding.js';
import type { Cells } from './cells.js';
import { decideNumber } from './decide-number.js';
import { decideText } from './decide-text.js';
import { findSeparator } from './find-separator.js';
import type { DayOrder } from './read-date.js';
import {
  toCategories,
  toDates,
  toFoldedCategories,
  toNumbers,
  toSets,
  type UnreadableCell,
} from './read-text-column.js';
import { type DateReading, dateValues, readEither, tryDate } from './try-date.js';
import { type NumberReading, tryNumber } from './try-number.js';
import { tryRanges } from './try-ranges.js';

/** A column with its type, and why it has it. */
export interface TypedColumn {
  readonly column: Column;
  readonly type: FindingType;
  readonly key?: ColumnKey;
  readonly why: string;
  readonly unreadable: readonly UnreadableCell[];
}

const readable = { unreadable: [] } as const;

/** Decides what a text column is, and reads it as that. */
export function typeTextColumn(
  column: TextColumn,
  { cells, elsewhere }: { cells: Cells; elsewhere: DayOrder | null },
): TypedColumn {
  if (cells.present === 0) return { column, type: 'empty', why: 'no value in any row', ...readable };
  if (cells.distinct === 1 && cells.missing === 0) {
    return {
      column,
      type: 'constant',
      why: `the same value in every row: ${shown(cells.labels.find((_, i) => cells.counts[i] > 0) ?? '')}`,
      ...readable,
    };
  }
  const dates = tryDate(cells, { elsewhere });
  if (dates !== null) {
    return {
      ...toDates(column, {
        cells,
        read: (label) => readEither(label, dates.order),
        values: dateValues(cells, dates.order),
      }),
      type: 'date',
      why: dateWhy(dates),
    };
  }
  const reading = tryNumber(cells);
  if (reading !== null) return typeNumbers(column, { cells, reading });
  const ranges = tryRanges(cells);
  if (ranges !== null) {
    const { column: bounds, unreadable } = toNumbers(column, { cells, read: ranges.read });
    return { column: { ...bounds, isBanded: true }, type: 'number', why: ranges.why, unreadable };
  }
  const separator = findSeparator(cells);
  if (separator !== null) {
    const sets = toSets(column, { cells, separator });
    return {
      column: sets,
      type: 'set',
      why: `several values a cell, divided by "${separator}"; ${sets.labels.length} different ones`,
      ...readable,
    };
  }
  const decision = decideText(cells);
  if (decision.type !== 'category') return { ...decision, column, ...readable };
  const read = toFoldedCategories(column, cells);
  const isFolded = read.labels.length < cells.distinct;
  const why = isFolded
    ? `yes and no in ${cells.distinct} spellings, read as ${read.labels.map(shown).join(' and ')}`
    : decision.why;
  return { ...decision, why, column: read, ...readable };
}

function typeNumbers(column: TextColumn, { cells, reading }: { cells: Cells; reading: NumberReading }): TypedColumn {
  const { read, values } = reading;
  const numbers = toNumbers(column, { cells, read, values });
  const decision = decideNumber(column.name, { values: numbers.column.values, distinct: cells.distinct });
  const { type, why } = decision;
  switch (type) {
    case 'number':
      return { ...numbers, type, why: reading.why };
    case 'date':
      return { ...toDates(column, { cells, read: (label) => decision.toDate(read(label)) }), type, why };
    case 'category':
      return { column: toCategories(column, cells), type, why, ...readable };
    case 'identifier':
      return { column, type, why, ...readable };
  }
}

function dateWhy({ order, decidedBy, against, open }: DateReading): string {
  const clash = against > 0 ? `, but for ${against} cells that can only be read the other way` : '';
  const lost = open > 0 ? `; ${open} values can be read both ways and count as missing` : '';
  switch (decidedBy) {
    case 'written':
      return '';
    case 'values':
      return `${order}${clash}`;
    case 'cells':
      return `some with the day first and some with the month, each read in the one way that it can be${lost}`;
    case 'other columns':
      return `${order}, as in the other date columns of the file; its own values fit either way`;
    case 'assumed':
      return `ambiguous: no day is over 12, so ${order} is an assumption`;
  }
}

function shown(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
}

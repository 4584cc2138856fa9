import type { Column, TextColumn } from '../../model/table.js';
import type { ColumnKey, FindingType } from '../column-finding.js';
import type { Cells } from './cells.js';
import { decideNumber } from './decide-number.js';
import { decideText } from './decide-text.js';
import { findSeparator } from './find-separator.js';
import type { DayOrder } from './read-date.js';
import { readDate } from './read-date.js';
import { readNumber } from './read-number.js';
import { toCategories, toDates, toNumbers, toSets, type UnreadableCell } from './read-text-column.js';
import { type DateReading, tryDate } from './try-date.js';
import { tryNumber } from './try-number.js';

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
      ...toDates(column, { cells, read: (label) => readDate(label, dates.order) }),
      type: 'date',
      why: dateWhy(dates),
    };
  }
  const mark = tryNumber(cells);
  if (mark !== null)
    return typeNumbers(column, { cells, read: (label) => readNumber(label, mark), isComma: mark === ',' });
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
  return { ...decision, column: decision.type === 'category' ? toCategories(column, cells) : column, ...readable };
}

function typeNumbers(
  column: TextColumn,
  { cells, read, isComma }: { cells: Cells; read: (label: string) => number; isComma: boolean },
): TypedColumn {
  const numbers = toNumbers(column, { cells, read });
  const { type, why } = decideNumber(column.name, { values: numbers.column.values, distinct: cells.distinct });
  switch (type) {
    case 'number':
      return { ...numbers, type, why: isComma ? 'with a comma before the decimals' : '' };
    case 'date':
      return { ...toDates(column, { cells, read: readCompact }), type, why };
    case 'category':
      return { column: toCategories(column, cells), type, why, ...readable };
    case 'identifier':
      return { column, type, why, ...readable };
  }
}

/** `20240131` */
export function readCompact(digits: string): number {
  return readDate(digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'), 'day first');
}

function dateWhy({ order, decidedBy, against }: DateReading): string {
  const clash = against > 0 ? `, which ${against} cells contradict` : '';
  switch (decidedBy) {
    case 'written':
      return '';
    case 'values':
      return `${order}${clash}`;
    case 'other columns':
      return `${order}, as in the other date columns of the file; its own values fit either way`;
    case 'assumed':
      return `ambiguous: no day is over 12, so ${order} is an assumption`;
  }
}

function shown(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
}

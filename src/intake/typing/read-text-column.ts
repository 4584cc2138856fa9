import type { SetSeparator } from '../../model/attribute.js';
import type { CategoryColumn, DateColumn, NumberColumn, SetColumn, TextColumn } from '../../model/table.js';
import { StringIndex } from '../string-index.js';
import type { Cells } from './cells.js';
import { splitMembers } from './find-separator.js';
import { foldAnswers } from './fold-answers.js';

/** A cell that could not be read: which row, and what stands there. */
export interface UnreadableCell {
  readonly row: number;
  readonly value: string;
}

/** Numbers of the cells; cells that cannot be read are missing and listed in row order. */
export function toNumbers(
  column: TextColumn,
  reading: Reading,
): { column: NumberColumn; unreadable: UnreadableCell[] } {
  const { values, unreadable } = toValues(column, reading);
  let whole = true;
  for (let row = 0; row < values.length && whole; row++)
    whole = Number.isNaN(values[row]) || Number.isInteger(values[row]);
  return { column: { type: 'number', name: column.name, values, whole }, unreadable };
}

export function toDates(column: TextColumn, reading: Reading): { column: DateColumn; unreadable: UnreadableCell[] } {
  const { values, unreadable } = toValues(column, reading);
  return { column: { type: 'date', name: column.name, values }, unreadable };
}

interface Reading {
  readonly cells: Cells;
  /** NaN for what cannot be read. */
  readonly read: (label: string) => number;
  /** What `read` makes of each label, where that is known. */
  readonly values?: Float64Array;
}

/** Each distinct value is read once. */
function toValues(
  column: TextColumn,
  { cells, read, values: known }: Reading,
): { values: Float64Array; unreadable: UnreadableCell[] } {
  const byCode =
    known ?? Float64Array.from(cells.labels, (label, code) => (cells.counts[code] > 0 ? read(label) : Number.NaN));
  const values = new Float64Array(column.codes.length);
  const unreadable: UnreadableCell[] = [];
  for (let row = 0; row < values.length; row++) {
    const code = column.codes[row];
    values[row] = code < 0 ? Number.NaN : byCode[code];
    if (code >= 0 && cells.counts[code] > 0 && Number.isNaN(byCode[code]))
      unreadable.push({ row, value: cells.labels[code] });
  }
  return { values, unreadable };
}

/** Categories: outer space folded, placeholders missing, labels in order of first appearance. */
export function toCategories(column: TextColumn, cells: Cells): CategoryColumn {
  return foldCategories(column, { cells, fold: null });
}

/** As {@link toCategories}, but what says yes or no in several spellings has one label for each; see {@link foldAnswers}. */
export function toFoldedCategories(column: TextColumn, cells: Cells): CategoryColumn {
  return foldCategories(column, { cells, fold: foldAnswers(cells) });
}

function foldCategories(
  column: TextColumn,
  { cells, fold }: { cells: Cells; fold: ((label: string) => string) | null },
): CategoryColumn {
  const { name } = column;
  const { labels } = cells;
  // Nothing was folded or missing: the column is its own answer, and most columns of many labels are.
  if (fold === null && cells.distinct === labels.length && isAscending(cells.firstRow))
    return { type: 'category', name, codes: column.codes.slice(), labels };
  const index = new StringIndex();
  const byCode = Int32Array.from(labels, (label, code) =>
    cells.counts[code] > 0 ? index.of(fold?.(label) ?? label) : -1,
  );
  const codes = column.codes.map((code) => (code < 0 ? -1 : byCode[code]));
  return { type: 'category', name, codes, labels: index.names };
}

/** Sets of members; placeholders are missing. */
export function toSets(column: TextColumn, { cells, separator }: { cells: Cells; separator: SetSeparator }): SetColumn {
  const index = new Map<string, number>();
  const members = cells.labels.map((label, code) =>
    cells.counts[code] === 0 ? [] : splitMembers(label, separator).map((member) => codeOf(index, member)),
  );
  const offsets = new Int32Array(column.codes.length + 1);
  const missing = new Uint8Array(column.codes.length);
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row];
    const isMissing = code < 0 || cells.counts[code] === 0;
    missing[row] = isMissing ? 1 : 0;
    offsets[row + 1] = offsets[row] + (isMissing ? 0 : members[code].length);
  }
  const codes = new Int32Array(offsets[column.codes.length]);
  for (let row = 0; row < column.codes.length; row++)
    if (missing[row] === 0) codes.set(members[column.codes[row]], offsets[row]);
  return { type: 'set', name: column.name, offsets, codes, labels: [...index.keys()], missing, separator };
}

function isAscending(rows: Int32Array): boolean {
  for (let i = 1; i < rows.length; i++) if (rows[i] < rows[i - 1]) return false;
  return true;
}

function codeOf(index: Map<string, number>, label: string): number {
  const known = index.get(label);
  if (known !== undefined) return known;
  index.set(label, index.size);
  return index.size - 1;
}

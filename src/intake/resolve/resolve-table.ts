import type { Column, TextColumn } from '../../model/table.js';
import { TextBuilder } from '../text-builder.js';

/** What tells accounts apart. `birthYear` (or a date of birth) only says something about people. */
export const resolveFields = [
  'id',
  'name',
  'domain',
  'email',
  'phone',
  'address',
  'city',
  'postcode',
  'country',
  'birthYear',
] as const;
export type ResolveField = (typeof resolveFields)[number];

/** The identifying columns of one table of accounts. All columns have `rowCount` rows; a field that is absent is unknown. */
export interface ResolveTable {
  /** Display name. */
  readonly source: string;
  /** The system that gave the ids: equal ids of one system are one account, unequal ones speak against it. */
  readonly system: string;
  readonly rowCount: number;
  readonly fields: Readonly<Partial<Record<ResolveField, TextColumn>>>;
}

/** Cells as text, or a column as it was typed. */
export type ResolveCells = readonly (string | null)[] | Column;

/**
 * Makes a table for resolution.
 * @param source display name. @param about `fields`: the columns; `rowCount` is needed only where there is no field;
 * `system`: default the source.
 */
export function resolveTable(
  source: string,
  about: {
    readonly fields: Readonly<Partial<Record<ResolveField, ResolveCells>>>;
    readonly system?: string;
    readonly rowCount?: number;
  },
): ResolveTable {
  const fields: Partial<Record<ResolveField, TextColumn>> = {};
  let rowCount = about.rowCount ?? 0;
  for (const field of resolveFields) {
    const cells = about.fields[field];
    if (cells === undefined) continue;
    const column = asText(field, cells);
    fields[field] = column;
    rowCount = Math.max(rowCount, column.codes.length);
  }
  return { source, system: about.system ?? source, rowCount, fields };
}

function asText(name: ResolveField, cells: ResolveCells): TextColumn {
  if (!('type' in cells)) return build(name, { rowCount: cells.length, textOf: (row) => cells[row] });
  switch (cells.type) {
    case 'text':
      return cells;
    case 'category':
      return { type: 'text', name, codes: cells.codes, labels: cells.labels };
    case 'number':
      return build(name, { rowCount: cells.values.length, textOf: (row) => numberText(cells.values[row]) });
    case 'date':
      return build(name, { rowCount: cells.values.length, textOf: (row) => dateText(cells.values[row]) });
    case 'set':
      return build(name, {
        rowCount: cells.missing.length,
        textOf: (row) => cells.labels[cells.codes.subarray(cells.offsets[row], cells.offsets[row + 1])[0]] ?? null,
      });
  }
}

function build(
  name: string,
  { rowCount, textOf }: { rowCount: number; textOf: (row: number) => string | null | undefined },
): TextColumn {
  const builder = new TextBuilder();
  for (let row = 0; row < rowCount; row++) builder.set(row, textOf(row) ?? null);
  return builder.finish(name, rowCount);
}

function numberText(value: number): string | null {
  return Number.isNaN(value) ? null : String(value);
}

function dateText(value: number): string | null {
  return Number.isNaN(value) ? null : new Date(value).toISOString().slice(0, 10);
}

import type { ColumnUse, TableMapping } from '../../model/mapping.js';
import type { RawTable } from '../../model/table.js';
import { headerKey } from './header-key.js';

/** A kept mapping that a file fits, and where it does not. */
export interface MatchedMapping {
  readonly mapping: TableMapping;
  /** Columns of the file that the mapping does not know. */
  readonly added: readonly string[];
  /** Columns of the mapping that the file does not have; of these, `missingFields` were fields. */
  readonly missing: readonly string[];
  readonly missingFields: readonly string[];
  /** Columns whose name is only written otherwise (`Close Date`, `close_date`): as in the mapping → as in the file. */
  /** Columns that were ignored for being empty or always the same, and hold different values now. */
  readonly revived: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/**
 * The kept mapping for a file: of those whose pattern fits its name the one that shares the most headers; where no
 * pattern fits, one of which at least nine of ten headers are the same. Null where there is none, and a mapping of
 * which fewer than half of the columns are there is none.
 */
export function matchMapping(raw: RawTable, mappings: readonly TableMapping[]): MatchedMapping | null {
  const ranked = mappings
    .map((mapping) => ({
      mapping,
      isCalled: fitsPattern(raw.source, mapping.file),
      share: sharedHeaders(raw, mapping),
    }))
    .filter(({ isCalled, share }) => share >= (isCalled ? 0.5 : 0.9))
    .sort((a, b) => Number(b.isCalled) - Number(a.isCalled) || b.share - a.share);
  return ranked.length === 0 ? null : compare(raw, ranked[0].mapping);
}

/** `deals-*.csv`; case is folded, as file systems do. */
export function fitsPattern(fileName: string, pattern: string): boolean {
  const escaped = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'is').test(fileName);
}

/** Shared headers as a share of all that either side has, what the mapping ignores left out where the file lacks it. */
function sharedHeaders(raw: RawTable, mapping: TableMapping): number {
  const keys = new Set(raw.columns.map(({ name }) => headerKey(name)));
  const needed = mapping.columns.filter(({ use, column }) => use.kind !== 'ignored' || keys.has(headerKey(column)));
  const shared = needed.filter(({ column }) => keys.has(headerKey(column))).length;
  return shared / Math.max(1, needed.length);
}

function compare(raw: RawTable, kept: TableMapping): MatchedMapping {
  const names = new Set(raw.columns.map(({ name }) => name));
  const known = new Set(kept.columns.map(({ column }) => column));
  const free = raw.columns.filter(({ name }) => !known.has(name));
  const renamed: { from: string; to: string }[] = [];
  for (const { column } of kept.columns) {
    if (names.has(column)) continue;
    const same = free.filter(({ name }) => headerKey(name) === headerKey(column));
    if (same.length === 1 && !renamed.some(({ to }) => to === same[0].name))
      renamed.push({ from: column, to: same[0].name });
  }
  const toName = new Map(renamed.map(({ from, to }) => [from, to]));
  const mapping = {
    ...kept,
    columns: kept.columns.map((column) => ({ ...column, column: toName.get(column.column) ?? column.column })),
  };
  const missing = mapping.columns.filter(({ column, use }) => use.kind !== 'ignored' && !names.has(column));
  const added = free.map(({ name }) => name).filter((name) => !renamed.some(({ to }) => to === name));
  return {
    mapping,
    added,
    missing: missing.map(({ column }) => column),
    missingFields: missing.filter(({ use }) => use.kind === 'field').map(({ column }) => column),
    revived: mapping.columns
      .filter(({ use, column }) => isStale(use) && varies(raw, column))
      .map(({ column }) => column),
    renamed,
  };
}

function isStale(use: ColumnUse): boolean {
  return use.kind === 'ignored' && /^(no value in any row|the same value in every row)$/.test(use.reason);
}

function varies(raw: RawTable, name: string): boolean {
  const column = raw.columns.find((candidate) => candidate.name === name);
  if (column === undefined) return false;
  return column.type === 'text' ? column.labels.length > 1 : new Set(column.values).size > 1;
}

import type { Column, TextColumn } from '../../model/table.js';
import type { AppliedMapping } from '../mapping/apply-mapping.js';
import { headerKey } from '../mapping/header-key.js';
import { writeCell } from './write-cell.js';

/** A table of changes whose rows are joined to accounts; -1 where the account is not known. */
export interface HistoryTable {
  readonly table: AppliedMapping;
  readonly accountOf: Int32Array;
}

interface Change {
  readonly at: number;
  readonly value: string | null;
  /** What it was before, where the tool writes that down. */
  readonly old: string | null;
}

/** What changes say of one property of each account. */
export interface PropertyChanges {
  /**
   * What it was just before a moment; null: nothing, or not known. Undefined: the table does not tell, because it notes
   * changes only and there were none: then it is what it is now.
   */
  readonly valueAt: (account: number, moment: number) => string | null | undefined;
  /** The moment of the last change before another; NaN without one. */
  readonly lastChange: (account: number, moment: number) => number;
}

/**
 * The history of one property of accounts, from tables with a row for each change (`property`, `value`, `changedAt`) or
 * for each state (`changedAt` beside the columns themselves). Of several values of one moment the first by its code units.
 * @returns null where no table tells of it.
 */
export function propertyChanges(histories: readonly HistoryTable[], property: string): PropertyChanges | null {
  const changes = new Map<number, Change[]>();
  let isTold = false;
  let notesChangesOnly = false;
  for (const history of histories) {
    const read = readerOf(history, property);
    if (read === null) continue;
    isTold = true;
    if (history.table.mapping.columns.some(({ column }) => isOld(column))) notesChangesOnly = true;
    for (let row = 0; row < history.table.rowCount; row++) {
      const change = read(row);
      const account = history.accountOf[row];
      if (change === null || account < 0) continue;
      const own = changes.get(account);
      if (own === undefined) changes.set(account, [change]);
      else own.push(change);
    }
  }
  if (!isTold) return null;
  for (const own of changes.values()) own.sort((a, b) => a.at - b.at || byCodeUnits(b.value, a.value));
  return {
    valueAt: (account, moment) => {
      const own = changes.get(account);
      if (own === undefined) return notesChangesOnly ? undefined : null;
      const last = own.findLast(({ at }) => at < moment);
      return last === undefined ? own[0].old : last.value;
    },
    lastChange: (account, moment) => changes.get(account)?.findLast(({ at }) => at < moment)?.at ?? Number.NaN,
  };
}

function readerOf({ table }: HistoryTable, property: string): ((row: number) => Change | null) | null {
  const named = (name: string) => table.columns.find((column) => column.name === name);
  const at = named('changedAt');
  const properties = named('property');
  const value = properties === undefined ? named(property) : named('value');
  if (at?.type !== 'date' || value === undefined) return null;
  const old = table.columns.find(({ name }) => isOld(name));
  const isMeant = properties === undefined ? () => true : namedLike(properties, property);
  if (isMeant === null) return null;
  return (row) => {
    if (!isMeant(row) || Number.isNaN(at.values[row])) return null;
    return { at: at.values[row], value: writeCell(value, row), old: old === undefined ? null : writeCell(old, row) };
  };
}

/** Whether a row is about the property: tools write `lifecyclestage` there and `Lifecycle Stage` above the column. */
function namedLike(properties: Column, property: string): ((row: number) => boolean) | null {
  if (properties.type !== 'text' && properties.type !== 'category') return null;
  const { codes, labels }: Pick<TextColumn, 'codes' | 'labels'> = properties;
  const wanted = headerKey(property);
  const isWanted = labels.map((label) => headerKey(label) === wanted);
  return isWanted.includes(true) ? (row) => codes[row] >= 0 && isWanted[codes[row]] : null;
}

function isOld(name: string): boolean {
  return /^(old|previous|prior|from|before|alter|ancienne)(value|string|wert|valeur)?$/.test(headerKey(name));
}

function byCodeUnits(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

import { AssayError } from '../errors.js';
import { applyOutcome } from '../intake/apply-outcome.js';
import { readFile } from '../intake/read-file.js';
import type { Best } from '../model/profile.js';
import type { RawTable } from '../model/table.js';
import { rowKeys } from './row-keys.js';

export interface Universe {
  readonly keys: readonly (string | null)[];
  /** 1, 0, or 255 where the outcome is not known; null where the file does not say it. */
  readonly labels: Uint8Array | null;
}

/**
 * The accounts of a list of all there are, by their id, with the outcome where the list has that column.
 * @throws AssayError COLUMN_UNKNOWN where it lacks the id, USAGE where the accounts have none.
 */
export async function readUniverse(
  file: string,
  { idColumn, best }: { readonly idColumn: string | undefined; readonly best: Best },
): Promise<Universe> {
  if (idColumn === undefined) {
    throw new AssayError('USAGE', {
      detail: '--universe is compared by the id of accounts, and the accounts have none.',
      hint: 'Name the column that names an account with --id; the universe must have it, too.',
    });
  }
  const raw = await readFile(file, {});
  if (!raw.columns.some(({ name }) => name === idColumn)) {
    throw new AssayError('COLUMN_UNKNOWN', {
      detail: `${raw.source} has no column ${idColumn}, by which the accounts are named.`,
      hint: `Name a column that both files have with --id; it has: ${raw.columns.map(({ name }) => name).join(', ')}.`,
      place: { file },
    });
  }
  const outcome = raw.columns.find(({ name }) => name === best.outcome);
  return { keys: keysOf(raw, idColumn), labels: outcome === undefined ? null : applyOutcome(outcome, best) };
}

/** The id of each row, null where it is empty. */
export function keysOf(raw: RawTable, idColumn: string | undefined): (string | null)[] {
  if (idColumn === undefined) return [];
  const rows = Int32Array.from({ length: raw.rowCount }, (_, row) => row);
  const keyOf = rowKeys(raw, { rows, idColumn });
  return Array.from(rows, (row) => keyOf(row).trim() || null);
}

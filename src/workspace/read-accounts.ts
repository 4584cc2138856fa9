import { AssayError } from '../errors.js';
import { coerceColumn } from '../intake/coerce-column.js';
import { type ReadOptions, readFile } from '../intake/read-file.js';
import type { Profile } from '../model/profile.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Column, RawColumn, RawTable } from '../model/table.js';
import { valueText } from '../score/explain-account.js';
import { type UnnamedValues, unnamedValues } from '../score/unnamed-values.js';
import { findId } from './find-id.js';
import { resolveColumn } from './resolve-columns.js';

/** The accounts of a file, read as a profile says. */
export interface ReadAccounts {
  readonly raw: RawTable;
  /** The profile's attributes that the file has. */
  readonly columns: readonly Column[];
  /** Name of the id column, or undefined where rows are named by their line. */
  readonly idColumn: string | undefined;
  /** The id of an accepted row; its line where there is no id. */
  readonly idOf: (row: number) => string;
  /** What could not be read, and what the card has no row for; sentences. */
  readonly notes: readonly string[];
}

/**
 * Reads a file of accounts with the types that the profile recorded. Nothing is guessed anew but the id column, where the
 * profile names none or the file does not have it.
 * @throws AssayError COLUMN_UNKNOWN when the file has none of the profile's attributes.
 */
export async function readAccounts(
  file: string,
  { profile, card, id, reader }: { profile: Profile; card: Scorecard; id?: string; reader?: ReadOptions },
): Promise<ReadAccounts> {
  const raw = await readFile(file, reader ?? {});
  const names = raw.columns.map((column) => column.name);
  const used = new Set([...card.terms, ...card.pairs.flatMap(({ axes }) => axes)].map(({ attribute }) => attribute));
  const notes: string[] = [...raw.notes];
  const columns: Column[] = [];
  for (const attribute of profile.attributes) {
    const column = raw.columns.find((candidate) => candidate.name === attribute.name);
    if (column === undefined || !used.has(attribute.name)) continue;
    const { column: coerced, unreadable } = coerceColumn(column, { type: attribute.type });
    columns.push(coerced);
    if (unreadable.length > 0) {
      const [first] = unreadable;
      const example = `${JSON.stringify(first.value)} on line ${raw.lines[first.row]}`;
      notes.push(
        `${attribute.name}: ${unreadable.length} values are not a number (first ${example}); scored as missing.`,
      );
    }
  }
  if (columns.length === 0 && used.size > 0) {
    throw new AssayError('COLUMN_UNKNOWN', {
      detail: `${raw.source} has none of the ${used.size} attributes that the profile scores (${[...used].join(', ')}).`,
      hint: `Give a file with these columns; it has: ${names.join(', ')}.`,
      place: { file },
    });
  }
  notes.push(...describeUnnamed(card, { columns, rowCount: raw.rowCount, source: raw.source }));
  const idColumn =
    id === undefined
      ? findId(raw, { known: profile.provenance.id, others: partsOf(profile) })
      : resolveColumn(id, { names, file: raw.source, option: '--id' });
  return { raw, columns, idColumn, idOf: rowNames(raw, idColumn), notes };
}

function partsOf({ attributes, best }: Profile): string[] {
  return [...attributes.map(({ name }) => name), best.outcome];
}

function rowNames(raw: RawTable, idColumn: string | undefined): (row: number) => string {
  const column: RawColumn | undefined = raw.columns.find((candidate) => candidate.name === idColumn);
  return (row) => (column === undefined ? String(raw.lines[row]) : (valueText(column, row) ?? ''));
}

function describeUnnamed(
  card: Scorecard,
  { columns, rowCount, source }: { columns: readonly Column[]; rowCount: number; source: string },
): string[] {
  const describe = {
    absent: () => `${source} has no such column; every account is scored as missing there.`,
    missing: ({ accounts }: UnnamedValues) => `${accounts} of ${rowCount} accounts have no value; scored as missing.`,
    other: ({ accounts, examples }: UnnamedValues) =>
      `${accounts} accounts have a value that the profile does not name (${examples.join(', ')}); scored as other.`,
  };
  return unnamedValues(card, { columns, rowCount }).map(
    (found) => `${found.attribute}: ${describe[found.problem](found)}`,
  );
}

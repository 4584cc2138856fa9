import { AssayError } from '../errors.js';
import { type CoercedColumn, coerceColumn } from '../intake/coerce-column.js';
import type { ReadOptions } from '../intake/read-file.js';
import type { Attribute } from '../model/attribute.js';
import type { Profile } from '../model/profile.js';
import type { Recipe } from '../model/recipe.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Column, RawColumn, RawTable } from '../model/table.js';
import { valueText } from '../score/explain-account.js';
import { type UnnamedValues, unnamedValues } from '../score/unnamed-values.js';
import { type AccountsInput, type AccountsSource, readInput, sourceName } from './accounts-input.js';
import { findId } from './find-id.js';
import { resolveColumn } from './resolve-columns.js';
import { valueOfProfile } from './value/compute-value.js';

/** The accounts of a file or a workspace, read as a profile says. */
export interface ReadAccounts {
  readonly raw: RawTable;
  readonly input: AccountsInput;
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
 * Reads accounts with the types that the profile recorded. Nothing is guessed anew but the id column, where the
 * profile names none or the file does not have it. What was derived from tables of a workspace is derived in the same way, as of
 * the decision of each account, and as of now where there is none.
 * @throws AssayError COLUMN_UNKNOWN when the file has none of the profile's attributes.
 */
export async function readAccounts(
  source: AccountsSource,
  {
    profile,
    card,
    id,
    reader,
    isJudged = false,
  }: { profile: Profile; card: Scorecard; id?: string; reader?: ReadOptions; isJudged?: boolean },
): Promise<ReadAccounts> {
  const recipes = recipesOf(profile);
  const input = await readInput(source, {
    value: isJudged ? await valueOfProfile(source, { best: profile.best, reader }) : undefined,
    reader,
    recipes,
    outcome: judgedBy(profile),
    isScored: !isJudged,
    time: profile.best.at,
  });
  const { raw } = input;
  const names = raw.columns.map((column) => column.name);
  const used = new Set([...card.terms, ...card.pairs.flatMap(({ axes }) => axes)].map(({ attribute }) => attribute));
  const notes: string[] = [...raw.notes];
  const columns: Column[] = [];
  for (const attribute of profile.attributes) {
    const column = raw.columns.find((candidate) => candidate.name === attribute.name);
    if (column === undefined || !used.has(attribute.name)) continue;
    const { column: coerced, unreadable } = readAs(attribute, { column, input });
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
      place: { file: sourceName(source) },
    });
  }
  notes.push(...describeUnnamed(card, { columns, rowCount: raw.rowCount, source: raw.source }));
  const idColumn =
    id === undefined
      ? (input.roles.id ?? findId(raw, { known: profile.provenance.id, others: partsOf(profile) }))
      : resolveColumn(id, { names, file: raw.source, option: '--id' });
  return { raw, input, columns, idColumn, idOf: rowNames(raw, idColumn), notes };
}

/** As it was derived, where that gives the type that was learnt from; else read anew from what stands there. */
function readAs(
  { name, type, separator }: Attribute,
  { column, input }: { column: RawColumn; input: AccountsInput },
): CoercedColumn {
  const known = input.known.get(name)?.column;
  const wanted = type === 'whole' ? 'number' : type;
  return known?.type === wanted ? { column: known, unreadable: [] } : coerceColumn(column, { type, separator });
}

function recipesOf({ attributes }: Profile): Recipe[] {
  return attributes.flatMap(({ name, recipe }) => (recipe === undefined ? [] : [{ name, ...recipe }]));
}

function judgedBy({ best }: Profile): string {
  return best.from ?? best.outcome;
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

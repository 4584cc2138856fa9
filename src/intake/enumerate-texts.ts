import type { AnswerColumn, Database } from '../engine/port.js';

/** Of fewer rows texts are read as fast as their values are listed. */
const fewRows = 50_000;
/** Rows by which it is told whether a column may have few values. */
const probedRows = 100_000;
const fewValues = 5_000;
/** A column of more values is read as text after all. */
const mostValues = 60_000;

/**
 * Makes an enumeration, of the engine, of each column of text that has few values: its cells then come as small whole numbers
 * rather than as texts, one by one.
 * @param columns quoted. @param rows a clause to select from, with `$1` for the file.
 * @returns the name of the enumeration by column; columns that are better read as text are not in it.
 */
export async function enumerateTexts(
  database: Database,
  { columns, rows, file }: { columns: readonly string[]; rows: string; file: string },
): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  if (columns.length === 0) return made;
  const counts = columns.map((column) => `CAST(approx_count_distinct(${column}) AS DOUBLE)`);
  const probe = `SELECT CAST(count(*) AS DOUBLE), ${counts.join(', ')} FROM (FROM ${rows} LIMIT ${probedRows})`;
  const [seen, ...probed] = await database.query({ text: probe, params: [file] });
  if (numberOf(seen) < fewRows) return made;
  for (const [i, column] of columns.entries()) {
    if (numberOf(probed[i]) > fewValues) continue;
    const name = `texts_${made.size}`;
    const values = `SELECT DISTINCT ${column} AS v FROM ${rows} WHERE v IS NOT NULL LIMIT ${mostValues}`;
    await database.query({ text: `CREATE TYPE ${name} AS ENUM (${values})`, params: [file] });
    if (await isWhole(database, name)) made.set(column, name);
    else await database.query({ text: `DROP TYPE ${name}`, params: [] });
  }
  return made;
}

/** Whether all values are there; one with a NUL in it ends there for the driver. */
async function isWhole(database: Database, name: string): Promise<boolean> {
  const range = `enum_range(NULL::${name})`;
  const isCut = `contains(array_to_string(${range}, ''), chr(0))`;
  const text = `SELECT CAST(len(${range}) AS DOUBLE), CAST(CAST(${isCut} AS INTEGER) AS DOUBLE)`;
  const [count, cut] = await database.query({ text, params: [] });
  return numberOf(count) > 0 && numberOf(count) < mostValues && numberOf(cut) === 0;
}

function numberOf(column: AnswerColumn): number {
  return column.type === 'number' ? column.values[0] : 0;
}

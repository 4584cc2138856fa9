import { resolve } from 'node:path';
import { openDuckdb } from '../engine/duckdb/open-duckdb.js';
import type { AnswerColumn, Database, Query } from '../engine/port.js';
import type { RawTable } from '../model/table.js';
import { enumerateTexts } from './enumerate-texts.js';
import { hashNumber, hashValue } from './hash-in-sql.js';
import { headerNames } from './header-names.js';
import {
  cellExpression,
  type Described,
  describeParquet,
  isMoment,
  noRecords,
  quoted,
  rawColumn,
} from './parquet-columns.js';

/** Which rows are read, as in the options of `readFile`. */
export interface RowChoice {
  readonly mostRows?: number | undefined;
  readonly sampleBy?: string | undefined;
  readonly window?: { readonly from: number; readonly to: number } | undefined;
}

/**
 * Reads a Parquet file through the engine. Whole numbers that a double cannot hold, and decimals of more than 15
 * digits, come as text, digit by digit; lists of text as `a;b`; structures as JSON text. Of more than `mostRows` rows about
 * half as many are read, drawn by a hash: the same for the same file.
 * @throws AssayError NO_RECORDS, FILE_UNREADABLE.
 */
export async function readParquet(
  path: string,
  { mostRows, sampleBy, window }: RowChoice = {},
): Promise<Omit<RawTable, 'source' | 'snapshot' | 'format'>> {
  const file = resolve(path);
  const database = await openDuckdb({ readable: [file] });
  try {
    const described = await describeParquet(database, { file, path });
    const sample = await sampleOf(database, { file, described, mostRows, sampleBy });
    const rows = sample?.rows ?? (window === undefined ? 'read_parquet($1)' : windowRows(window));
    const { names, notes } = headerNames(described.map(({ name }) => name));
    const texts = described.filter(({ type }) => type === 'VARCHAR').map(({ name }) => quoted(name));
    const enumerations = await enumerateTexts(database, { columns: texts, rows, file });
    const columnQuery = selectColumns(file, {
      columns: described,
      enumerations,
      rows,
      isNumbered: rows !== 'read_parquet($1)',
    });
    const answer = await database.query(columnQuery);
    const rowCount = answer[0].type === 'text' ? answer[0].codes.length : answer[0].values.length;
    if (rowCount === 0) throw noRecords(path);
    if (sample !== null) notes.push(sampleNote(sample.of, { rowCount, by: sampleBy }));
    notes.push(...(await lossNotes(database, { file, described, names, rows })));
    const columns = described.map(({ type }, i) => rawColumn(answer[i], { name: names[i], isDate: isMoment(type) }));
    return {
      columns,
      rowCount,
      lines: linesOf(answer[described.length], rowCount),
      ...(sample === null ? {} : { sampled: { of: sample.of, by: sampleBy ?? null } }),
      quarantined: [],
      notes,
    };
  } finally {
    database.close();
  }
}

/** What text and doubles cannot hold, counted: numbers that are none, and moments finer than milliseconds. */
async function lossNotes(
  database: Database,
  {
    file,
    described,
    names,
    rows,
  }: { file: string; described: readonly Described[]; names: readonly string[]; rows: string },
): Promise<string[]> {
  const asked = described.flatMap(({ name, type }, i) => {
    const column = quoted(name);
    if (type === 'DOUBLE' || type === 'FLOAT')
      return [{ i, condition: `isnan(${column})`, what: 'are NaN (not a number) and count as empty' }];
    if (!type.startsWith('TIMESTAMP')) return [];
    const moment = type === 'TIMESTAMP WITH TIME ZONE' ? column : `CAST(${column} AS TIMESTAMP)`;
    const condition = `isfinite(${moment}) AND epoch_us(${moment}) % 1000 <> 0`;
    return [{ i, condition, what: 'are finer than milliseconds, and cut to them where they are shown' }];
  });
  if (asked.length === 0) return [];
  const items = asked.map(({ condition }) => `CAST(count_if(${condition}) AS DOUBLE)`);
  const counts = await database.query({ text: `SELECT ${items.join(', ')} FROM ${rows}`, params: [file] });
  return asked.flatMap(({ i, what }, at) => {
    const column = counts[at];
    const count = column.type === 'number' ? column.values[0] : 0;
    return count > 0 ? [`${names[i]}: values that ${what}: ${count}.`] : [];
  });
}

function selectColumns(
  file: string,
  {
    columns,
    enumerations,
    rows,
    isNumbered,
  }: {
    columns: readonly Described[];
    enumerations: ReadonlyMap<string, string>;
    rows: string;
    isNumbered: boolean;
  },
): Query {
  const items = columns.map(({ name, type, isExact }, i) => {
    const column = quoted(name);
    const enumeration = enumerations.get(column);
    const cell =
      enumeration === undefined ? cellExpression(column, { type, isExact }) : `CAST(${column} AS ${enumeration})`;
    return `${cell} AS c${i}`;
  });
  if (isNumbered) items.push(`CAST(${rowNumber} AS DOUBLE)`);
  return { text: `SELECT ${items.join(', ')} FROM ${rows}`, params: [file] };
}

/** The rows that stand for a file of very many; null where all are read. */
async function sampleOf(
  database: Database,
  {
    file,
    described,
    mostRows = Number.POSITIVE_INFINITY,
    sampleBy,
  }: { file: string; described: readonly Described[] } & RowChoice,
): Promise<{ of: number; rows: string } | null> {
  const text = 'SELECT CAST(count(*) AS DOUBLE) FROM read_parquet($1)';
  const [counted] = await database.query({ text, params: [file] });
  const of = counted.type === 'number' ? counted.values[0] : 0;
  // A column of the file by that name hides the number of the row.
  if (of <= mostRows || described.some(({ name }) => name.toLowerCase() === rowNumber)) return null;
  const hash = sampleBy === undefined ? hashNumber(rowNumber) : hashValue(quoted(sampleBy));
  const limit = Math.round((mostRows / 2 / of) * 2 ** 32);
  return { of, rows: `(FROM read_parquet($1, file_row_number = true) WHERE ${hash} < ${limit})` };
}

function windowRows({ from, to }: { from: number; to: number }): string {
  const inside = `${rowNumber} >= ${Math.floor(from)} AND ${rowNumber} < ${Math.floor(to)}`;
  return `(FROM read_parquet($1, ${rowNumber} = true) WHERE ${inside})`;
}

function sampleNote(of: number, { rowCount, by }: { rowCount: number; by: string | undefined }): string {
  const how = by === undefined ? 'their place' : `their ${by}, so that all rows of one are in it or none`;
  return `${rowCount} of ${of} rows are learnt from, drawn by a hash of ${how}.`;
}

const rowNumber = 'file_row_number';

/** Numbers of rows, from 1; those of a sample are in the last column. */
function linesOf(numbers: AnswerColumn | undefined, rowCount: number): Int32Array {
  const lines = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) lines[row] = (numbers?.type === 'number' ? numbers.values[row] : row) + 1;
  return lines;
}

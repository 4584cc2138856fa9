import { resolve } from 'node:path';
import { openDuckdb } from '../engine/duckdb/open-duckdb.js';
import type { AnswerColumn, Database, Query } from '../engine/port.js';
import { AssayError } from '../errors.js';
import type { RawColumn, RawTable } from '../model/table.js';
import { enumerateTexts } from './enumerate-texts.js';
import { headerNames } from './header-names.js';

/**
 * Reads a Parquet file through the engine. Whole numbers that a double cannot hold, and decimals of more than 15
 * digits, come as text, digit by digit; lists of text as `a;b`; structures as JSON text.
 * @throws AssayError NO_RECORDS, FILE_UNREADABLE.
 */
export async function readParquet(path: string): Promise<Omit<RawTable, 'source' | 'snapshot' | 'format'>> {
  const file = resolve(path);
  const database = await openDuckdb({ readable: [file] });
  try {
    const described = await describe(database, { file, path });
    const { names, notes } = headerNames(described.map(({ name }) => name));
    const texts = described.filter(({ type }) => type === 'VARCHAR').map(({ name }) => quoted(name));
    const enumerations = await enumerateTexts(database, { columns: texts, rows: 'read_parquet($1)', file });
    const answer = await database.query(selectColumns(file, { columns: described, enumerations }));
    notes.push(...(await lossNotes(database, { file, described, names })));
    const rowCount = answer[0].type === 'text' ? answer[0].codes.length : answer[0].values.length;
    if (rowCount === 0) throw noRecords(path);
    const columns = described.map(({ type }, i) => toRaw(answer[i], { name: names[i], isDate: isMoment(type) }));
    return {
      columns,
      rowCount,
      lines: Int32Array.from({ length: rowCount }, (_, row) => row + 1),
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
  { file, described, names }: { file: string; described: readonly Described[]; names: readonly string[] },
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
  const counts = await database.query({ text: `SELECT ${items.join(', ')} FROM read_parquet($1)`, params: [file] });
  return asked.flatMap(({ i, what }, at) => {
    const column = counts[at];
    const count = column.type === 'number' ? column.values[0] : 0;
    return count > 0 ? [`${names[i]}: values that ${what}: ${count}.`] : [];
  });
}

interface Described {
  readonly name: string;
  readonly type: string;
  /** For 64-bit and wider whole numbers: whether all values are exact as doubles. */
  readonly isExact: boolean;
}

async function describe(database: Database, { file, path }: { file: string; path: string }): Promise<Described[]> {
  const [names, types] = await ask(database, {
    query: { text: 'SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet($1))', params: [file] },
    path,
  });
  const described = texts(names).map((name, i) => ({ name, type: texts(types)[i], isExact: true }));
  if (described.length === 0) throw noRecords(path);
  const wide = described.filter(({ type }) => /^U?(BIGINT|HUGEINT)$/.test(type));
  if (wide.length === 0) return described;
  const limits = wide.map(
    ({ name }) => `CAST(bool_and(${quoted(name)} BETWEEN -9007199254740991 AND 9007199254740991) AS VARCHAR)`,
  );
  const exact = await ask(database, {
    query: { text: `SELECT ${limits.join(', ')} FROM read_parquet($1)`, params: [file] },
    path,
  });
  const inexact = new Set(wide.filter((_, i) => texts(exact[i])[0] === 'false').map(({ name }) => name));
  return described.map((column) => ({ ...column, isExact: !inexact.has(column.name) }));
}

async function ask(
  database: Database,
  { query, path }: { query: Query; path: string },
): Promise<readonly AnswerColumn[]> {
  try {
    return await database.query(query);
  } catch (cause) {
    throw new AssayError('FILE_UNREADABLE', {
      detail: `${path} cannot be read as Parquet${cause instanceof Error ? ` (${cause.message})` : ''}.`,
      hint: 'The file may have been cut off; write or fetch it again.',
      place: { file: path },
      cause,
    });
  }
}

function selectColumns(
  file: string,
  { columns, enumerations }: { columns: readonly Described[]; enumerations: ReadonlyMap<string, string> },
): Query {
  const items = columns.map(({ name, type, isExact }, i) => {
    const column = quoted(name);
    const enumeration = enumerations.get(column);
    const cell =
      enumeration === undefined ? expression(column, { type, isExact }) : `CAST(${column} AS ${enumeration})`;
    return `${cell} AS c${i}`;
  });
  return { text: `SELECT ${items.join(', ')} FROM read_parquet($1)`, params: [file] };
}

function expression(column: string, { type, isExact }: { type: string; isExact: boolean }): string {
  const digits = /^DECIMAL\((\d+)/.exec(type)?.[1];
  // The shortest digits that make the same float: 0.1, not 0.10000000149.
  if (type === 'FLOAT') return `CAST(CAST(${column} AS VARCHAR) AS DOUBLE)`;
  if (/^U?(TINY|SMALL)?INT(EGER)?$|^UINTEGER$|^UTINYINT$|^USMALLINT$|^DOUBLE$/.test(type))
    return `CAST(${column} AS DOUBLE)`;
  if (/^U?(BIGINT|HUGEINT)$/.test(type) && isExact) return `CAST(${column} AS DOUBLE)`;
  if (digits !== undefined && Number(digits) <= 15) return `CAST(${column} AS DOUBLE)`;
  // Microseconds first: milliseconds would cut off what is below them. A time with a zone is cast to nothing else,
  // because that would shift it to the zone of this machine.
  if (isMoment(type)) {
    const moment = type === 'TIMESTAMP WITH TIME ZONE' ? column : `CAST(${column} AS TIMESTAMP)`;
    return `CASE WHEN isfinite(${moment}) THEN CAST(epoch_us(${moment}) AS DOUBLE) / 1000 END`;
  }
  const json = `CAST(to_json(${column}) AS VARCHAR)`;
  if (type === 'VARCHAR[]') {
    const joined = (separator: string) => `array_to_string(${column}, '${separator}')`;
    const has = (sign: string) => `contains(${joined('\u001f')}, '${sign}')`;
    // Where the members cannot be told apart again, or one is NULL, they are kept as JSON.
    const isPlain = `len(list_filter(${column}, lambda x: x IS NULL OR x = '')) = 0`;
    return whole(
      `CASE WHEN NOT ${isPlain} OR (${has(';')} AND (${has('|')} OR len(${column}) = 1)) THEN ${json} WHEN ${has(';')} THEN ${joined('|')} ELSE ${joined(';')} END`,
    );
  }
  const isNested = /[[({]/.test(type) && digits === undefined && !type.startsWith('ENUM');
  return isNested ? json : whole(`CAST(${column} AS VARCHAR)`);
}

/** The driver decodes texts with a decoder that takes U+FEFF at the beginning for a byte order mark and drops it. */
function whole(text: string): string {
  return `CASE WHEN starts_with(${text}, chr(65279)) THEN chr(65279) || ${text} ELSE ${text} END`;
}

function isMoment(type: string): boolean {
  return type === 'DATE' || type.startsWith('TIMESTAMP');
}

function toRaw(column: AnswerColumn, { name, isDate }: { name: string; isDate: boolean }): RawColumn {
  if (column.type === 'number') {
    if (isDate) return { type: 'date', name, values: column.values };
    return {
      type: 'number',
      name,
      values: column.values,
      whole: column.values.every((x) => Number.isNaN(x) || Number.isInteger(x)),
    };
  }
  const empty = column.labels.indexOf('');
  const codes = empty === -1 ? column.codes : column.codes.map((code) => (code === empty ? -1 : code));
  return { type: 'text', name, codes, labels: column.labels };
}

function texts(column: AnswerColumn): string[] {
  return column.type === 'text' ? Array.from(column.codes, (code) => column.labels[code] ?? '') : [];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function noRecords(path: string): AssayError {
  return new AssayError('NO_RECORDS', {
    detail: `${path} has no records.`,
    hint: 'Export it again with its rows.',
    place: { file: path },
  });
}

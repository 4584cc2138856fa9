import type { AnswerColumn, Database, Query } from '../engine/port.js';
import { AssayError } from '../errors.js';
import type { RawColumn } from '../model/table.js';

/** A column as the file has it. */
export interface Described {
  readonly name: string;
  readonly type: string;
  /** For 64-bit and wider whole numbers: whether all values are exact as doubles. */
  readonly isExact: boolean;
}

/** The columns of a Parquet file. @throws AssayError NO_RECORDS, FILE_UNREADABLE. */
export async function describeParquet(
  database: Database,
  { file, path }: { file: string; path: string },
): Promise<Described[]> {
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

/** How a cell is selected, as a DOUBLE or as text; moments as milliseconds since 1970. */
export function cellExpression(column: string, { type, isExact }: { type: string; isExact: boolean }): string {
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

/** Whether a column holds dates or times. */
export function isMoment(type: string): boolean {
  return type === 'DATE' || type.startsWith('TIMESTAMP');
}

function texts(column: AnswerColumn): string[] {
  return column.type === 'text' ? Array.from(column.codes, (code) => column.labels[code] ?? '') : [];
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function noRecords(path: string): AssayError {
  return new AssayError('NO_RECORDS', {
    detail: `${path} has no records.`,
    hint: 'Export it again with its rows.',
    place: { file: path },
  });
}

/** A column of an answer as a reader returns it. */
export function rawColumn(column: AnswerColumn, { name, isDate }: { name: string; isDate: boolean }): RawColumn {
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

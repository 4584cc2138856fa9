import { AssayError } from '../../errors.js';
import { headerNames, looksLikeValues } from '../header-names.js';
import type { Dialect } from './detect-dialect.js';
import { isFirstRecord } from './first-record.js';
import type { HeaderChoice } from './header-choice.js';
import { standardForm } from './quote-form.js';
import { fieldForms, type RecordScanner } from './record-scanner.js';
import { unescapeField } from './unescape-field.js';

const usualMost = 10_000;
/** Records that are looked at to tell a header from a record. */
const looked = 200;

export interface Header {
  readonly names: readonly string[];
  readonly notes: readonly string[];
  /** Columns at the end whose name is empty: where no record has a value there either, there is no column. */
  readonly unnamed: number;
  /** Offset of the first record, and the physical lines before it from the header on. */
  readonly next: number;
  readonly lines: number;
}

/** Reads the header record at offset `at`. @throws AssayError FILE_TOO_LARGE for more columns than `mostColumns` (10,000). */
export function readHeader(
  bytes: Buffer,
  {
    scanner,
    dialect,
    file,
    mostColumns = usualMost,
    header,
  }: {
    scanner: RecordScanner;
    dialect: Dialect;
    file: string;
    mostColumns?: number | undefined;
    header?: HeaderChoice | undefined;
  },
): Header {
  const { headerAt: at, surplus } = dialect;
  if (dialect.names !== null) return spacedHeader(bytes, { scanner, dialect });
  scanner.scan(at);
  const { next, lines } = scanner;
  if (scanner.fault !== null && header !== 'none') {
    const text = bytes.toString('utf8', at, next).trim();
    return { ...headerNames([text]), unnamed: 0, next, lines };
  }
  if (scanner.fieldCount > mostColumns) {
    throw new AssayError('FILE_TOO_LARGE', {
      detail: `${file} has ${scanner.fieldCount} columns; the limit is ${mostColumns}.`,
      hint: 'Leave out columns that say nothing about accounts, or name the delimiter if another one is meant.',
      place: { file },
    });
  }
  const cells = cellsOf(bytes, { scanner, dialect });
  if (
    header === 'none' ||
    (header === undefined &&
      isFirstRecord(cells, recordsBelow(bytes, { scanner, dialect, at: next, width: cells.length + surplus })))
  ) {
    const { names } = headerNames(Array.from({ length: cells.length + surplus }, () => ''));
    if (header === 'none')
      return { names, notes: [`No header, as asked for: ${numbered(names)}.`], unnamed: 0, next: at, lines: 0 };
    const shown = cells.slice(0, 4).join(', ');
    const note = `There is no header: the first line (${shown.slice(0, 80)} …) is a record like those below it. ${numbered(names)}; add a line with their names to call them otherwise (if it is the header, say --header first).`;
    return { names, notes: [note], unnamed: 0, next: at, lines: 0 };
  }
  const given = [...cells, ...Array.from({ length: surplus }, () => '')];
  const isBare = given.length > 1 && given[given.length - 1].trim() === '';
  const unnamed = surplus > 0 ? surplus : isBare ? 1 : 0;
  const { names, notes } = headerNames(given);
  const kept = notes.filter((note) => {
    const column = /^Column (\d+) /.exec(note)?.[1];
    return column === undefined || Number(column) <= given.length - unnamed;
  });
  if (header === undefined && looksLikeValues(names)) {
    const shown = names.slice(0, 4).join(', ');
    kept.push(`The first line (${shown} …) reads like values; if the file has no header line, say --header none.`);
  }
  return { names, notes: kept, unnamed, next, lines };
}

function numbered(names: readonly string[]): string {
  return `Columns are called ${names[0]}${names.length > 1 ? `, ${names[1]} …` : ''}`;
}

/** The header of a table set with spaces, and the rule below it. */
function spacedHeader(bytes: Buffer, { scanner, dialect }: { scanner: RecordScanner; dialect: Dialect }): Header {
  const names = dialect.names ?? [];
  let next = dialect.headerAt;
  for (let line = 0; line < (dialect.headerLines ?? 0); line++) next = bytes.indexOf(scanner.newline, next) + 1;
  const lines = dialect.headerLines ?? 0;
  const { names: tidy, notes } = headerNames(names);
  const note = `There is no header: the first line is a record like those below it. Columns are called ${tidy[0]}, ${tidy[1]} …; add a line with their names to call them otherwise.`;
  return { names: tidy, notes: lines === 0 ? [note] : notes, unnamed: 0, next, lines };
}

function recordsBelow(
  bytes: Buffer,
  { scanner, dialect, at, width }: { scanner: RecordScanner; dialect: Dialect; at: number; width: number },
): string[][] {
  const records: string[][] = [];
  for (let from = at, tried = 0; from < bytes.length && tried < looked; tried++) {
    scanner.scan(from);
    if (scanner.fault === null && scanner.fieldCount === width && scanner.next - from < 100_000)
      records.push(cellsOf(bytes, { scanner, dialect }));
    from = scanner.next;
  }
  return records;
}

function cellsOf(bytes: Buffer, { scanner, dialect }: { scanner: RecordScanner; dialect: Dialect }): string[] {
  const { starts, ends, forms, fieldCount } = scanner;
  return Array.from({ length: fieldCount }, (_, i) => {
    if (forms[i] !== fieldForms.escaped) return bytes.toString('utf8', starts[i], ends[i]);
    if (dialect.form === standardForm) return bytes.toString('utf8', starts[i], ends[i]).replaceAll('""', '"');
    // A copy, with the byte before it: that says whether the field is quoted.
    const copy = Buffer.from(bytes.subarray(starts[i] - 1, ends[i]));
    const end = unescapeField(copy, { start: 1, end: copy.length, form: dialect.form, delimiter: dialect.delimiter });
    return copy.toString('utf8', 1, end);
  });
}

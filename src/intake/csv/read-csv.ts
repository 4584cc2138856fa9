import { isAscii } from 'node:buffer';
import { AssayError } from '../../errors.js';
import type { QuarantinedRecord, TextColumn } from '../../model/table.js';
import { headerNames, looksLikeValues } from '../header-names.js';
import { ByteDictionary } from './byte-dictionary.js';
import { detectDialect } from './detect-dialect.js';
import { continuesWithRecord, looksSwallowed } from './looks-swallowed.js';
import { fieldForms, RecordScanner } from './record-scanner.js';
import { unescapeQuotes } from './unescape-quotes.js';

export interface CsvContent {
  readonly delimiter: string;
  readonly columns: readonly TextColumn[];
  readonly rowCount: number;
  readonly lines: Int32Array;
  readonly quarantined: readonly QuarantinedRecord[];
  readonly notes: readonly string[];
}

/**
 * Reads delimited text (RFC 4180 and what is done to it in the field) without losing a record: each physical line of
 * the text belongs to the header, to what stands before it, to a blank line, or to exactly one record, and each
 * record is accepted or quarantined.
 * @param text UTF-8; its bytes are changed (doubled quotes are folded in place).
 * @param options `invalidAt`: offsets of bytes that are not UTF-8; their records are quarantined.
 * @throws AssayError NO_RECORDS.
 */
export function readCsv(
  text: Buffer,
  { file, delimiter, invalidAt }: { file: string; delimiter?: string | undefined; invalidAt: readonly number[] },
): CsvContent {
  const newline = text.includes(10) || !text.includes(13) ? 10 : 13;
  const bytes = text[text.length - 1] === newline ? text : Buffer.concat([text, Buffer.from([newline])]);
  // Counted before anything else touches the bytes: the reader below must arrive at the same number.
  const physical = countByte(bytes, newline);
  const dialect = detectDialect(bytes, { newline, delimiter });
  const scanner = new RecordScanner(bytes, dialect.delimiter, newline);
  const header = readHeader(bytes, { scanner, at: dialect.headerAt });
  const notes = [...dialect.notes, ...header.notes];
  const width = header.names.length;
  const dictionaries = header.names.map(() => new ByteDictionary(bytes));
  const quarantined: QuarantinedRecord[] = [];
  const decoder = makeDecoder(bytes);

  let lines = new Int32Array(1024);
  let accepted = 0;
  let records = 0;
  let blank = 0;
  let line = dialect.headerLine + scanner.lines;
  let at = scanner.next;
  let fault = invalidAt.findIndex((offset) => offset >= at);
  if (fault < 0) fault = invalidAt.length;

  while (at < bytes.length) {
    scanner.scan(at);
    const isBlank = isBlankRecord(bytes, scanner);
    if (isBlank && (width > 1 || isBlankToEnd(bytes, at))) {
      blank++;
      line++;
      at = scanner.next;
      continue;
    }
    records++;
    const isSuspect = scanner.lines > 1 || scanner.fault !== null || scanner.fieldCount !== width;
    const reason =
      isSuspect || invalidAt[fault] < scanner.next
        ? refuse(bytes, {
            scanner,
            at,
            line,
            width,
            newline,
            delimiter: dialect.delimiter,
            isInvalid: invalidAt[fault] < scanner.next,
          })
        : null;
    if (reason !== null) {
      const raw = bytes
        .toString('utf8', at, Math.min(scanner.next, at + 4000))
        .replace(/[\r\n]+$/, '')
        .slice(0, 1000);
      quarantined.push({ line, reason, raw, before: accepted });
    } else {
      for (let i = 0; i < width; i++) {
        const start = scanner.starts[i];
        const end = scanner.ends[i];
        dictionaries[i].add(
          start,
          scanner.forms[i] === fieldForms.escaped ? unescapeQuotes(bytes, { start, end }) : end,
        );
      }
      if (accepted === lines.length) lines = grown(lines);
      lines[accepted++] = line;
    }
    line += scanner.lines;
    at = scanner.next;
    while (invalidAt[fault] < at) fault++;
  }

  if (line - 1 !== physical || accepted + quarantined.length !== records) {
    throw new AssayError('FILE_UNREADABLE', {
      detail: `${file}: ${physical} lines were counted but ${line - 1} were read, or ${records} records were met but ${accepted + quarantined.length} kept.`,
      hint: 'This is a fault of Assay; please report it. Nothing was imported.',
      place: { file },
    });
  }
  if (blank > 0) notes.push(`${blank === 1 ? 'One blank line was' : `${blank} blank lines were`} passed over.`);
  if (accepted === 0) throw noRecords(file, quarantined);
  let columns = dictionaries.map(
    (dictionary, i): TextColumn => ({ type: 'text', name: header.names[i], ...dictionary.finish(decoder) }),
  );
  if (header.lastIsUnnamed && columns[width - 1].labels.length === 0) {
    columns = columns.slice(0, -1);
    notes.push('Every line, the header too, ends with a delimiter; the empty column behind it is left out.');
  }
  return {
    delimiter: String.fromCharCode(dialect.delimiter),
    columns,
    rowCount: accepted,
    lines: lines.slice(0, accepted),
    quarantined,
    notes,
  };
}

function readHeader(bytes: Buffer, { scanner, at }: { scanner: RecordScanner; at: number }) {
  scanner.scan(at);
  if (scanner.fault !== null) {
    const text = bytes.toString('utf8', at, scanner.next).trim();
    return { ...headerNames([text]), lastIsUnnamed: false };
  }
  const cells: string[] = [];
  for (let i = 0; i < scanner.fieldCount; i++) {
    const cell = bytes.toString('utf8', scanner.starts[i], scanner.ends[i]);
    cells.push(scanner.forms[i] === fieldForms.escaped ? cell.replaceAll('""', '"') : cell);
  }
  const lastIsUnnamed = cells.length > 1 && cells[cells.length - 1].trim() === '';
  const { names, notes } = headerNames(cells);
  if (looksLikeValues(names)) {
    notes.push(
      `The first line (${names.slice(0, 4).join(', ')} …) reads like values; if the file has no header line, add one.`,
    );
  }
  return {
    names,
    notes: lastIsUnnamed ? notes.filter((note) => !note.startsWith(`Column ${cells.length} `)) : notes,
    lastIsUnnamed,
  };
}

/** Why the scanned record cannot be accepted, or null. Where a quote swallowed whole records, the scanner is set back to the first line. */
function refuse(
  bytes: Buffer,
  {
    scanner,
    at,
    line,
    width,
    newline,
    delimiter,
    isInvalid,
  }: {
    scanner: RecordScanner;
    at: number;
    line: number;
    width: number;
    newline: number;
    delimiter: number;
    isInvalid: boolean;
  },
): string | null {
  const name = scanner.lines > 1 ? `the record at line ${line}` : `line ${line}`;
  if (scanner.fault === 'unclosed')
    return `a quote opens on line ${line + scanner.faultLine} and is never properly closed`;
  if (scanner.fault === 'garbage')
    return `on line ${line + scanner.faultLine} a quoted field is closed but text follows before the next delimiter (a quote inside a quoted field must be doubled)`;
  const extent = { start: at, lines: scanner.lines, width, delimiter, newline };
  const isShort = scanner.fieldCount !== width;
  if (scanner.lines > 1 && (isShort ? continuesWithRecord(bytes, extent) : looksSwallowed(bytes, extent))) {
    scanner.next = bytes.indexOf(newline, at) + 1;
    scanner.lines = 1;
    return `a quote opens on line ${line} and seems never to be closed: the lines that follow are whole records`;
  }
  if (isInvalid) return `${name} has bytes that are not UTF-8`;
  if (!isShort) return null;
  return `${name} has ${scanner.fieldCount} ${scanner.fieldCount === 1 ? 'field' : 'fields'}, the header has ${width}`;
}

/** A line of nothing but spaces; where there is one column, only a line of nothing. */
function isBlankRecord(bytes: Buffer, { fault, fieldCount, forms, starts, ends }: RecordScanner): boolean {
  if (fault !== null || fieldCount !== 1 || forms[0] !== fieldForms.plain) return false;
  for (let i = starts[0]; i < ends[0]; i++) if (bytes[i] !== 32) return false;
  return true;
}

function isBlankToEnd(bytes: Buffer, from: number): boolean {
  for (let i = from; i < bytes.length; i++) if (bytes[i] !== 10 && bytes[i] !== 13) return false;
  return true;
}

/** Latin-1 decoding is several times faster, and the same where all is ASCII. */
function makeDecoder(bytes: Buffer): (start: number, end: number) => string {
  const encoding = isAscii(bytes) ? 'latin1' : 'utf8';
  return (start, end) => bytes.toString(encoding, start, end);
}

function countByte(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}

function noRecords(file: string, quarantined: readonly QuarantinedRecord[]): AssayError {
  const first = quarantined[0];
  if (first === undefined) {
    const hint = 'Export it again with its rows; the first line must hold the names of the columns.';
    return new AssayError('NO_RECORDS', { detail: `${file} has a header but no records.`, hint, place: { file } });
  }
  return new AssayError('NO_RECORDS', {
    detail: `${file}: none of the ${quarantined.length} records could be accepted; ${first.reason}.`,
    hint: 'Check the header line and the delimiter (--delimiter).',
    place: { file, line: first.line },
  });
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

import { AssayError } from '../../errors.js';
import type { QuarantinedRecord, TextColumn } from '../../model/table.js';
import { findMark, isMarked, type QuarantineMark } from '../quarantine/mark.js';
import { ColumnBatches } from './column-batches.js';
import { detectDialect } from './detect-dialect.js';
import { findNewline } from './find-newline.js';
import type { HeaderChoice } from './header-choice.js';
import { makeScanner } from './make-scanner.js';
import { markedDialect } from './marked-dialect.js';
import { standardForm } from './quote-form.js';
import { readHeader } from './read-header.js';
import { fieldForms, type RecordScanner } from './record-scanner.js';
import { refuseExtra } from './refuse-extra.js';
import { largestRecord, type Refusal, refuseRecord } from './refuse-record.js';
import { runsOverLines } from './runs-over-lines.js';
import type { SlicedColumn } from './sliced-column.js';
import { splitAtReturns } from './split-at-returns.js';
import { unescapeField } from './unescape-field.js';

/** Characters of a quarantined record that are kept. */
const mostKept = 1_000_000;

export interface CsvContent {
  readonly delimiter: string;
  readonly columns: readonly TextColumn[];
  readonly rowCount: number;
  readonly lines: Int32Array;
  readonly quarantined: readonly QuarantinedRecord[];
  readonly notes: readonly string[];
}

export interface CsvOptions {
  readonly file: string;
  readonly delimiter?: string | undefined;
  /** What a person says of the header; found out where absent. A quarantine file always has one. */
  readonly header?: HeaderChoice | undefined;
  /** Offsets of bytes that are not UTF-8; their records are quarantined. */
  readonly invalidAt: readonly number[];
  /** Tables with more columns are refused; 10,000 where absent. */
  readonly mostColumns?: number | undefined;
  /** A header without records is a table without rows, rather than an error. */
  readonly isEmptyTaken?: boolean | undefined;
}

/**
 * Reads delimited text (RFC 4180 and what is done to it in the field) without losing a record: each physical line of
 * the text belongs to the header, to what stands before it, to a blank line, or to exactly one record, and each
 * record is accepted or quarantined.
 * @param text UTF-8; its bytes are changed (doubled quotes are folded in place).
 * @throws AssayError NO_RECORDS, FILE_TOO_LARGE (columns).
 */
export function readCsv(text: Buffer, options: CsvOptions): CsvContent {
  const content = readCsvSlices(text, options);
  return { ...content, columns: content.columns.map((column) => column.plain()) };
}

/** As {@link readCsv}, with the labels left where they are: `text` must stay as it is until they are taken. */
export function readCsvSlices(
  text: Buffer,
  { file, delimiter, header: asked, invalidAt, mostColumns, isEmptyTaken = false }: CsvOptions,
): Omit<CsvContent, 'columns'> & { readonly columns: readonly SlicedColumn[] } {
  const newline = findNewline(text);
  const bytes = text[text.length - 1] === newline ? text : Buffer.concat([text, Buffer.from([newline])]);
  // Counted before anything else touches the bytes: the reader below must arrive at the same number.
  let physical = countByte(bytes, newline);
  const mark = findMark(bytes, newline);
  const dialect =
    mark === null
      ? detectDialect(bytes, { newline, delimiter, header: asked })
      : markedDialect(bytes, { newline, delimiter, mark });
  const returnsAbove = dialect.hasReturns ? loneReturns(bytes.subarray(0, dialect.headerAt)) : 0;
  physical += returnsAbove;
  const scanner = makeScanner(bytes, { dialect, newline });
  const header = readHeader(bytes, {
    scanner,
    dialect,
    file,
    mostColumns,
    header: mark === null ? asked : undefined,
  });
  const notes = [...dialect.notes, ...header.notes];
  const width = header.names.length;
  const { delimiter: separator, form } = dialect;
  const batches =
    form === standardForm
      ? new ColumnBatches(bytes, width)
      : new ColumnBatches(bytes, width, (all, extent) => unescapeField(all, { ...extent, form, delimiter: separator }));
  const contentEnd = endOfContent(bytes);
  const quarantined: QuarantinedRecord[] = [];

  let lines = new Int32Array(1024);
  let accepted = 0;
  let records = 0;
  let blank = 0;
  let returns = returnsAbove;
  let line = dialect.headerLine + header.lines;
  let at = header.next;
  let fault = 0;
  const runsOver = runsOverLines(bytes, { from: at, width, scanner });
  const headerBytes = header.lines === 0 ? null : Buffer.from(bytes.subarray(dialect.headerAt, header.next));
  const tailAt = lastLines(bytes, newline);
  let rereads = bytes.length * 4;

  while (at < bytes.length) {
    if (mark !== null && isMarked(bytes, { at, mark: mark.mark })) {
      line++;
      at = bytes.indexOf(newline, at) + 1;
      continue;
    }
    scanner.scan(at);
    if (isBlankRecord(bytes, scanner) && (width > 1 || at >= contentEnd)) {
      blank++;
      line++;
      at = scanner.next;
      continue;
    }
    records++;
    while (invalidAt[fault] < at) fault++;
    const isInvalid = invalidAt[fault] < scanner.next;
    const isSuspect =
      scanner.lines > 1 ||
      scanner.fault !== null ||
      scanner.fieldCount !== width ||
      isInvalid ||
      at >= tailAt ||
      dialect.surplus > 0 ||
      scanner.next - at === headerBytes?.length ||
      scanner.next - at > largestRecord;
    const refusal = isSuspect
      ? (runsIntoMark(bytes, { scanner, at, line, mark }) ??
        refuseRecord(bytes, { scanner, start: at, line, width, isInvalid, runsOver }) ??
        refuseExtra(bytes, { scanner, at, line, width, headerBytes, surplus: dialect.surplus, isLast: at >= tailAt }))
      : null;
    if (refusal !== null && newline === 10) {
      const made = splitAtReturns(bytes, { start: at, end: scanner.next, dialect, width });
      if (made > 0) {
        physical += made;
        returns += made;
        records--;
        continue;
      }
    }
    let { next, lines: taken } = scanner;
    if (refusal === null) {
      batches.add(scanner);
      if (accepted === lines.length) lines = grown(lines);
      lines[accepted++] = line;
    } else {
      // Reading lines a second time is paid from a budget, so that no file can make the time quadratic.
      if (refusal.isOneLine && rereads > next - at) {
        rereads -= next - at;
        next = bytes.indexOf(newline, at) + 1;
        taken = 1;
      }
      quarantined.push({
        line,
        ...keptText(bytes, { start: at, end: next, reason: refusal.reason }),
        before: accepted,
      });
    }
    line += taken;
    at = next;
  }

  if (line - 1 !== physical || accepted + quarantined.length !== records) {
    throw new AssayError('FILE_UNREADABLE', {
      detail: `${file}: ${physical} lines were counted but ${line - 1} were read, or ${records} records were met but ${accepted + quarantined.length} kept.`,
      hint: 'This is a fault of Assay; please report it. Nothing was imported.',
      place: { file },
    });
  }
  if (blank > 0) notes.push(`${blank === 1 ? 'One blank line was' : `${blank} blank lines were`} passed over.`);
  if (returns > 0)
    notes.push(`${returns === 1 ? 'One line ends' : `${returns} lines end`} with CR alone, unlike the others.`);
  if (records === 0 && isEmptyTaken && header.lines > 0) notes.push('A header without records: a table without rows.');
  else if (accepted === 0) throw noRecords(file, quarantined);
  let columns = batches.finish(header.names);
  if (header.unnamed > 0 && columns.slice(-header.unnamed).every(({ count }) => count === 0)) {
    columns = columns.slice(0, -header.unnamed);
    if (dialect.surplus === 0)
      notes.push('Every line, the header too, ends with a delimiter; the empty column behind it is left out.');
  }
  // Records of a table set with spaces that are to be mended are divided by tabs: the borders are in the other lines.
  const alone = dialect.spans === null ? '' : '\t';
  const delimiterText = dialect.delimiter < 0 ? alone : String.fromCharCode(dialect.delimiter);
  return { delimiter: delimiterText, columns, rowCount: accepted, lines: lines.slice(0, accepted), quarantined, notes };
}

/** The text of a quarantined record, and the reason, which says where the text had to be cut. */
function keptText(
  bytes: Buffer,
  { start, end, reason }: { start: number; end: number; reason: string },
): { raw: string; reason: string } {
  const text = bytes.toString('utf8', start, Math.min(end, start + mostKept * 4)).replace(/[\r\n]+$/, '');
  if (text.length <= mostKept) return { raw: text, reason };
  return { raw: text.slice(0, mostKept), reason: `${reason} (only its first ${mostKept} characters are kept)` };
}

/** A quote that is left open in a quarantine file must not swallow the records below it. */
function runsIntoMark(
  bytes: Buffer,
  { scanner, at, line, mark }: { scanner: RecordScanner; at: number; line: number; mark: QuarantineMark | null },
): Refusal | null {
  if (mark === null || scanner.lines < 2) return null;
  for (let next = bytes.indexOf(scanner.newline, at) + 1; next > 0 && next < scanner.next; ) {
    if (isMarked(bytes, { at: next, mark: mark.mark }))
      return { reason: `a quote opens on line ${line} and is never properly closed`, isOneLine: true };
    next = bytes.indexOf(scanner.newline, next) + 1;
  }
  return null;
}

/** Offset of the last three lines that are not empty. */
function lastLines(bytes: Buffer, newline: number): number {
  let at = endOfContent(bytes);
  for (let i = 0; i < 3 && at > 0; i++) at = bytes.lastIndexOf(newline, at - 1);
  return at + 1;
}

/** A line of nothing but spaces; where there is one column, only a line of nothing. */
function isBlankRecord(bytes: Buffer, { fault, fieldCount, forms, starts, ends }: RecordScanner): boolean {
  if (fault !== null || fieldCount !== 1 || forms[0] !== fieldForms.plain) return false;
  for (let i = starts[0]; i < ends[0]; i++) if (bytes[i] !== 32) return false;
  return true;
}

/** Offset behind the last byte that is no line end. */
function endOfContent(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  return end;
}

function countByte(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}

/** CR that ends a line by itself. */
function loneReturns(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(13); at !== -1; at = bytes.indexOf(13, at + 1))
    if (bytes[at + 1] !== 10 && bytes[at + 1] !== 13) count++;
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
    hint: 'The header line must have one name for each field; check it, and the delimiter (--delimiter).',
    place: { file, line: first.line },
  });
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

import { type CellValue, readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { AssayError } from '../errors.js';
import type { QuarantinedRecord, RawTable } from '../model/table.js';
import { headerNames } from './header-names.js';
import { MixedBuilder, type TypedCell } from './mixed-builder.js';
import { inflateEntry, zipEntries } from './zip/zip-entries.js';

/** A workbook that unpacks to more is refused: its XML is held in memory as a whole. */
const largestUnpacked = 500_000_000;

/**
 * Reads one sheet of a workbook with the types that its cells have. Blank rows are no records; a row with a value
 * outside the columns of the header is quarantined.
 * @throws AssayError FILE_UNREADABLE, FILE_TOO_LARGE, USAGE (no such sheet), NO_RECORDS.
 */
export async function readXlsx(
  bytes: Buffer,
  { file, sheet }: { file: string; sheet?: string | undefined },
): Promise<Omit<RawTable, 'source' | 'snapshot' | 'format'>> {
  refuseBomb(bytes, file);
  const rows = await readRows(bytes, { file, sheet });
  const filled = rows.map((row) =>
    row.reduce<number>((count, cell) => count + (cell === null || cell === '' ? 0 : 1), 0),
  );
  const head = findHeader(filled);
  if (head < 0 || filled.findIndex((count, i) => i > head && count > 0) < 0) throw noRecords(file);
  const width = rows[head].findLastIndex((cell) => cell !== null && cell !== '') + 1;
  const { names, notes } = headerNames(rows[head].slice(0, width).map((cell) => (cell === null ? '' : String(cell))));
  if (head > 0) notes.unshift(`The header is row ${head + 1}; what stands above it (title or blank) is passed over.`);
  const builders = names.map((name) => new MixedBuilder(name));
  const quarantined: QuarantinedRecord[] = [];
  const lines: number[] = [];
  for (let i = head + 1; i < rows.length; i++) {
    if (filled[i] === 0) continue;
    const outside = rows[i].findLastIndex((cell) => cell !== null && cell !== '');
    if (outside >= width) {
      const reason = `row ${i + 1} has a value in column ${outside + 1}, the header has ${width} columns`;
      quarantined.push({
        line: i + 1,
        reason,
        raw: rows[i].map(asField).join('\t').slice(0, 1_000_000),
        before: lines.length,
      });
      continue;
    }
    for (let c = 0; c < width; c++) builders[c].set(lines.length, rows[i][c] ?? null);
    lines.push(i + 1);
  }
  if (lines.length === 0) throw noRecords(file);
  const columns = builders.map((builder) => builder.finish(lines.length));
  return { columns, rowCount: lines.length, lines: Int32Array.from(lines), quarantined, notes };
}

/** A cell as a field of text that is divided by tabs. */
function asField(cell: TypedCell): string {
  const text = cell instanceof Date ? cell.toISOString() : String(cell ?? '');
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The library inflates without a limit, so each part is inflated once before, and held to what the archive says of it. */
function refuseBomb(bytes: Buffer, file: string): void {
  const tooLarge = (what: string) =>
    new AssayError('FILE_TOO_LARGE', {
      detail: `${file} ${what}; the limit is ${largestUnpacked}.`,
      hint: 'Save the sheet as CSV.',
      place: { file },
    });
  const entries = zipEntries(bytes);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > largestUnpacked) throw tooLarge(`would unpack to ${size} bytes`);
  for (const entry of entries) {
    try {
      inflateEntry(bytes, { entry, most: Math.max(1, entry.size) });
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE')
        throw tooLarge(`holds ${entry.name}, which unpacks to more bytes than the archive says`);
      throw new AssayError('FILE_UNREADABLE', {
        detail: `${file} is damaged: ${entry.name} cannot be unpacked (${cause instanceof Error ? cause.message : 'unknown'}).`,
        hint: 'Open it in a spreadsheet program and save it again as .xlsx, or export CSV.',
        place: { file },
        cause,
      });
    }
  }
}

/** The first row that has more than a title in it. */
function findHeader(filled: readonly number[]): number {
  const widest = Math.max(0, ...filled.slice(0, 200));
  return filled
    .slice(0, 30)
    .findIndex((count) => count > 0 && (widest === 1 || count > Math.max(1, Math.floor(widest / 3))));
}

async function readRows(
  bytes: Buffer,
  { file, sheet }: { file: string; sheet: string | undefined },
): Promise<TypedCell[][]> {
  const options = { trim: false };
  try {
    const data = sheet === undefined ? await readSheet(bytes, options) : await readNamed(bytes, sheet);
    return data.map((row) => row.map(toCell));
  } catch (cause) {
    if (cause instanceof SheetNotFoundError) {
      throw new AssayError('USAGE', {
        detail: `${file} has no sheet ${JSON.stringify(sheet)}.`,
        hint: `Its sheets are: ${sheetNames(cause)}.`,
        place: { file },
        cause,
      });
    }
    throw new AssayError('FILE_UNREADABLE', {
      detail: `${file} cannot be read as a workbook (${cause instanceof Error ? cause.message : 'unknown'}).`,
      hint: 'Open it in a spreadsheet program and save it again as .xlsx, or export CSV.',
      place: { file },
      cause,
    });
  }
}

/** The library sets `sheets` but does not declare it. */
function sheetNames(cause: object): string {
  return 'sheets' in cause && Array.isArray(cause.sheets) ? cause.sheets.join(', ') : 'not known';
}

/** By name first: a sheet may be called `2024`. */
async function readNamed(bytes: Buffer, sheet: string) {
  try {
    return await readSheet(bytes, sheet, { trim: false });
  } catch (cause) {
    if (!(cause instanceof SheetNotFoundError) || !/^\d+$/.test(sheet)) throw cause;
    return await readSheet(bytes, Number(sheet), { trim: false });
  }
}

/** The library declares dates by the type of their constructor. */
function toCell(cell: CellValue | null): TypedCell {
  const value: unknown = cell;
  if (value instanceof Date || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return value === null || value === undefined ? null : String(value);
}

function noRecords(file: string): AssayError {
  return new AssayError('NO_RECORDS', {
    detail: `${file} has no records on this sheet.`,
    hint: 'Name another sheet with --sheet.',
    place: { file },
  });
}

import { type CellValue, readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { AssayError } from '../errors.js';
import type { QuarantinedRecord, RawColumn, RawTable } from '../model/table.js';
import type { HeaderChoice } from './csv/header-choice.js';
import { headerNames } from './header-names.js';
import { MixedBuilder, type TypedCell } from './mixed-builder.js';
import { refuseBomb } from './xlsx/refuse-bomb.js';
import { type SheetFacts, sheetFacts, sheetParts } from './xlsx/sheet-parts.js';
import { cellString, extraRow, fillMerged, isHeaderless } from './xlsx/tidy-rows.js';

/**
 * Reads one sheet of a workbook with the types that its cells have. Blank rows are no records; a row with a value
 * outside the columns of the header is quarantined.
 * @throws AssayError FILE_UNREADABLE, FILE_TOO_LARGE, USAGE (no such sheet), NO_RECORDS.
 */
export async function readXlsx(
  bytes: Buffer,
  { file, sheet, header: asked }: { file: string; sheet?: string | undefined; header?: HeaderChoice | undefined },
): Promise<Omit<RawTable, 'source' | 'snapshot' | 'format'>> {
  refuseBomb(bytes, file);
  const { rows, facts, notes } = await chooseSheet(bytes, { file, sheet });
  const filled = countFilled(rows);
  const head = asked === undefined ? findHeader(filled) : filled.findIndex((count) => count > 0);
  if (head < 0 || (asked === 'none' ? false : filled.findIndex((count, i) => i > head && count > 0) < 0))
    throw noRecords(file);
  const width = widthOf(asked === 'none' ? rows : [rows[head]]);
  const isBare = asked === undefined ? isHeaderless(rows, { head, width }) : asked === 'none';
  const first = isBare ? head : head + 1;
  const header = isBare ? Array.from({ length: width }, () => '') : rows[head].slice(0, width).map(cellString);
  const { names, notes: named } = headerNames(header);
  if (asked === 'none') notes.push(`No header, as asked for: columns are called ${names[0]} ….`);
  else if (isBare)
    notes.push(
      `There is no header: row ${head + 1} is a record like those below it. Columns are called ${names[0]} …; if it is the header, say --header first.`,
    );
  else if (head > 0) notes.push(`The header is row ${head + 1}; what stands above it (title or blank) is passed over.`);
  const merged = fillMerged(rows, { merged: facts.merged, from: first });
  if (merged > 0)
    notes.push(
      `Cells merged over several rows (${merged} ${merged === 1 ? 'time' : 'times'}): each row has their value.`,
    );
  const builders = names.map((name) => new MixedBuilder(name));
  const quarantined: QuarantinedRecord[] = [];
  const lines: number[] = [];
  const last = filled.findLastIndex((count) => count > 0);
  for (let i = first; i < rows.length; i++) {
    if (filled[i] === 0) continue;
    const outside = rows[i].findLastIndex((cell) => cell !== null && cell !== '');
    const extra = extraRow(rows[i].slice(0, width).map(cellString), { header, isLast: i > last - 3 });
    if (outside >= width || extra !== null) {
      const reason = `row ${i + 1} ${extra ?? `has a value in column ${outside + 1}, the header has ${width} columns`}`;
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
  const all = builders.map((builder) => builder.finish(lines.length));
  // Columns beside the table: without a name and without a value.
  const columns = all.filter((column, i) => header[i].trim() !== '' || isBare || hasValue(column));
  const dropped = new Set(all.filter((column) => !columns.includes(column)).map(({ name }) => JSON.stringify(name)));
  notes.push(...named.filter((note) => !isBare && ![...dropped].some((name) => note.includes(`called ${name}.`))));
  return { columns, rowCount: lines.length, lines: Int32Array.from(lines), quarantined, notes };
}

function widthOf(rows: readonly (readonly TypedCell[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== null && cell !== '') + 1), 0);
}

function hasValue(column: RawColumn): boolean {
  return column.type === 'text' ? column.labels.length > 0 : column.values.some((value) => !Number.isNaN(value));
}

function countFilled(rows: readonly (readonly TypedCell[])[]): number[] {
  return rows.map((row) => row.reduce<number>((count, cell) => count + (cell === null || cell === '' ? 0 : 1), 0));
}

/** The sheet that is asked for, or the first visible one that has records; which it is, is said where there are several. */
async function chooseSheet(
  bytes: Buffer,
  { file, sheet }: { file: string; sheet: string | undefined },
): Promise<{ rows: TypedCell[][]; facts: SheetFacts; notes: string[] }> {
  const sheets = sheetParts(bytes);
  if (sheet !== undefined || sheets.length < 2) {
    const rows = await readRows(bytes, { file, sheet });
    const found = sheets.find(({ name }, i) => sheet === undefined || name === sheet || String(i + 1) === sheet);
    const facts = sheetFacts(bytes, found?.path ?? null);
    return { rows, facts, notes: factNotes(facts) };
  }
  const inOrder = [...sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden));
  for (const [i, { name, path }] of inOrder.entries()) {
    const rows = await readRows(bytes, { file, sheet: name });
    const filled = countFilled(rows);
    const head = findHeader(filled);
    const hasRecords = head >= 0 && filled.some((count, row) => row > head && count > 0);
    if (!hasRecords && i + 1 < inOrder.length) continue;
    const facts = sheetFacts(bytes, path);
    const others = sheets.filter((other) => other.name !== name).map((other) => JSON.stringify(other.name));
    const shown = `${others.slice(0, 5).join(', ')}${others.length > 5 ? ' …' : ''}`;
    const note = `Sheet ${JSON.stringify(name)} of ${sheets.length}: the first with records. Not read: ${shown}; name one with --sheet.`;
    return { rows, facts, notes: [note, ...factNotes(facts)] };
  }
  throw noRecords(file);
}

function factNotes(facts: SheetFacts): string[] {
  return [...errorNotes(facts), ...formulaNotes(facts)];
}

function formulaNotes({ uncomputed }: SheetFacts): string[] {
  const { length } = uncomputed;
  if (length === 0) return [];
  const names = `${uncomputed.slice(0, 5).join(', ')}${length > 5 ? ' …' : ''}`;
  const [what, counts] = length === 1 ? ['One formula has', 'counts'] : [`${length} formulas have`, 'count'];
  return [
    `${what} no result in the file (${names}) and ${counts} as empty: open it in a spreadsheet program and save it, so that they are computed.`,
  ];
}

function errorNotes({ errors }: SheetFacts): string[] {
  if (errors.size === 0) return [];
  const count = [...errors.values()].reduce((sum, many) => sum + many, 0);
  const names = [...errors.keys()].slice(0, 5).join(', ');
  return [
    `${count === 1 ? 'One cell holds an error' : `${count} cells hold errors`} (${names}) and ${count === 1 ? 'counts' : 'count'} as empty.`,
  ];
}

/** A cell as a field of text that is divided by tabs. */
function asField(cell: TypedCell): string {
  const text = cell instanceof Date ? cell.toISOString() : String(cell ?? '');
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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

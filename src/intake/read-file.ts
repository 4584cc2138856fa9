import { AssayError } from '../errors.js';
import type { RawTable } from '../model/table.js';
import { type HeaderChoice, headerChoices } from './csv/header-choice.js';
import { readCsvSlices } from './csv/read-csv.js';
import { SlicedColumn } from './csv/sliced-column.js';
import { decodeText } from './decode-text.js';
import { detectFormat, type FileFormat, fileFormats } from './detect-format.js';
import { readJson } from './json/read-json.js';
import { type LoadedFile, loadBytes } from './load-bytes.js';

export interface ReadOptions {
  /** One of {@link fileFormats}; found from the file where absent. */
  readonly format?: string | undefined;
  /** Of delimited text: one character, or `tab`. */
  readonly delimiter?: string | undefined;
  /** Of text files: any name of the WHATWG Encoding Standard. */
  readonly encoding?: string | undefined;
  /** Of delimited text and workbooks: `none`, or `first` where the first line (row) is the header; found out where absent. */
  readonly header?: string | undefined;
  /** Of workbooks: name, or number from 1; the first where absent. */
  readonly sheet?: string | undefined;
  /** Files, packed or unpacked, over this many bytes are refused; 1.9 GB where absent. */
  readonly largestBytes?: number | undefined;
  /** Takes delimited text of a header without records for a table without rows, and says so; refused where absent. */
  readonly isEmptyTaken?: boolean | undefined;
  /** Of Parquet: of more rows a sample is drawn, of about half as many. All are read where absent. */
  readonly mostRows?: number | undefined;
  /** The sample is drawn by the values of this column, so that rows with one value are in it together; else by their place. */
  readonly sampleBy?: string | undefined;
  /** Of Parquet: only the rows from number `from` (counted from 0) up to but not with `to`. */
  readonly window?: { readonly from: number; readonly to: number } | undefined;
  /** Of text files: more columns are refused; 10,000 where absent. */
  readonly mostColumns?: number | undefined;
}

/**
 * Reads a file into text and typed columns, interpreting nothing that the file does not say. Every record of the file
 * is either a row or quarantined with its line, its reason and its text.
 * @throws AssayError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE, FORMAT_UNKNOWN, NO_RECORDS, USAGE.
 */
export async function readFile(path: string, options: ReadOptions = {}): Promise<RawTable> {
  const table = await readFileSlices(path, options);
  return {
    ...table,
    columns: table.columns.map((column) => (column instanceof SlicedColumn ? column.plain() : column)),
  };
}

/** As {@link readFile}, but of delimited text the columns are {@link SlicedColumn}: for those who hand the labels on. */
export async function readFileSlices(path: string, options: ReadOptions = {}): Promise<RawTable> {
  const format = normalizeFormat(options.format);
  const delimiter = normalizeDelimiter(options.delimiter);
  const header = normalizeHeader(options.header);
  const file = await loadBytes(path, { largestBytes: options.largestBytes });
  if (file.bytes.length === 0) throw empty(path);
  const content = await readContent(path, {
    file,
    delimiter,
    header,
    options,
    format: format ?? detectFormat(file.bytes, file),
  });
  const notes = [...file.notes, ...content.notes];
  return { ...content, source: file.name, snapshot: file.snapshot, notes };
}

type Content = Omit<RawTable, 'source' | 'snapshot'>;

async function readContent(
  path: string,
  {
    file,
    format,
    delimiter,
    header,
    options,
  }: {
    file: LoadedFile;
    format: FileFormat;
    delimiter: string | undefined;
    header: HeaderChoice | undefined;
    options: ReadOptions;
  },
): Promise<Content> {
  // The engine and the workbook reader take longer to load than most files to read.
  if (format === 'parquet') {
    const { readParquet } = await import('./read-parquet.js');
    return { format, ...(await readParquet(path, options)) };
  }
  if (format === 'xlsx') {
    const { readXlsx } = await import('./read-xlsx.js');
    return { format, ...(await readXlsx(file.bytes, { file: path, sheet: options.sheet, header })) };
  }
  const { bytes, invalidAt, notes } = decodeText(file.bytes, { file: path, encoding: options.encoding });
  if (bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))) throw empty(path);
  if (format === 'jsonl') {
    const content = readJson(bytes, { file: path, invalidAt, mostColumns: options.mostColumns });
    return { format, ...content, notes: [...notes, ...content.notes] };
  }
  const content = readCsvSlices(bytes, {
    file: path,
    invalidAt,
    delimiter,
    header,
    mostColumns: options.mostColumns,
    isEmptyTaken: options.isEmptyTaken,
  });
  return { ...content, format: content.delimiter === '\t' ? 'tsv' : format, notes: [...notes, ...content.notes] };
}

function normalizeFormat(format: string | undefined): FileFormat | undefined {
  if (format === undefined) return undefined;
  const known = fileFormats.find((name) => name === format.toLowerCase());
  if (known !== undefined) return known;
  if (['json', 'ndjson'].includes(format.toLowerCase())) return 'jsonl';
  throw new AssayError('USAGE', {
    detail: `The format ${format} is not known.`,
    hint: `Use ${fileFormats.join(', ')}.`,
  });
}

function normalizeHeader(header: string | undefined): HeaderChoice | undefined {
  const known = headerChoices.find((choice) => choice === header);
  if (known !== undefined || header === undefined) return known;
  throw new AssayError('USAGE', {
    detail: `The header ${JSON.stringify(header)} is not known.`,
    hint: 'Say none where the file has no header, or first where its first line is one.',
  });
}

function normalizeDelimiter(delimiter: string | undefined): string | undefined {
  if (delimiter === undefined) return undefined;
  const character =
    ({ tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' } as Record<string, string>)[delimiter] ??
    delimiter;
  if (character.length === 1 && character < '\u0080' && !'"\r\n'.includes(character)) return character;
  throw new AssayError('USAGE', {
    detail: `The delimiter ${JSON.stringify(delimiter)} is not one plain character.`,
    hint: 'Use one character such as ";" or "|", or the word tab.',
  });
}

function empty(path: string): AssayError {
  return new AssayError('NO_RECORDS', {
    detail: `${path} is empty.`,
    hint: 'Export it again; the first line must hold the names of the columns.',
    place: { file: path },
  });
}

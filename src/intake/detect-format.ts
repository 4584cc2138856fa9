import { AssayError } from '../errors.js';
import type { RawTable } from '../model/table.js';

export type FileFormat = RawTable['format'];
export const fileFormats = ['csv', 'tsv', 'jsonl', 'parquet', 'xlsx'] as const satisfies readonly FileFormat[];

const byExtension: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  json: 'jsonl',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  parquet: 'parquet',
  pq: 'parquet',
  xlsx: 'xlsx',
};

/**
 * The format of a file: by its first bytes where they are unmistakable, else by its extension, else by its text.
 * @throws AssayError FORMAT_UNKNOWN for what is known not to be readable (old Excel, archives, PDF, images, SQLite).
 */
export function detectFormat(bytes: Buffer, { name }: { name: string }): FileFormat {
  if (bytes.subarray(0, 4).equals(Buffer.from('PAR1'))) return 'parquet';
  const extension = /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';
  if (bytes.readUIntBE(0, Math.min(4, bytes.length)) === 0x504b0304) {
    if (bytes.includes('xl/workbook') || extension === 'xlsx') return 'xlsx';
    throw unknownFormat(name, { what: 'a zip archive', hint: 'Unpack it and name one of its files.' });
  }
  const foreign = foreignFormats.find(([magic]) => bytes.subarray(0, magic.length).equals(magic));
  if (foreign !== undefined) throw unknownFormat(name, { what: foreign[1], hint: foreign[2] });
  const known = byExtension[extension];
  if (known === 'parquet' || known === 'xlsx') {
    throw unknownFormat(name, {
      what: `not the ${known} file that its name says`,
      hint: `Name the format if it is another one, e.g. --format csv.`,
    });
  }
  return known ?? (/^\s*[[{]\s*["{}]/.test(bytes.toString('utf8', 0, 200).replace(/^\ufeff/, '')) ? 'jsonl' : 'csv');
}

const saveAs = 'Export it as CSV, TSV, JSONL, Parquet or XLSX.';
const foreignFormats: readonly [Buffer, string, string][] = [
  [
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    'an Excel file of before 2007 (.xls)',
    'Open it and save it as .xlsx or CSV.',
  ],
  [Buffer.from('%PDF'), 'a PDF document', saveAs],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'a PNG image', saveAs],
  [Buffer.from([0xff, 0xd8, 0xff]), 'a JPEG image', saveAs],
  [Buffer.from('SQLite format 3\0'), 'an SQLite database', saveAs],
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'packed with zstd', 'Unpack it first; gzip is read as it is.'],
  [Buffer.from('BZh'), 'packed with bzip2', 'Unpack it first; gzip is read as it is.'],
  [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), 'packed with xz', 'Unpack it first; gzip is read as it is.'],
];

function unknownFormat(name: string, { what, hint }: { what: string; hint: string }): AssayError {
  return new AssayError('FORMAT_UNKNOWN', { detail: `${name} is ${what}.`, hint, place: { file: name } });
}

import { AssayError } from '../../errors.js';
import { headerNames, looksLikeValues } from '../header-names.js';
import { fieldForms, type RecordScanner } from './record-scanner.js';

const usualMost = 10_000;

export interface Header {
  readonly names: readonly string[];
  readonly notes: readonly string[];
  /** The header ends with a delimiter: where every record does so too, there is no column behind it. */
  readonly lastIsUnnamed: boolean;
}

/** Reads the header record at offset `at`. @throws AssayError FILE_TOO_LARGE for more columns than `mostColumns` (10,000). */
export function readHeader(
  bytes: Buffer,
  {
    scanner,
    at,
    file,
    mostColumns = usualMost,
  }: { scanner: RecordScanner; at: number; file: string; mostColumns?: number | undefined },
): Header {
  scanner.scan(at);
  if (scanner.fault !== null) {
    const text = bytes.toString('utf8', at, scanner.next).trim();
    return { ...headerNames([text]), lastIsUnnamed: false };
  }
  if (scanner.fieldCount > mostColumns) {
    throw new AssayError('FILE_TOO_LARGE', {
      detail: `${file} has ${scanner.fieldCount} columns; the limit is ${mostColumns}.`,
      hint: 'Leave out columns that say nothing about accounts, or name the delimiter if another one is meant.',
      place: { file },
    });
  }
  const cells: string[] = [];
  for (let i = 0; i < scanner.fieldCount; i++) {
    const cell = bytes.toString('utf8', scanner.starts[i], scanner.ends[i]);
    cells.push(scanner.forms[i] === fieldForms.escaped ? cell.replaceAll('""', '"') : cell);
  }
  const lastIsUnnamed = cells.length > 1 && cells[cells.length - 1].trim() === '';
  const { names, notes } = headerNames(cells);
  const kept = lastIsUnnamed ? notes.filter((note) => !note.startsWith(`Column ${cells.length} `)) : notes;
  if (looksLikeValues(names)) {
    const shown = names.slice(0, 4).join(', ');
    kept.push(`The first line (${shown} …) reads like values; if the file has no header line, add one.`);
  }
  return { names, notes: kept, lastIsUnnamed };
}

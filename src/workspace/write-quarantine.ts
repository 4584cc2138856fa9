import { printQuarantine } from '../intake/quarantine/print-quarantine.js';
import type { RawTable } from '../model/table.js';
import { writeFile } from './write-file.js';

/**
 * Writes the quarantined records of a table to a file that can be mended and imported: whole or not at all. JSON
 * records belong into a file whose name ends in `.jsonl`, others into `.csv` or `.tsv`.
 * @returns how many records it holds; where there are none, nothing is written.
 * @throws AssayError WRITE_FAILED.
 */
export async function writeQuarantine(
  path: string,
  raw: Pick<RawTable, 'source' | 'format' | 'columns' | 'quarantined' | 'delimiter'>,
): Promise<number> {
  const text = printQuarantine(raw);
  if (text === null) return 0;
  await writeFile(path, text);
  return raw.quarantined.length;
}

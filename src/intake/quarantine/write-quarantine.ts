import { rename, rm, writeFile } from 'node:fs/promises';
import { AssayError } from '../../errors.js';
import type { RawTable } from '../../model/table.js';
import { printQuarantine } from './print-quarantine.js';

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
  const draft = `${path}.partial`;
  try {
    await writeFile(draft, text, { flush: true });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new AssayError('WRITE_FAILED', {
      detail: `${path} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Check that the folder exists, may be written to and has room; nothing was changed.',
      place: { file: path },
      cause,
    });
  }
  return raw.quarantined.length;
}

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { AssayError } from '../errors.js';
import type { RawTable } from '../model/table.js';
import { writeQuarantine } from './write-quarantine.js';

/**
 * Writes what was not accepted of a file to a file that can be mended and imported. Its name holds the beginning of the
 * file's hash, so that one that a person is mending is never written over: the same file gives the same records.
 * @returns the path; null where all was accepted. @throws AssayError WRITE_FAILED.
 */
export async function writeQuarantines(folder: string, raw: RawTable): Promise<string | null> {
  if (raw.quarantined.length === 0) return null;
  const extension = raw.format === 'jsonl' ? 'jsonl' : raw.format === 'csv' ? 'csv' : 'tsv';
  const path = join(folder, `${parse(raw.source).name}.quarantine-${raw.snapshot.slice(0, 8)}.${extension}`);
  if (existsSync(path)) return path;
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new AssayError('WRITE_FAILED', {
      detail: `The folder ${folder} could not be made: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Choose another folder with --quarantine.',
      place: { file: folder },
      cause,
    });
  }
  await writeQuarantine(path, raw);
  return path;
}

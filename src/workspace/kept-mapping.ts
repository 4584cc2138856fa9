import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from '../errors.js';
import { parseMapping } from '../intake/mapping/parse-mapping.js';
import { printMapping } from '../intake/mapping/print-mapping.js';
import type { TableMapping } from '../model/mapping.js';
import { writeFile } from './write-file.js';

/** Where the mappings of a workspace are kept, and where those are put that a person must look at first. */
export function mappingPaths(folder: string): { kept: string; proposed: string } {
  return { kept: join(folder, 'mapping.yaml'), proposed: join(folder, 'mapping.proposed.yaml') };
}

/**
 * The mappings of a file.
 * @param isNeeded whether it is an error that the file is not there; else there are none.
 * @throws AssayError FILE_NOT_FOUND, MAPPING_INVALID.
 */
export async function readMappings(path: string, { isNeeded }: { isNeeded: boolean }): Promise<TableMapping[]> {
  if (existsSync(path)) return parseMapping(await readFile(path, 'utf8'), { file: path });
  if (!isNeeded) return [];
  throw new AssayError('FILE_NOT_FOUND', {
    detail: `There is no mapping ${path}.`,
    hint: 'Import without --mapping: what is recognised is written to mapping.yaml.',
    place: { file: path },
  });
}

/** All mappings, of one file the first of them. */
export function joinMappings(...lists: readonly (readonly TableMapping[])[]): TableMapping[] {
  const byFile = new Map<string, TableMapping>();
  for (const mapping of lists.flat()) if (!byFile.has(mapping.file)) byFile.set(mapping.file, mapping);
  return [...byFile.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * Keeps mappings; a file that says the same already is left as a person wrote it, comments and all.
 * @returns whether it was written. @throws AssayError WRITE_FAILED.
 */
export async function keepMappings(path: string, mappings: readonly TableMapping[]): Promise<boolean> {
  const known = await readMappings(path, { isNeeded: false });
  const text = printMapping(mappings);
  if (existsSync(path) && printMapping(joinMappings(known)) === text) return false;
  await writeFile(path, text);
  return true;
}

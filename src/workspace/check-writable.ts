import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AssayError } from '../errors.js';
import { shellWord } from '../model/shell-word.js';

/**
 * Looks before the work begins whether its results will have a place.
 * @throws AssayError WRITE_FAILED, naming the folder that is missing or may not be written to.
 */
export async function checkWritable(paths: readonly (string | undefined)[]): Promise<void> {
  for (const path of paths) {
    if (path === undefined) continue;
    const folder = dirname(path);
    try {
      await access(folder, constants.W_OK);
    } catch (cause) {
      throw new AssayError('WRITE_FAILED', {
        detail: `${path} cannot be written: the folder ${folder} is not there or may not be written to.`,
        hint: `Make it (mkdir -p ${shellWord(folder)}) or choose another place; nothing was done yet.`,
        place: { file: path },
        cause,
      });
    }
  }
}

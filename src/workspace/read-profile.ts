import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatDiagnostic } from '../document/diagnostic.js';
import { AssayError } from '../errors.js';
import type { Profile } from '../model/profile.js';
import { parseProfile } from '../profile/parse-profile.js';

/**
 * Reads a profile document.
 * @param options `onWarning` is told of what does not stop the reading, such as keys that nothing knows.
 * @throws AssayError FILE_NOT_FOUND, FILE_UNREADABLE or PROFILE_INVALID with line and column.
 */
export async function readProfile(
  path: string,
  options: { readonly onWarning?: (warning: string) => void } = {},
): Promise<Profile> {
  const { onWarning } = options;
  return parseProfile(await readText(path), {
    file: basename(path),
    ...(onWarning === undefined ? {} : { onWarning: (warning) => onWarning(formatDiagnostic(warning)) }),
  });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new AssayError(isMissing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', {
      detail: isMissing ? `${path} does not exist.` : `${path} cannot be read.`,
      hint: 'Give the path of a profile that `assay learn … -o icp.yaml` wrote.',
      place: { file: path },
      cause,
    });
  }
}

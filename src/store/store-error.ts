import { AssayError } from '../errors.js';

/**
 * What went wrong in the workspace, in words a user can act on. Errors of Assay pass as they are.
 * @param doing what was tried, as the middle of a sentence: `recording the import`.
 */
export function storeError(cause: unknown, { folder, doing }: { folder: string; doing: string }): AssayError {
  if (cause instanceof AssayError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new AssayError('WORKSPACE_DAMAGED', {
      detail: `The record of ${folder} cannot be read while ${doing}: ${message}.`,
      hint: 'Restore record.db from a backup; the snapshots beside it are whole.',
      place: { file: folder },
      cause,
    });
  }
  return new AssayError('WRITE_FAILED', {
    detail: `${folder}: ${doing} failed: ${message}${code === '' ? '' : ` (${code})`}.`,
    hint: 'Make room or mend the permissions and run it again; what was recorded before is whole.',
    place: { file: folder },
    cause,
  });
}

import { AssayError } from '../errors.js';
import type { ImportEntry } from './import-entry.js';
import { inTransaction } from './in-transaction.js';
import { findImport } from './list-imports.js';
import type { Workspace } from './workspace.js';

/**
 * From now on the import does not count; what was current before it is current again. Its record and snapshots stay
 * until garbage is collected. Undoing twice is undoing once.
 * @throws AssayError IMPORT_UNKNOWN, WRITE_FAILED, USAGE.
 */
export async function undoImport(workspace: Workspace, id: number): Promise<ImportEntry> {
  const entry = await findImport(workspace, id);
  if (entry.undoneAt !== null) return entry;
  const undoneAt = workspace.now().toISOString();
  await inTransaction(workspace, {
    doing: `undoing import ${id}`,
    work: (record) => record.updateTable('imports').set({ undone_at: undoneAt }).where('id', '=', id).execute(),
  });
  return { ...entry, undoneAt };
}

/**
 * Two accounts are two again. @throws AssayError USAGE where there is no such merge or it cannot be undone.
 */
export async function undoMerge(workspace: Workspace, mergeId: number): Promise<void> {
  const undone_at = workspace.now().toISOString();
  const changed = await inTransaction(workspace, {
    doing: `undoing merge ${mergeId}`,
    work: (record) =>
      record
        .updateTable('merges')
        .set(({ eb, fn }) => ({ undone_at: fn.coalesce('undone_at', eb.val(undone_at)) }))
        .where('id', '=', mergeId)
        .where('reversible', '=', 1)
        .executeTakeFirst(),
  });
  if (changed.numUpdatedRows > 0n) return;
  throw new AssayError('USAGE', {
    detail: `Merge ${mergeId} is not there or cannot be undone.`,
    hint: 'See `assay data` for the merges of an import.',
  });
}

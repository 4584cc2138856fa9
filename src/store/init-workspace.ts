import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { AssayError } from '../errors.js';
import { openRecord } from './open-record.js';
import { storeError } from './store-error.js';
import { workspacePaths } from './workspace-paths.js';
import { syncFolder, writeDurably } from './write-durably.js';

/** The version of the folder's layout; of the record's, see migrations. */
export const workspaceVersion = 1;

/**
 * Makes a workspace of a folder, which may be there with other files in it. The marker comes last, so that a folder
 * with one is complete; without, this can be run again.
 * @throws AssayError WORKSPACE_EXISTS, WRITE_FAILED.
 */
export async function initWorkspace(folder: string, { now }: { now: () => Date }): Promise<void> {
  const paths = workspacePaths(folder);
  if (existsSync(paths.marker)) {
    throw new AssayError('WORKSPACE_EXISTS', {
      detail: `${folder} is a workspace already.`,
      hint: 'Import into it, or choose another folder.',
      place: { file: paths.marker },
    });
  }
  const marker = [
    '# A workspace of Assay: the record of imports in record.db, their rows in snapshots/.',
    `workspace: ${workspaceVersion}`,
    `createdAt: ${now().toISOString()}`,
    '',
  ].join('\n');
  try {
    await mkdir(paths.snapshots, { recursive: true });
    openRecord(paths.record, { access: 'write', now }).close();
    await syncFolder(folder);
    await writeDurably(folder, { pieces: [Buffer.from(marker)], nameOf: () => basename(paths.marker) });
  } catch (cause) {
    throw storeError(cause, { folder, doing: 'making the workspace' });
  }
}

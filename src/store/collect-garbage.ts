import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inTransaction } from './in-transaction.js';
import { listImports } from './list-imports.js';
import { storeError } from './store-error.js';
import { needWriting, type Workspace } from './workspace.js';
import { workspacePaths } from './workspace-paths.js';
import { syncFolder } from './write-durably.js';

/**
 * Deletes the snapshots that no import that counts cites, and no hash in `keep` (profiles and runs cite theirs).
 * The record of undone imports stays.
 * @returns hashes of what went, sorted, and the bytes that it freed.
 * @throws AssayError WRITE_FAILED, USAGE.
 */
export async function collectGarbage(
  workspace: Workspace,
  { keep = [] }: { keep?: readonly string[] } = {},
): Promise<{ removed: string[]; bytes: number }> {
  needWriting(workspace);
  const live = new Set(keep);
  for (const { undoneAt, files } of await listImports(workspace)) {
    if (undoneAt === null) for (const { manifest } of files) live.add(manifest.hash);
  }
  const { snapshots } = workspacePaths(workspace.folder);
  const removed = new Set<string>();
  let bytes = 0;
  try {
    for (const name of (await readdir(snapshots)).sort()) {
      const hash = /^([0-9a-f]{64})\.(parquet|json)$/.exec(name)?.[1];
      if (hash === undefined || live.has(hash)) continue;
      const path = join(snapshots, name);
      bytes += (await stat(path)).size;
      await rm(path);
      removed.add(hash);
    }
    await syncFolder(snapshots);
  } catch (cause) {
    throw storeError(cause, { folder: workspace.folder, doing: 'collecting garbage' });
  }
  await inTransaction(workspace, {
    doing: 'collecting garbage',
    work: async (record) => {
      for (const hash of removed) await record.deleteFrom('pending_snapshots').where('hash', '=', hash).execute();
    },
  });
  return { removed: [...removed], bytes };
}

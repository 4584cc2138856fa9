import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workspace } from './workspace.js';
import { workspacePaths } from './workspace-paths.js';
import { draftSuffix, syncFolder } from './write-durably.js';

/**
 * Takes away what an ended writer left: drafts, and snapshots whose import was never recorded. Only names that were
 * noted as pending go: a record restored from an older backup must not cost the snapshots it does not know.
 * @returns what was done, as sentences.
 */
export async function sweepLeftovers(workspace: Omit<Workspace, 'close'>): Promise<string[]> {
  const { folder, record } = workspace;
  const paths = workspacePaths(folder);
  const drafts = [folder, paths.snapshots].map(async (place) =>
    (await readdir(place)).filter((name) => name.endsWith(draftSuffix)).map((name) => join(place, name)),
  );
  const files = (await Promise.all(drafts)).flat();
  const pending = await record.selectFrom('pending_snapshots').select('hash').execute();
  for (const { hash } of pending) files.push(paths.snapshot(hash), paths.manifest(hash));
  if (files.length === 0) return [];
  for (const file of files) await rm(file, { force: true });
  await syncFolder(paths.snapshots);
  await record.deleteFrom('pending_snapshots').execute();
  return ['An import that did not finish was swept; nothing of it was recorded. Run it again.'];
}

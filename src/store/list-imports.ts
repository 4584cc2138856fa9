import { AssayError } from '../errors.js';
import type { TableMapping } from '../model/mapping.js';
import type { SnapshotManifest } from '../model/snapshot.js';
import type { QuarantinedRecord } from '../model/table.js';
import type { ImportEntry, ImportedFile, RecordedMerge } from './import-entry.js';
import { storeError } from './store-error.js';
import type { Workspace } from './workspace.js';

/** Every import, undone ones too, the oldest first. @throws AssayError WORKSPACE_DAMAGED. */
export async function listImports(workspace: Workspace): Promise<ImportEntry[]> {
  const { record } = workspace;
  const [imports, files] = await reading(workspace, () =>
    Promise.all([
      record.selectFrom('imports').selectAll().orderBy('id').execute(),
      record.selectFrom('import_files').selectAll().orderBy('import_id').orderBy('position').execute(),
    ]),
  );
  const byImport = new Map<number, ImportedFile[]>(imports.map(({ id }) => [id, []]));
  for (const file of files) byImport.get(file.import_id)?.push(toFile(file));
  return imports.map(({ id, key, created_at, undone_at }) => ({
    id,
    key: key === null ? null : String(JSON.parse(key)),
    createdAt: created_at,
    undoneAt: undone_at,
    files: byImport.get(id) ?? [],
  }));
}

/** @throws AssayError IMPORT_UNKNOWN. */
export async function findImport(workspace: Workspace, id: number): Promise<ImportEntry> {
  const entry = (await listImports(workspace)).find((one) => one.id === id);
  if (entry !== undefined) return entry;
  throw new AssayError('IMPORT_UNKNOWN', {
    detail: `There is no import ${id} in ${workspace.folder}.`,
    hint: 'See `assay data` for the imports there are.',
  });
}

/**
 * The current state: of each stream of files (one entity, one file name or pattern in the mapping) the newest that
 * counts, in order of import.
 */
export async function latestImports(workspace: Workspace): Promise<ImportedFile[]> {
  const latest = new Map<string, ImportedFile>();
  for (const { undoneAt, files } of await listImports(workspace)) {
    if (undoneAt !== null) continue;
    for (const file of files) {
      const stream = streamOf(file);
      latest.delete(stream);
      latest.set(stream, file);
    }
  }
  return [...latest.values()];
}

/** Files of one stream are states of the same thing, of which the last counts. */
export function streamOf({ mapping }: Pick<ImportedFile, 'mapping'>): string {
  return JSON.stringify([mapping.entity, mapping.file]);
}

/** The records of one file that were not accepted, in order of line. */
export async function readQuarantined(
  workspace: Workspace,
  { importId, position }: { importId: number; position: number },
): Promise<QuarantinedRecord[]> {
  const rows = await reading(workspace, () =>
    workspace.record
      .selectFrom('quarantined')
      .innerJoin('import_files', 'import_files.id', 'quarantined.file_id')
      .select(['line', 'reason', 'raw', 'before'])
      .where('import_id', '=', importId)
      .where('position', '=', position)
      .orderBy('quarantined.id')
      .execute(),
  );
  return rows.map(({ line, reason, raw, before }) => ({
    line,
    reason: String(JSON.parse(reason)),
    raw: String(JSON.parse(raw)),
    before,
  }));
}

/** The merges of one import, in the order in which they were recorded. */
export async function readMerges(workspace: Workspace, importId: number): Promise<RecordedMerge[]> {
  const rows = await reading(workspace, () =>
    workspace.record.selectFrom('merges').selectAll().where('import_id', '=', importId).orderBy('id').execute(),
  );
  return rows.map(({ id, kept, merged, score, reason, reversible, undone_at }) => ({
    id,
    importId,
    kept: String(JSON.parse(kept)),
    merged: String(JSON.parse(merged)),
    score,
    reason: String(JSON.parse(reason)),
    isReversible: reversible === 1,
    undoneAt: undone_at,
  }));
}

function toFile(row: { import_id: number; position: number; manifest: string; mapping: string }): ImportedFile {
  return {
    importId: row.import_id,
    position: row.position,
    // Both were written by recordImport from values of these types, and SQLite keeps what it is given.
    manifest: JSON.parse(row.manifest) as SnapshotManifest,
    mapping: JSON.parse(row.mapping) as TableMapping,
  };
}

async function reading<T>({ folder }: Workspace, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw storeError(cause, { folder, doing: 'reading the record' });
  }
}

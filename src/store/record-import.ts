import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { AssayError } from '../errors.js';
import type { ImportEntry, ImportInput } from './import-entry.js';
import { inTransaction } from './in-transaction.js';
import { findImport } from './list-imports.js';
import type { RecordTables } from './record-tables.js';
import type { Workspace } from './workspace.js';
import { workspacePaths } from './workspace-paths.js';

/**
 * Records an import whose snapshots are on the disk: files with their mappings, quarantined records, merges. When this
 * returns, it is durable; when it throws, nothing of it is there, but for a full disk, where the key makes trying again safe.
 * @throws AssayError SNAPSHOT_UNKNOWN, WRITE_FAILED, USAGE.
 */
export async function recordImport(workspace: Workspace, input: ImportInput): Promise<ImportEntry> {
  for (const { manifest } of input.files) needSnapshot(workspace, manifest.hash);
  const id = await inTransaction(workspace, {
    doing: 'recording the import',
    work: async (record) =>
      (await knownId(record, input.key)) ?? (await insert(record, { input, now: workspace.now() })),
  });
  return findImport(workspace, id);
}

async function knownId(record: Kysely<RecordTables>, key: string | undefined): Promise<number | undefined> {
  if (key === undefined) return undefined;
  const found = await record
    .selectFrom('imports')
    .select('id')
    .where('key', '=', JSON.stringify(key))
    .executeTakeFirst();
  return found?.id;
}

async function insert(
  record: Kysely<RecordTables>,
  { input: { files, merges, key }, now }: { input: ImportInput; now: Date },
): Promise<number> {
  const { id } = await record
    .insertInto('imports')
    .values({ key: key === undefined ? null : JSON.stringify(key), created_at: now.toISOString(), undone_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [position, { manifest, mapping, quarantined }] of files.entries()) {
    const file = await record
      .insertInto('import_files')
      .values({
        import_id: id,
        position,
        snapshot: manifest.hash,
        manifest: JSON.stringify({ ...manifest, importedAt: now.toISOString() }),
        mapping: JSON.stringify(mapping),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const rows = quarantined.map(({ line, reason, raw, before }) => ({
      file_id: file.id,
      line,
      reason: JSON.stringify(reason),
      raw: JSON.stringify(raw),
      before,
    }));
    for (const batch of batches(rows)) await record.insertInto('quarantined').values(batch).execute();
    await record.deleteFrom('pending_snapshots').where('hash', '=', manifest.hash).execute();
  }
  const rows = merges.map(({ kept, merged, score, reason, isReversible }) => ({
    import_id: id,
    kept: JSON.stringify(kept),
    merged: JSON.stringify(merged),
    score,
    reason: JSON.stringify(reason),
    reversible: isReversible ? 1 : 0,
    undone_at: null,
  }));
  for (const batch of batches(rows)) await record.insertInto('merges').values(batch).execute();
  return id;
}

/** SQLite binds 32,766 values a statement at most. */
function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += 1000) yield rows.slice(from, from + 1000);
}

function needSnapshot({ folder }: Workspace, hash: string): void {
  if (existsSync(workspacePaths(folder).snapshot(hash))) return;
  throw new AssayError('SNAPSHOT_UNKNOWN', {
    detail: `There is no snapshot ${hash} in ${folder}.`,
    hint: 'Write the snapshot before the import is recorded.',
  });
}

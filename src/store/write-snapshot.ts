import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { encodeParquet } from '../engine/parquet/encode-parquet.js';
import { AssayError } from '../errors.js';
import type { SnapshotManifest } from '../model/snapshot.js';
import { type SnapshotInput, snapshotFacts } from './snapshot-facts.js';
import { storeError } from './store-error.js';
import { needWriting, type Workspace } from './workspace.js';
import { workspacePaths } from './workspace-paths.js';
import { writeDurably } from './write-durably.js';

/**
 * Keeps a table for ever, as a Parquet file named by the SHA-256 of its bytes with its manifest beside it. The same
 * input gives the same file. Until an import cites it the snapshot is pending, and is swept after a crash.
 * @throws AssayError WRITE_FAILED, FILE_UNREADABLE (records that do not add up, text that is not Unicode), FILE_TOO_LARGE.
 */
export async function writeSnapshot(workspace: Workspace, input: SnapshotInput): Promise<SnapshotManifest> {
  needWriting(workspace);
  checkConserved(input);
  const { table } = input;
  const paths = workspacePaths(workspace.folder);
  const hash = createHash('sha256');
  const content = encodeParquet({ ...table, facts: snapshotFacts(input) });
  let manifest: SnapshotManifest | undefined;
  try {
    await writeDurably(paths.snapshots, {
      pieces: hashed(content, hash),
      nameOf: async () => {
        manifest = describe(input, { hash: hash.digest('hex'), importedAt: workspace.now().toISOString() });
        await notePending(workspace, manifest.hash);
        return basename(paths.snapshot(manifest.hash));
      },
    });
    if (manifest === undefined) throw new RangeError('the snapshot has no name');
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const name = basename(paths.manifest(manifest.hash));
    await writeDurably(paths.snapshots, { pieces: [Buffer.from(text)], nameOf: () => name });
    return manifest;
  } catch (cause) {
    throw storeError(cause, { folder: workspace.folder, doing: `writing the snapshot of ${table.source}` });
  }
}

function checkConserved({ table, quarantined, records }: SnapshotInput): void {
  if (table.rowCount + quarantined === records) return;
  throw new AssayError('FILE_UNREADABLE', {
    detail: `${table.source}: ${table.rowCount} accepted and ${quarantined} quarantined records are not the ${records} of the file.`,
    hint: 'This is a mistake of Assay; please report it with the file if you may.',
    place: { file: table.source },
  });
}

function* hashed(pieces: Iterable<Uint8Array>, hash: { update(piece: Uint8Array): unknown }): Generator<Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** What an import cites already is not pending. */
async function notePending({ record }: Workspace, hash: string): Promise<void> {
  const cited = await record.selectFrom('import_files').select('id').where('snapshot', '=', hash).executeTakeFirst();
  if (cited !== undefined) return;
  await record
    .insertInto('pending_snapshots')
    .values({ hash })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function describe(
  { entity, table, quarantined, records }: SnapshotInput,
  { hash, importedAt }: { hash: string; importedAt: string },
): SnapshotManifest {
  return {
    hash,
    entity,
    source: { name: table.source, sha256: table.snapshot, records },
    accepted: table.rowCount,
    quarantined,
    columns: table.columns.map(({ name, type }) => ({ name, type })),
    importedAt,
  };
}

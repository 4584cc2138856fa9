import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { decodeFacts, decodeParquet } from '../engine/parquet/decode-parquet.js';
import { AssayError } from '../errors.js';
import type { SnapshotManifest } from '../model/snapshot.js';
import type { Table } from '../model/table.js';
import { readFacts } from './snapshot-facts.js';
import { workspacePaths } from './workspace-paths.js';

export interface Snapshot {
  readonly manifest: SnapshotManifest;
  readonly table: Table;
}

/**
 * Reads a snapshot and proves that its bytes are those it is named by. All but the time comes from these bytes.
 * @throws AssayError SNAPSHOT_UNKNOWN, WORKSPACE_DAMAGED (with the name, where the bytes are others).
 */
export async function readSnapshot({ folder }: { folder: string }, hash: string): Promise<Snapshot> {
  const paths = workspacePaths(folder);
  // The pattern also keeps `hash` from leaving the folder.
  if (!/^[0-9a-f]{64}$/.test(hash) || !existsSync(paths.snapshot(hash))) {
    throw new AssayError('SNAPSHOT_UNKNOWN', {
      detail: `There is no snapshot ${hash.slice(0, 64)} in ${folder}.`,
      hint: 'See `assay data` for those there are; import the file again if it is missing.',
    });
  }
  const bytes = await readFile(paths.snapshot(hash));
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw damaged(paths.snapshot(hash), 'its bytes changed');
  try {
    const { entity, source, sha256, records, quarantined, types } = readFacts(decodeFacts(bytes));
    const { columns, rowCount, lines } = decodeParquet(bytes, types);
    const manifest = {
      hash,
      entity,
      source: { name: source, sha256, records },
      accepted: rowCount,
      quarantined,
      columns: columns.map(({ name, type }) => ({ name, type })),
      importedAt: await readTime(paths.manifest(hash)),
    };
    return { manifest, table: { source, snapshot: sha256, rowCount, lines, columns } };
  } catch (cause) {
    throw damaged(paths.snapshot(hash), cause instanceof Error ? cause.message : String(cause));
  }
}

/** When it was first written; empty where the manifest is gone, which costs nothing else. */
async function readTime(path: string): Promise<string> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    const isManifest = typeof value === 'object' && value !== null && 'importedAt' in value;
    return isManifest ? String(value.importedAt) : '';
  } catch {
    return '';
  }
}

function damaged(path: string, what: string): AssayError {
  return new AssayError('WORKSPACE_DAMAGED', {
    detail: `The snapshot ${path} is damaged: ${what}.`,
    hint: 'Import the same file again, which writes it anew.',
    place: { file: path },
  });
}

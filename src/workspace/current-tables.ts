import type { Column, RawColumn, RawTable, Table } from '../model/table.js';
import type { ImportedFile } from '../store/import-entry.js';
import { latestImports } from '../store/list-imports.js';
import { readSnapshot } from '../store/read-snapshot.js';
import type { Workspace } from '../store/workspace.js';

/** A table as it was imported, and what is recorded of it. */
export interface CurrentTable {
  readonly file: ImportedFile;
  readonly raw: RawTable;
}

/**
 * The tables that count now, in order of import.
 * @param about `want`: which; what is not wanted is not read; `files`: others than those that count now.
 * @throws AssayError SNAPSHOT_UNKNOWN, WORKSPACE_DAMAGED.
 */
export async function readCurrentTables(
  workspace: Workspace,
  { want, files }: { want: (file: ImportedFile) => boolean; files?: readonly ImportedFile[] },
): Promise<CurrentTable[]> {
  const tables: CurrentTable[] = [];
  for (const file of files ?? (await latestImports(workspace))) {
    if (want(file)) tables.push({ file, raw: await readImported(workspace, file) });
  }
  return tables;
}

/** The rows of one import of a file. @throws AssayError SNAPSHOT_UNKNOWN, WORKSPACE_DAMAGED. */
export async function readImported(workspace: { folder: string }, { manifest }: ImportedFile): Promise<RawTable> {
  const { table } = await readSnapshot(workspace, manifest.hash);
  return asRaw(table);
}

/** Snapshots of imports hold what the reader gave. */
function asRaw(table: Table): RawTable {
  return { ...table, format: 'parquet', columns: table.columns.filter(isRaw), quarantined: [], notes: [] };
}

function isRaw(column: Column): column is RawColumn {
  return column.type === 'text' || column.type === 'number' || column.type === 'date';
}

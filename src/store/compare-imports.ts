import { compareTables } from './compare-tables.js';
import type { ImportedFile } from './import-entry.js';
import { findImport, streamOf } from './list-imports.js';
import { readSnapshot } from './read-snapshot.js';
import type { TableChanges } from './table-changes.js';
import type { Workspace } from './workspace.js';

/** One file of the later import beside the same of the earlier; null where one of both does not have it. */
export interface FileChanges {
  readonly file: string;
  readonly before: ImportedFile | null;
  readonly after: ImportedFile | null;
  /** Null where there is nothing to compare with. `isSame` says that the snapshots are the same bytes. */
  readonly isSame: boolean;
  readonly changes: TableChanges | null;
}

/**
 * What changed from one import to another, file by file, in the order of the later; then those that it lacks.
 * @throws AssayError IMPORT_UNKNOWN, SNAPSHOT_UNKNOWN, WORKSPACE_DAMAGED.
 */
export async function compareImports(
  workspace: Workspace,
  { before, after }: { before: number; after: number },
): Promise<FileChanges[]> {
  const [was, is] = [await findImport(workspace, before), await findImport(workspace, after)];
  const left = [...was.files];
  const compared: FileChanges[] = [];
  for (const file of is.files) {
    const at = left.findIndex((one) => streamOf(one) === streamOf(file));
    const old = at < 0 ? null : left.splice(at, 1)[0];
    compared.push(await compareFiles(workspace, { before: old, after: file }));
  }
  for (const file of left) {
    compared.push({ file: file.manifest.source.name, before: file, after: null, isSame: false, changes: null });
  }
  return compared;
}

/** @throws AssayError SNAPSHOT_UNKNOWN, WORKSPACE_DAMAGED. */
export async function compareFiles(
  workspace: { readonly folder: string },
  { before, after }: { before: ImportedFile | null; after: ImportedFile },
): Promise<FileChanges> {
  const file = after.manifest.source.name;
  if (before === null) return { file, before, after, isSame: false, changes: null };
  const { table: old } = await readSnapshot(workspace, before.manifest.hash);
  const isSame = before.manifest.hash === after.manifest.hash;
  const { table } = isSame ? { table: old } : await readSnapshot(workspace, after.manifest.hash);
  return { file, before, after, isSame, changes: compareTables(old, { after: table, id: idColumn(after) }) };
}

/** The column that the mapping reads as the id of the rows. */
function idColumn({ mapping }: ImportedFile): string | null {
  const id = mapping.columns.find(({ use }) => use.kind === 'field' && use.field === 'id');
  return id?.column ?? null;
}

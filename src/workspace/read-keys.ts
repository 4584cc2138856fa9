import { type AppliedMapping, applyMapping } from '../intake/mapping/apply-mapping.js';
import type { TableMapping } from '../model/mapping.js';
import type { RawTable } from '../model/table.js';
import { latestImports, streamOf } from '../store/list-imports.js';
import type { Workspace } from '../store/workspace.js';
import { readImported } from './current-tables.js';

/** A table of which only what names rows and accounts is kept. */
export interface KeyTable {
  readonly raw: RawTable;
  readonly mapping: TableMapping;
  readonly applied: AppliedMapping;
}

/**
 * The current tables that are not of accounts, but those that an import replaces (`but`: their streams), one after the
 * other, so that of none more than its keys stays in memory.
 * @throws AssayError SNAPSHOT_UNKNOWN, WORKSPACE_DAMAGED.
 */
export async function readKeys(workspace: Workspace, { but }: { but: ReadonlySet<string> }): Promise<KeyTable[]> {
  const tables: KeyTable[] = [];
  for (const file of await latestImports(workspace)) {
    const { mapping, manifest } = file;
    if (manifest.entity === 'account' || mapping.use === 'unused' || but.has(streamOf(file))) continue;
    const raw = await readImported(workspace, file);
    tables.push({ raw: { ...raw, columns: [] }, mapping, applied: fewColumns(applyMapping(raw, mapping)) });
  }
  return tables;
}

/** A table with what tells accounts and rows apart; of people the date of birth is compared, too. */
export function fewColumns(applied: AppliedMapping): AppliedMapping {
  const described = new Set(applied.attributes.map(({ name }) => name));
  const columns = applied.columns.filter(({ name, type }) => !described.has(name) || type === 'date');
  return { ...applied, columns };
}

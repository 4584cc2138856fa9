import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableMapping } from '../../src/model/mapping.js';
import type { QuarantinedRecord, Table } from '../../src/model/table.js';
import type { ImportEntry } from '../../src/store/import-entry.js';
import { initWorkspace } from '../../src/store/init-workspace.js';
import { openWorkspace } from '../../src/store/open-workspace.js';
import { recordImport } from '../../src/store/record-import.js';
import type { Workspace } from '../../src/store/workspace.js';
import { writeSnapshot } from '../../src/store/write-snapshot.js';

/** A clock that goes on by a second each time. */
export function clock(start = '2026-03-01T09:00:00.000Z'): () => Date {
  let at = Date.parse(start) - 1000;
  return () => {
    at += 1000;
    return new Date(at);
  };
}

export async function newWorkspace(): Promise<{ folder: string; workspace: Workspace }> {
  const folder = join(mkdtempSync(join(tmpdir(), 'assay-store-')), 'ws');
  await initWorkspace(folder, { now: clock() });
  return { folder, workspace: await openWorkspace(folder, { now: clock() }) };
}

/** A table of text from rows of cells; null is empty. */
export function textTable(
  names: readonly string[],
  {
    rows,
    source = 'companies.csv',
    sha256 = 'a'.repeat(64),
  }: { rows: readonly (readonly (string | null)[])[]; source?: string; sha256?: string },
): Table {
  const columns = names.map((name, i) => {
    const labels = [...new Set(rows.map((row) => row[i]).filter((cell) => cell !== null))];
    const codes = Int32Array.from(rows, (row) => (row[i] === null ? -1 : labels.indexOf(row[i])));
    return { type: 'text' as const, name, codes, labels };
  });
  return {
    source,
    snapshot: sha256,
    rowCount: rows.length,
    lines: Int32Array.from(rows, (_, row) => row + 2),
    columns,
  };
}

export function mappingOf(table: Table): TableMapping {
  return {
    file: table.source,
    source: 'hubspot',
    entity: 'account',
    confidence: 'sure',
    why: 'headers of HubSpot',
    use: 'rows',
    columns: table.columns.map(({ name }, i) => ({
      column: name,
      use:
        i === 0
          ? { kind: 'field', field: 'id' }
          : { kind: 'attribute', attributeKind: 'firmographic', type: 'category' },
      confidence: 'sure',
      why: 'header',
      sensitivity: 'none',
    })),
  };
}

/** Snapshot and record in one go. */
export async function importTable(
  workspace: Workspace,
  { table, quarantined = [], key }: { table: Table; quarantined?: readonly QuarantinedRecord[]; key?: string },
): Promise<ImportEntry> {
  const records = table.rowCount + quarantined.length;
  const manifest = await writeSnapshot(workspace, {
    entity: 'account',
    table,
    quarantined: quarantined.length,
    records,
  });
  const files = [{ manifest, mapping: mappingOf(table), quarantined }];
  return recordImport(workspace, { files, merges: [], ...(key === undefined ? {} : { key }) });
}

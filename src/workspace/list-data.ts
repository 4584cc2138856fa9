import { applyMapping } from '../intake/mapping/apply-mapping.js';
import { countPlaceholders } from '../intake/typing/count-placeholders.js';
import type { SuspectedLeak } from '../model/leak.js';
import type { ColumnMapping, TableMapping } from '../model/mapping.js';
import type { Column, RawTable } from '../model/table.js';
import { compareTables } from '../store/compare-tables.js';
import type { ImportEntry, ImportedFile, RecordedMerge } from '../store/import-entry.js';
import { latestImports, listImports, readMerges, streamOf } from '../store/list-imports.js';
import { openWorkspace } from '../store/open-workspace.js';
import type { ColumnChange } from '../store/table-changes.js';
import { undoImport } from '../store/undo-import.js';
import type { Workspace } from '../store/workspace.js';
import { readImported } from './current-tables.js';
import { suspectColumns } from './suspect-columns.js';
import { workspaceAccounts } from './workspace-accounts.js';

/** The health of one column of a current table. Shares are 0 to 1. */
export interface ColumnHealth {
  readonly column: string;
  readonly mapping: ColumnMapping;
  readonly fill: number;
  readonly distinct: number;
  /** Cells that say that nothing is there, such as `N/A`; missing like the empty ones. */
  readonly placeholders: number;
  /** How far the distribution moved since the import before, 0 to 1; null where there is nothing to compare. */
  readonly drift: number | null;
  /** Whether it moved farther than two samples of one distribution do, but for one time in a hundred. */
  readonly isBeyondNoise: boolean;
  /** Why the column may have been written after the outcome; null where nothing says so, or no outcome is known. */
  readonly leak: Pick<SuspectedLeak, 'severity' | 'detail'> | null;
  readonly isNew: boolean;
}

export interface TableHealth {
  readonly file: ImportedFile;
  /** The import before of the same file, if there is one that counts. */
  readonly before: ImportedFile | null;
  readonly columns: readonly ColumnHealth[];
}

export interface DataReport {
  readonly imports: readonly ImportEntry[];
  readonly tables: readonly TableHealth[];
  /** Rows that the newest import that counts found to be one account. */
  readonly merges: readonly RecordedMerge[];
}

/** What a workspace holds. @throws AssayError WORKSPACE_UNKNOWN, WORKSPACE_DAMAGED. */
export async function listData(folder: string, { now }: { now: () => Date }): Promise<DataReport> {
  const workspace = await openWorkspace(folder, { now, access: 'read' });
  try {
    return await describe(workspace, await findSuspects(workspace, now));
  } finally {
    await workspace.close();
  }
}

/** Undoes an import; what was current before it is current again. @throws AssayError IMPORT_UNKNOWN, WORKSPACE_LOCKED. */
export async function undoData(folder: string, { id, now }: { id: number; now: () => Date }): Promise<ImportEntry> {
  const workspace = await openWorkspace(folder, { now });
  try {
    return await undoImport(workspace, id);
  } finally {
    await workspace.close();
  }
}

/** One time in a hundred chance alone looks like drift. */
const drifted = 0.01;
const mostAccounts = 300_000;

/** Suspected leaks by the name of the account's column; none where nothing decides the accounts. */
async function findSuspects(workspace: Workspace, now: () => Date): Promise<ReadonlyMap<string, SuspectedLeak>> {
  const files = await latestImports(workspace);
  const isOf = (entity: string) => files.filter(({ mapping }) => mapping.use === 'rows' && mapping.entity === entity);
  const accounts = isOf('account').reduce((sum, { manifest }) => sum + manifest.accepted, 0);
  const isDecided = isOf('deal').length + isOf('subscription').length > 0;
  if (accounts === 0 || accounts > mostAccounts || !isDecided) return new Map();
  const found = await workspaceAccounts(workspace.folder, { now, isLookedAt: true });
  return new Set(found.outcomes).size > 1 ? suspectColumns(found) : new Map();
}

async function describe(workspace: Workspace, suspects: ReadonlyMap<string, SuspectedLeak>): Promise<DataReport> {
  const imports = await listImports(workspace);
  const counting = imports.filter(({ undoneAt }) => undoneAt === null);
  const tables: TableHealth[] = [];
  for (const file of await latestImports(workspace)) {
    const earlier = counting
      .filter(({ id }) => id < file.importId)
      .flatMap((entry) => entry.files)
      .filter((one) => streamOf(one) === streamOf(file));
    const before = earlier.at(-1) ?? null;
    const raw = await readImported(workspace, file);
    const old = before === null ? null : await readImported(workspace, before);
    tables.push({ file, before, columns: columnsOf(raw, { mapping: file.mapping, old, suspects }) });
  }
  const last = counting.at(-1);
  return { imports, tables, merges: last === undefined ? [] : await readMerges(workspace, last.id) };
}

/** Columns in the order of the file; drift is told by what the values mean, and so by the mapping of today for both. */
function columnsOf(
  raw: RawTable,
  {
    mapping,
    old,
    suspects,
  }: { mapping: TableMapping; old: RawTable | null; suspects: ReadonlyMap<string, SuspectedLeak> },
): readonly ColumnHealth[] {
  const is = byOrigin(raw, mapping);
  const was = old === null ? null : byOrigin(old, mapping);
  const changes =
    old === null || was === null
      ? null
      : compareTables(
          { ...old, columns: [...was.values()] },
          { after: { ...raw, columns: [...is.values()] }, id: null },
        );
  const placeholders = new Map(countPlaceholders(raw).map(({ column, count }) => [column, count]));
  return mapping.columns.flatMap((entry) => {
    const column = is.get(entry.column);
    if (column === undefined) return [];
    return {
      column: entry.column,
      mapping: entry,
      ...countValues(column, raw.rowCount),
      placeholders: placeholders.get(entry.column) ?? 0,
      ...driftOf(changes?.columns.find((change) => change.column === entry.column)),
      leak: leakOf(entry, { mapping, suspects }),
      isNew: was !== null && !was.has(entry.column),
    };
  });
}

function driftOf(change: ColumnChange | undefined): Pick<ColumnHealth, 'drift' | 'isBeyondNoise'> {
  return { drift: change?.shift ?? null, isBeyondNoise: (change?.shiftP ?? 1) < drifted };
}

function leakOf(
  { column, use }: ColumnMapping,
  { mapping, suspects }: { mapping: TableMapping; suspects: ReadonlyMap<string, SuspectedLeak> },
): ColumnHealth['leak'] {
  if (mapping.entity !== 'account' || mapping.use !== 'rows' || use.kind === 'ignored') return null;
  const found = suspects.get(use.kind === 'field' ? use.field : column);
  return found === undefined ? null : { severity: found.severity, detail: found.detail };
}

/** Columns as they were typed, or as they came where they are ignored, under the names that they have in the file. */
function byOrigin(raw: RawTable, mapping: TableMapping): Map<string, Column> {
  const applied = applyMapping(raw, mapping);
  const nameOf = new Map<string, string>(applied.attributes.map(({ name, column }) => [column, name]));
  for (const { column, use } of mapping.columns) if (use.kind === 'field') nameOf.set(column, use.field);
  const typed = new Map(applied.columns.map((column) => [column.name, column]));
  return new Map(
    raw.columns.map((column) => {
      const found = typed.get(nameOf.get(column.name) ?? '');
      return [column.name, found === undefined ? column : { ...found, name: column.name }];
    }),
  );
}

function countValues(column: Column, rowCount: number): { fill: number; distinct: number } {
  const share = (present: number) => present / Math.max(1, rowCount);
  if (column.type === 'set') {
    const present = column.missing.reduce((count, missing) => count + (missing === 0 ? 1 : 0), 0);
    return { fill: share(present), distinct: new Set(column.codes).size };
  }
  if (column.type === 'number' || column.type === 'date') {
    const present = column.values.filter((value) => !Number.isNaN(value));
    return { fill: share(present.length), distinct: new Set(present).size };
  }
  const present = column.codes.filter((code) => code >= 0);
  return { fill: share(present.length), distinct: new Set(present).size };
}

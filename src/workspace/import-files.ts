import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { printMapping } from '../intake/mapping/print-mapping.js';
import type { ReadOptions } from '../intake/read-file.js';
import type { PlaceholderCount } from '../intake/typing/count-placeholders.js';
import type { MappingQuestion, TableMapping } from '../model/mapping.js';
import type { SnapshotManifest } from '../model/snapshot.js';
import type { QuarantinedRecord } from '../model/table.js';
import { compareFiles } from '../store/compare-imports.js';
import { latestImports, streamOf } from '../store/list-imports.js';
import { readMergeDecisions } from '../store/merge-decisions.js';
import { openWorkspace } from '../store/open-workspace.js';
import { recordImport } from '../store/record-import.js';
import type { TableChanges } from '../store/table-changes.js';
import type { Workspace } from '../store/workspace.js';
import { workspacePaths } from '../store/workspace-paths.js';
import { writeSnapshot } from '../store/write-snapshot.js';
import { answerHint } from './answer-hint.js';
import { readCurrentTables } from './current-tables.js';
import { type FoundMerges, findMerges } from './find-merges.js';
import { joinMappings, keepMappings, mappingPaths, readMappings } from './kept-mapping.js';
import { type PlannedFile, planImport } from './plan-import.js';
import type { ProgressOptions } from './progress.js';
import { fewColumns, readKeys } from './read-keys.js';
import { writeFile } from './write-file.js';
import { writeQuarantines } from './write-quarantines.js';

export interface ImportFilesOptions extends ProgressOptions {
  readonly folder: string;
  readonly now: () => Date;
  /** A mapping to read the files by; goes before what the workspace keeps. */
  readonly mapping?: string;
  readonly reader?: ReadOptions;
  /** Where records go that were not accepted; default `quarantine` in the workspace. */
  readonly quarantine?: string;
  /** Says what would happen and writes nothing; needs no workspace. */
  readonly isDryRun?: boolean;
}

export interface FileReport {
  readonly path: string;
  readonly mapping: TableMapping;
  /** Whether the mapping was kept from before. */
  readonly isKept: boolean;
  /** `accepted + quarantined.length = records`. */
  readonly records: number;
  readonly accepted: number;
  readonly quarantined: readonly QuarantinedRecord[];
  readonly quarantineFile: string | null;
  readonly notes: readonly string[];
  /** Cells that say that nothing is there, by column; they count as missing. */
  readonly placeholders: readonly PlaceholderCount[];
  /** The snapshot that holds its rows; null where nothing was imported. */
  readonly snapshot: string | null;
  /** Against the last import of the same file; null where there was none. `isSame`: the same bytes. */
  readonly changes: (TableChanges & { readonly isSame: boolean }) | null;
}

export interface ImportReport {
  /** `asked`: nothing was imported, because something must be answered first. */
  readonly status: 'imported' | 'asked' | 'planned';
  readonly importId: number | null;
  readonly files: readonly FileReport[];
  /** With the place in the proposed mapping, and what to write there. */
  readonly questions: readonly (MappingQuestion & { readonly fix: string })[];
  /** The mapping that was kept, or, where something is asked, that was proposed; null where none was written. */
  readonly mappingFile: string | null;
  /** Null where there is no table of accounts, or nothing was imported. */
  readonly resolution: FoundMerges | null;
  readonly notes: readonly string[];
}

/**
 * Imports files into a workspace as one import: all of them or none.
 * @throws AssayError what the reader, the mapping and the store throw.
 */
export async function importFiles(files: readonly string[], options: ImportFilesOptions): Promise<ImportReport> {
  const { folder, now, isDryRun = false } = options;
  if (isDryRun && !existsSync(workspacePaths(folder).marker)) return await plan(files, { options, workspace: null });
  const workspace = await openWorkspace(folder, { now, access: isDryRun ? 'read' : 'write' });
  try {
    return await plan(files, { options, workspace });
  } finally {
    await workspace.close();
  }
}

async function plan(
  files: readonly string[],
  { options, workspace }: { options: ImportFilesOptions; workspace: Workspace | null },
): Promise<ImportReport> {
  const { folder, mapping, reader = {}, onProgress, isDryRun = false } = options;
  const paths = mappingPaths(folder);
  const given = mapping === undefined ? [] : await readMappings(mapping, { isNeeded: true });
  const known = await readMappings(paths.kept, { isNeeded: false });
  const accounts =
    workspace === null
      ? []
      : await readCurrentTables(workspace, { want: ({ manifest }) => manifest.entity === 'account' });
  const kept = joinMappings(given, known);
  const planned = await planImport(files, { kept, accounts, reader, onProgress });
  const mappings = joinMappings(
    planned.map((file) => file.mapping),
    kept,
  );
  const text = printMapping(mappings);
  const questions = planned.flatMap((file) =>
    file.questions.map((question) => ({
      ...question,
      fix: answerHint(question, { text, file: isDryRun ? null : paths.proposed }),
    })),
  );
  const notes = workspace?.notes ?? [];
  const nothing = { importId: null, mappingFile: null, resolution: null, questions, notes };
  if (isDryRun || workspace === null)
    return { ...nothing, status: 'planned', files: planned.map((file) => report(file)) };
  if (questions.length > 0) {
    await writeFile(paths.proposed, text);
    return {
      ...nothing,
      status: 'asked',
      mappingFile: paths.proposed,
      files: planned.map((file) => report(file)),
    };
  }
  const imported = await store(planned, { workspace, options, accounts, mappings });
  // An answered proposal is part of what is kept now; left there, it would be taken for a newer one.
  if (mapping !== undefined && resolve(mapping) === resolve(paths.proposed)) await rm(paths.proposed);
  return { ...nothing, ...imported, status: 'imported', mappingFile: paths.kept };
}

/** @param read is emptied: what is written need not stay in memory while accounts are compared. */
async function store(
  read: PlannedFile[],
  {
    workspace,
    options,
    accounts,
    mappings,
  }: {
    workspace: Workspace;
    options: ImportFilesOptions;
    accounts: Awaited<ReturnType<typeof readCurrentTables>>;
    mappings: readonly TableMapping[];
  },
): Promise<Pick<ImportReport, 'files' | 'importId' | 'resolution'>> {
  const { folder, quarantine = join(folder, 'quarantine'), onProgress } = options;
  const before = new Map((await latestImports(workspace)).map((file) => [streamOf(file), file]));
  const written: { manifest: SnapshotManifest; quarantineFile: string | null }[] = [];
  const planned: PlannedFile[] = [];
  for (let file = read.shift(); file !== undefined; file = read.shift()) {
    const { raw, mapping } = file;
    onProgress?.(`writing ${raw.source}`);
    const quarantined = raw.quarantined.length;
    const records = raw.rowCount + quarantined;
    const manifest = await writeSnapshot(workspace, { entity: mapping.entity, table: raw, quarantined, records });
    written.push({ manifest, quarantineFile: await writeQuarantines(quarantine, raw) });
    planned.push(leaveWritten(file));
  }
  onProgress?.('looking for accounts that are one');
  const streams = new Set(planned.map(streamOf));
  const others = accounts.filter(({ file }) => !streams.has(streamOf(file)));
  const related = await readKeys(workspace, { but: streams });
  const known = [...others.map(({ raw, file }) => ({ raw, mapping: file.mapping })), ...related];
  const resolution = findMerges([...known, ...planned], { decisions: await readMergeDecisions(workspace) });
  await keepMappings(mappingPaths(folder).kept, mappings);
  const entry = await recordImport(workspace, {
    files: planned.map(({ mapping, raw }, i) => ({
      manifest: written[i].manifest,
      mapping,
      quarantined: raw.quarantined,
    })),
    merges: resolution?.merges ?? [],
  });
  onProgress?.('comparing with the last import');
  const files: FileReport[] = [];
  for (const [i, file] of planned.entries()) {
    const { manifest, quarantineFile } = written[i];
    const compared = await compareFiles(workspace, {
      before: before.get(streamOf(file)) ?? null,
      after: entry.files[i],
    });
    const changes = compared.changes === null ? null : { ...compared.changes, isSame: compared.isSame };
    files.push({ ...report(file), snapshot: manifest.hash, quarantineFile, changes });
  }
  return { files, importId: entry.id, resolution };
}

/** A file whose snapshot is written, with what is still needed: what tells accounts apart. */
function leaveWritten({ raw, applied, ...file }: PlannedFile): PlannedFile {
  return { ...file, raw: { ...raw, columns: [] }, applied: fewColumns(applied) };
}

function report({ path, raw, mapping, isKept, notes, placeholders }: PlannedFile): FileReport {
  return {
    path,
    mapping,
    isKept,
    records: raw.rowCount + raw.quarantined.length,
    accepted: raw.rowCount,
    quarantined: raw.quarantined,
    quarantineFile: null,
    notes,
    placeholders,
    snapshot: null,
    changes: null,
  };
}

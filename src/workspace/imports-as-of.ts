import type { ImportedFile } from '../store/import-entry.js';
import { latestImports, listImports, streamOf } from '../store/list-imports.js';
import type { Workspace } from '../store/workspace.js';

export interface ImportsAsOf {
  readonly files: readonly ImportedFile[];
  /** Which states of the tables of accounts were taken. */
  readonly notes: readonly string[];
}

/**
 * The files that count as of a moment: of tables of accounts, whose cells are written over, the import that was the
 * newest then, or the first one where all came later; of the others the newest, because their rows say of when they are.
 * All are read by the mapping of today.
 */
export async function importsAsOf(workspace: Workspace, asOf: number): Promise<ImportsAsOf> {
  const imports = (await listImports(workspace)).filter(({ undoneAt }) => undoneAt === null);
  const notes: string[] = [];
  const day = (moment: string) => moment.slice(0, 10);
  const files = (await latestImports(workspace)).map((file): ImportedFile => {
    if (file.mapping.entity !== 'account' || file.mapping.use !== 'rows') return file;
    const states = imports.flatMap(({ createdAt, files: own }) =>
      own.filter((one) => streamOf(one) === streamOf(file)).map((one) => ({ one, createdAt })),
    );
    const before = states.findLast(({ createdAt }) => Date.parse(createdAt) < asOf);
    const taken = before ?? states[0];
    if (taken === undefined) return file;
    const { name } = taken.one.manifest.source;
    const how = `as it was imported on ${day(taken.createdAt)} (import ${taken.one.importId})`;
    notes.push(
      before === undefined
        ? `${name} is ${how}, which is after that day: what was written over in between is not undone.`
        : `${name} is ${how}.`,
    );
    return { ...taken.one, mapping: file.mapping };
  });
  return { files, notes };
}

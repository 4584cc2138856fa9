import type { Kysely } from 'kysely';
import { AssayError } from '../errors.js';
import type { RecordTables } from './record-tables.js';

/** An open workspace. What it can do are the functions of this folder; close it when done. */
export interface Workspace {
  readonly folder: string;
  readonly access: 'write' | 'read';
  readonly now: () => Date;
  readonly record: Kysely<RecordTables>;
  /** What opening found and did, as sentences: a lock that was left behind, leftovers that were swept. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

/** @throws AssayError USAGE where the workspace was opened to read. */
export function needWriting(workspace: Workspace): void {
  if (workspace.access === 'write') return;
  throw new AssayError('USAGE', {
    detail: `${workspace.folder} is open to read only.`,
    hint: "Open it with access 'write'.",
    place: { file: workspace.folder },
  });
}

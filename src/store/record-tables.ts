import type { Generated } from 'kysely';

/** The tables of `record.db`. Texts that come from files are JSON texts: the driver cuts a plain one at a NUL. */
export interface RecordTables {
  imports: ImportsTable;
  import_files: ImportFilesTable;
  quarantined: QuarantinedTable;
  merges: MergesTable;
  merge_decisions: MergeDecisionsTable;
  pending_snapshots: PendingSnapshotsTable;
}

interface ImportsTable {
  id: Generated<number>;
  /** Named by the caller, so that an import that is tried again is recorded once. */
  key: string | null;
  created_at: string;
  undone_at: string | null;
}

interface ImportFilesTable {
  id: Generated<number>;
  import_id: number;
  position: number;
  snapshot: string;
  /** JSON of the SnapshotManifest, with the time of this import. */
  manifest: string;
  /** JSON of the TableMapping that was used. */
  mapping: string;
}

interface QuarantinedTable {
  id: Generated<number>;
  file_id: number;
  line: number;
  reason: string;
  raw: string;
  before: number;
}

interface MergesTable {
  id: Generated<number>;
  import_id: number;
  kept: string;
  merged: string;
  score: number;
  reason: string;
  reversible: number;
  undone_at: string | null;
}

/** What a person said of two rows or two keys; of several words on one pair the last counts. */
interface MergeDecisionsTable {
  id: Generated<number>;
  /** `rows` or `keys`. */
  kind: string;
  one: string;
  other: string;
  /** `one`, `two`, or `unsaid`. */
  verdict: string;
  created_at: string;
}

/** Snapshots whose import is not recorded yet; what a crash leaves here is swept at the next opening. */
interface PendingSnapshotsTable {
  hash: string;
}

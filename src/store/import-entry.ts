import type { TableMapping } from '../model/mapping.js';
import type { SnapshotManifest } from '../model/snapshot.js';
import type { QuarantinedRecord } from '../model/table.js';

/** Two accounts that were found to be one. */
export interface AccountMerge {
  readonly kept: string;
  readonly merged: string;
  /** How sure, 0 to 1. */
  readonly score: number;
  readonly reason: string;
  readonly isReversible: boolean;
}

/** What is recorded of one file. Its snapshot must have been written before. */
export interface ImportedFileInput {
  readonly manifest: SnapshotManifest;
  readonly mapping: TableMapping;
  readonly quarantined: readonly QuarantinedRecord[];
}

export interface ImportInput {
  readonly files: readonly ImportedFileInput[];
  readonly merges: readonly AccountMerge[];
  /** Makes trying again safe: an import of the same key is recorded once. */
  readonly key?: string;
}

export interface ImportedFile {
  readonly importId: number;
  /** Its place in the import, from 0. */
  readonly position: number;
  readonly manifest: SnapshotManifest;
  readonly mapping: TableMapping;
}

export interface ImportEntry {
  readonly id: number;
  readonly key: string | null;
  /** ISO 8601, UTC; the latter null while the import counts. */
  readonly createdAt: string;
  readonly undoneAt: string | null;
  readonly files: readonly ImportedFile[];
}

/** A merge as it is recorded. */
export interface RecordedMerge extends AccountMerge {
  readonly id: number;
  readonly importId: number;
  readonly undoneAt: string | null;
}

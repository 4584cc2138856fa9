import type { Entity } from './entity.js';

/** What stands beside each immutable snapshot; `hash` is the SHA-256 of the Parquet file and its name. */
export interface SnapshotManifest {
  readonly hash: string;
  readonly entity: Entity;
  /** The file that was imported, its own hash, and the number of its physical records. */
  readonly source: { readonly name: string; readonly sha256: string; readonly records: number };
  readonly accepted: number;
  readonly quarantined: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** ISO 8601, UTC, from the clock that was passed in. */
  readonly importedAt: string;
}

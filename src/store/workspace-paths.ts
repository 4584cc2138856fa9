import { join } from 'node:path';

/** Where things lie in a workspace folder. */
export function workspacePaths(folder: string): {
  marker: string;
  record: string;
  lock: string;
  snapshots: string;
  snapshot: (hash: string) => string;
  manifest: (hash: string) => string;
} {
  const snapshots = join(folder, 'snapshots');
  return {
    marker: join(folder, 'assay.yaml'),
    record: join(folder, 'record.db'),
    lock: join(folder, 'lock.db'),
    snapshots,
    snapshot: (hash) => join(snapshots, `${hash}.parquet`),
    manifest: (hash) => join(snapshots, `${hash}.json`),
  };
}

import { type Kysely, sql } from 'kysely';
import type { RecordTables } from './record-tables.js';
import { storeError } from './store-error.js';
import { needWriting, type Workspace } from './workspace.js';

/**
 * All of it or nothing, on the disk when this returns. Not Kysely's own transaction: when the disk is full SQLite rolls
 * back by itself, and the error of a second roll-back would hide the first.
 * @throws AssayError USAGE (open to read only), WRITE_FAILED, WORKSPACE_DAMAGED.
 */
export async function inTransaction<T>(
  workspace: Workspace,
  { doing, work }: { doing: string; work: (record: Kysely<RecordTables>) => Promise<T> },
): Promise<T> {
  needWriting(workspace);
  try {
    return await workspace.record.connection().execute(async (record) => {
      await sql`BEGIN IMMEDIATE`.execute(record);
      try {
        const result = await work(record);
        await sql`COMMIT`.execute(record);
        return result;
      } catch (cause) {
        await sql`ROLLBACK`.execute(record).catch(() => undefined);
        throw cause;
      }
    });
  } catch (cause) {
    throw storeError(cause, { folder: workspace.folder, doing });
  }
}

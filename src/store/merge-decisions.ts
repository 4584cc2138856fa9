import type { Kysely } from 'kysely';
import { inTransaction } from './in-transaction.js';
import type { RecordTables } from './record-tables.js';
import { storeError } from './store-error.js';
import type { Workspace } from './workspace.js';

/** What a person said of a pair: rows of accounts by their names, or keys by which tables are joined. */
export interface MergeDecision {
  readonly kind: 'rows' | 'keys';
  /** In the order of code units. */
  readonly one: string;
  readonly other: string;
  /** They are `one`, they are `two`, or nothing is said any more. */
  readonly verdict: 'one' | 'two' | 'unsaid';
}

/**
 * Records what a person decided; it holds for every later import, until it is decided anew. Recorded merges of two rows
 * that are taken apart are marked as undone.
 * @throws AssayError WRITE_FAILED, USAGE (open to read only).
 */
export async function decideMerges(workspace: Workspace, decisions: readonly MergeDecision[]): Promise<void> {
  const created_at = workspace.now().toISOString();
  await inTransaction(workspace, {
    doing: 'recording decisions on merges',
    work: async (record) => {
      for (const decision of decisions) {
        const [one, other] = [decision.one, decision.other].sort(byCodeUnits).map((name) => JSON.stringify(name));
        const { kind, verdict } = decision;
        await record.insertInto('merge_decisions').values({ kind, one, other, verdict, created_at }).execute();
        if (kind === 'rows' && verdict === 'two') await markUndone(record, { one, other, undone_at: created_at });
      }
    },
  });
}

/** What was decided last of each pair, in the order of deciding. @throws AssayError WORKSPACE_DAMAGED. */
export async function readMergeDecisions({ record, folder }: Workspace): Promise<MergeDecision[]> {
  try {
    const rows = await record.selectFrom('merge_decisions').selectAll().orderBy('id').execute();
    const last = new Map<string, MergeDecision>();
    for (const { kind, one, other, verdict } of rows) {
      const key = JSON.stringify([kind, one, other]);
      last.delete(key);
      last.set(key, {
        kind: kind === 'keys' ? 'keys' : 'rows',
        one: String(JSON.parse(one)),
        other: String(JSON.parse(other)),
        verdict: verdict === 'one' || verdict === 'two' ? verdict : 'unsaid',
      });
    }
    return [...last.values()].filter(({ verdict }) => verdict !== 'unsaid');
  } catch (cause) {
    throw storeError(cause, { folder, doing: 'reading the record' });
  }
}

async function markUndone(
  record: Kysely<RecordTables>,
  { one, other, undone_at }: { one: string; other: string; undone_at: string },
): Promise<void> {
  await record
    .updateTable('merges')
    .set({ undone_at })
    .where('kept', 'in', [one, other])
    .where('merged', 'in', [one, other])
    .where('undone_at', 'is', null)
    .execute();
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

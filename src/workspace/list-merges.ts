import { type MergeDecision, readMergeDecisions } from '../store/merge-decisions.js';
import { openWorkspace } from '../store/open-workspace.js';
import type { Workspace } from '../store/workspace.js';
import { readCurrentTables } from './current-tables.js';
import { findMerges } from './find-merges.js';
import { pairId } from './pair-id.js';
import type { TableJoin } from './table-join.js';

/** Two rows of accounts, or two spellings of a key, and what became of them. */
export interface MergePair {
  readonly id: string;
  readonly kind: 'rows' | 'keys';
  readonly one: string;
  readonly other: string;
  /** Files whose rows have the key; of rows none. */
  readonly files: readonly string[];
  /** `merged` by Assay, `accepted` by a person, `unsure` and left apart, or taken `apart` by a person. */
  readonly state: 'merged' | 'accepted' | 'unsure' | 'apart';
  /** 0 to 1; null for keys. */
  readonly score: number | null;
  readonly reason: string;
  /** Whether a person should look: it rests on a typing error, on a low score, or was left undecided. */
  readonly isDoubtful: boolean;
}

export interface MergesReport {
  readonly rows: number;
  readonly accounts: number;
  /** Merged pairs first, then unsure ones, each the likeliest first. */
  readonly pairs: readonly MergePair[];
}

/** Of a hundred pairs above it one may be wrong. */
const sure = 0.99;

/** The pairs of a workspace as it stands now. @throws AssayError WORKSPACE_UNKNOWN, WORKSPACE_DAMAGED. */
export async function listMerges(folder: string, { now }: { now: () => Date }): Promise<MergesReport> {
  const workspace = await openWorkspace(folder, { now, access: 'read' });
  try {
    return await findPairs(workspace);
  } finally {
    await workspace.close();
  }
}

/** As {@link listMerges}, of an open workspace. */
export async function findPairs(workspace: Workspace): Promise<MergesReport> {
  const decisions = await readMergeDecisions(workspace);
  const current = await readCurrentTables(workspace, { want: ({ mapping }) => mapping.use !== 'unused' });
  const found = findMerges(
    current.map(({ raw, file }) => ({ raw, mapping: file.mapping })),
    { decisions },
  );
  if (found === null) return { rows: 0, accounts: 0, pairs: [] };
  const said = new Map(decisions.map((decision) => [pairId(decision), decision]));
  const rowPair =
    (state: MergePair['state']) =>
    (merge: (typeof found.merges)[number]): MergePair => ({
      id: merge.id,
      kind: 'rows',
      one: merge.kept,
      other: merge.merged,
      files: [],
      state: said.get(merge.id)?.verdict === 'one' ? 'accepted' : state,
      score: merge.score,
      reason: merge.reason,
      isDoubtful: said.get(merge.id) === undefined && (state === 'unsure' || merge.score < sure),
    });
  return {
    rows: found.rows,
    accounts: found.accounts,
    pairs: [
      ...found.merges.map(rowPair('merged')),
      ...keyPairs(found.joins),
      ...found.review.map(rowPair('unsure')),
      ...decisions.filter(({ verdict }) => verdict === 'two').map(apartPair),
    ],
  };
}

function apartPair({ kind, one, other }: MergeDecision): MergePair {
  const id = pairId({ kind, one, other });
  return {
    id,
    kind,
    one,
    other,
    files: [],
    state: 'apart',
    score: null,
    reason: 'A person said that they are two.',
    isDoubtful: false,
  };
}

/** Keys of other tables that met an account's key without being equal to it, and those that may. */
function keyPairs(joins: readonly TableJoin[]): MergePair[] {
  const found = new Map<string, MergePair>();
  const add = (
    file: string,
    { a, b, ...about }: { a: string; b: string } & Pick<MergePair, 'state' | 'reason' | 'isDoubtful'>,
  ) => {
    const id = pairId({ kind: 'keys', one: a, other: b });
    const files = [...(found.get(id)?.files ?? []), file];
    found.set(id, { id, kind: 'keys', one: b, other: a, files, score: null, ...about });
  };
  for (const { file, respelt, unsure } of joins) {
    for (const { a, b, how, reason } of respelt) {
      const isDoubtful = how === 'fuzzy';
      add(file, { a, b, state: how === 'said' ? 'accepted' : 'merged', reason, isDoubtful });
    }
    for (const { a, candidates } of unsure)
      for (const b of candidates)
        add(file, { a, b, state: 'unsure', reason: `“${a}” may be other keys as well.`, isDoubtful: true });
  }
  return [...found.values()];
}

import { AssayError } from '../errors.js';
import { type MergeDecision, decideMerges as recordDecisions } from '../store/merge-decisions.js';
import { openWorkspace } from '../store/open-workspace.js';
import { findPairs, type MergePair, type MergesReport } from './list-merges.js';

/** What a person says of pairs, by their ids as `assay merges` lists them. */
export interface MergeWords {
  /** These are two; no other pair brings them together again. */
  readonly undo: readonly string[];
  /** These are one. */
  readonly accept: readonly string[];
  /** The second row of the pair is an account of its own, apart from all that it was joined to. */
  readonly split: readonly string[];
}

/**
 * Records decisions on pairs and says what is then one account. They hold for every later import.
 * @throws AssayError USAGE for an id that no pair has; WORKSPACE_UNKNOWN, WORKSPACE_LOCKED, WRITE_FAILED.
 */
export async function decideMerges(
  folder: string,
  { words, now }: { words: MergeWords; now: () => Date },
): Promise<MergesReport> {
  const workspace = await openWorkspace(folder, { now, access: 'write' });
  try {
    const { pairs } = await findPairs(workspace);
    const find = (id: string) => findPair(pairs, id);
    const said = (pair: MergePair, verdict: MergeDecision['verdict']): MergeDecision => ({
      kind: pair.kind,
      one: pair.one,
      other: pair.other,
      verdict,
    });
    const decisions = [
      ...words.undo.map((id) => said(find(id), 'two')),
      ...words.accept.map((id) => said(find(id), 'one')),
      ...words.split.flatMap((id) => fellows(find(id), pairs).map((pair) => said(pair, 'two'))),
    ];
    await recordDecisions(workspace, decisions);
    return await findPairs(workspace);
  } finally {
    await workspace.close();
  }
}

function findPair(pairs: readonly MergePair[], id: string): MergePair {
  const found = pairs.find((pair) => pair.id === id.toLowerCase());
  if (found !== undefined) return found;
  throw new AssayError('USAGE', {
    detail: `There is no pair ${id}.`,
    hint: 'Give the id that stands before a pair in `assay merges`.',
  });
}

/** The pairs of a row with every row that merges bring together with it, directly or by others. */
function fellows(pair: MergePair, pairs: readonly MergePair[]): MergePair[] {
  const near = new Map<string, string[]>();
  for (const { kind, state, one, other } of pairs) {
    if (kind !== pair.kind || (state !== 'merged' && state !== 'accepted')) continue;
    near.set(one, [...(near.get(one) ?? []), other]);
    near.set(other, [...(near.get(other) ?? []), one]);
  }
  const met = new Set([pair.other]);
  for (const name of met) for (const next of near.get(name) ?? []) met.add(next);
  return [...met].filter((name) => name !== pair.other).map((one) => ({ ...pair, one }));
}

import { RowGroups } from '../row-groups.js';
import type { AccountRecord } from './account-record.js';
import { type PairScore, type ScoreContext, scorePair } from './score-pair.js';

export interface RecordPair {
  readonly a: number;
  readonly b: number;
  readonly score: PairScore;
}

/** Counter-evidence from here on is a contradiction: different ids in one system and different domains together reach it. */
export const contradiction = -3.7;
/** Groups are compared member by member up to this many of each. */
const mostCompared = 50;

/**
 * Joins records by their pairs, best first. A pair that would bring records together that contradict each other is
 * refused (guard against chains: A like B, B like C, but A is not C).
 * @param pairs indices of records, those that are meant to be merged. @returns the groups and the refused pairs.
 */
export function groupRecords(
  pairs: readonly RecordPair[],
  about: {
    readonly records: readonly AccountRecord[];
    readonly context: ScoreContext;
    readonly mergeFrom: number;
    readonly isApart: (a: number, b: number) => boolean;
  },
): {
  readonly groups: RowGroups;
  readonly refused: ReadonlyMap<RecordPair, { readonly a: number; readonly b: number }>;
} {
  const groups = new RowGroups(about.records.length);
  const refused = new Map<RecordPair, { a: number; b: number }>();
  const ordered = [...pairs].sort((x, y) => y.score.score - x.score.score || x.a - y.a || x.b - y.b);
  for (const pair of ordered) {
    if (groups.isTogether(pair.a, pair.b)) continue;
    const clash = findClash(groups.membersOf(pair.a), groups.membersOf(pair.b), about);
    if (clash === null) groups.join(pair.a, pair.b);
    else refused.set(pair, clash);
  }
  return { groups, refused };
}

function findClash(
  some: readonly number[],
  others: readonly number[],
  about: Parameters<typeof groupRecords>[1],
): { a: number; b: number } | null {
  const { records, context, mergeFrom, isApart } = about;
  for (const a of some.slice(0, mostCompared)) {
    for (const b of others.slice(0, mostCompared)) {
      if (isApart(a, b)) return { a, b };
      if (some.length + others.length === 2) continue;
      const { score, against, isSameId } = scorePair(records[a], records[b], context);
      if (against <= contradiction && score < mergeFrom && !isSameId) return { a, b };
    }
  }
  return null;
}

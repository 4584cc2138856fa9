import type { AccountRecord } from './account-record.js';
import { candidatePairs } from './candidate-pairs.js';
import { decidePair, type Thresholds, usualThresholds } from './decide-pair.js';
import { explainPair } from './explain-pair.js';
import { findConflicts } from './find-conflicts.js';
import { groupPairs } from './group-pairs.js';
import { groupRecords, type RecordPair } from './group-records.js';
import { createScreen } from './is-hopeless.js';
import { readFacts } from './read-facts.js';
import type { AccountPair, Resolution, ResolveConflict } from './resolution.js';
import type { ResolveTable } from './resolve-table.js';
import { type ScoreContext, scorePair } from './score-pair.js';
import { type WeighedRecords, weighRecords } from './weigh-records.js';

export interface ResolveOptions extends Partial<Thresholds> {
  /** What an account is; default `company`. */
  readonly kind?: 'company' | 'person';
  /** Two-letter country of telephone numbers where the row has none; default none. */
  readonly country?: string;
  /** Pairs of rows that a person took apart. */
  readonly apart?: readonly { readonly a: number; readonly b: number }[];
  /** Pairs of rows that a person said are one account; they go before all that was found. */
  readonly together?: readonly { readonly a: number; readonly b: number }[];
}

/**
 * Finds the rows, across tables and inside them, that are about one account. What rows say is compared where they share
 * something rare; evidence adds up as log-odds; sure pairs are merged, unsure ones listed. The order of rows and tables
 * changes no decision. Time is near to linear in rows. Method: docs/methods/entity-resolution.md.
 */
export function resolveAccounts({
  tables,
  options = {},
}: {
  readonly tables: readonly ResolveTable[];
  readonly options?: ResolveOptions;
}): Resolution {
  const kind = options.kind ?? 'company';
  const thresholds = { ...usualThresholds, ...options };
  const facts = readFacts(tables, { kind, country: options.country ?? null });
  const weighed = weighRecords(facts, { kind });
  const context = { kind, rarities: weighed.rarities };
  const scored = scoreCandidates(weighed, { context, thresholds });
  const apart = options.apart ?? [];
  // Only records that a pair names are made into objects; they stand in the order of what they say.
  const named = [...apart, ...(options.together ?? [])].flatMap(({ a, b }) => [
    weighed.recordOf[a],
    weighed.recordOf[b],
  ]);
  const met = new Set([...scored.flatMap(({ a, b }) => [a, b]), ...weighed.repeated.keys(), ...named]);
  const records = Array.from(met, (record) => weighed.at(record));
  records.sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : x.row - y.row));
  const placeOf = new Map(records.map(({ row }, place) => [weighed.recordOf[row], place]));
  const placeOfRow = (row: number) => placeOf.get(weighed.recordOf[row]) ?? -1;
  const placed = scored.map((pair): RecordPair & { decision: 'merge' | 'review' } => {
    const [a, b] = [placeOf.get(pair.a) ?? -1, placeOf.get(pair.b) ?? -1];
    return { ...pair, a: Math.min(a, b), b: Math.max(a, b) };
  });
  placed.sort((x, y) => x.a - y.a || x.b - y.b);
  const sure = placed.filter(({ decision }) => decision === 'merge');
  const unsure = placed.filter(({ decision }) => decision === 'review');
  const apartRecords = new Set(
    apart.flatMap(({ a, b }) => [`${placeOfRow(a)} ${placeOfRow(b)}`, `${placeOfRow(b)} ${placeOfRow(a)}`]),
  );
  const isApart = (a: number, b: number) => apartRecords.has(`${a} ${b}`);
  const { refused } = groupRecords(sure, { records, context, mergeFrom: thresholds.merge, isApart });

  const conflicts: ResolveConflict[] = [];
  const pairs: AccountPair[] = records.flatMap((record) => repeatsOf(record));
  for (const pair of sure) {
    const clash = refused.get(pair);
    const rows = rowsOf(pair, records);
    conflicts.push(...findConflicts(rows, pair.score));
    if (clash === undefined) {
      pairs.push({ ...rows, ...told(pair), decision: 'merge' });
      continue;
    }
    const [one, other] = [records[clash.a], records[clash.b]];
    const text = `Merging them would make ${nameOf(one)} and ${nameOf(other)} one account, which contradict each other: ${explainPair(scorePair(one, other, context))}`;
    pairs.push({ ...rows, ...told(pair), reason: `${explainPair(pair.score)} ${text}`, decision: 'review' });
    conflicts.push({ ...rowsOf(clash, records), kind: 'contradiction', text });
  }
  for (const pair of unsure) {
    const rows = rowsOf(pair, records);
    conflicts.push(...findConflicts(rows, pair.score));
    pairs.push({ ...rows, ...told(pair), decision: 'review' });
  }
  pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const decided = (options.together ?? []).map((rows) => decidedPair(rows));
  const isDecided = new Set(decided.map(({ a, b }) => `${a} ${b}`));
  const all = decided.length === 0 ? pairs : [...decided, ...pairs.filter(({ a, b }) => !isDecided.has(`${a} ${b}`))];
  const grouped = groupPairs(all, { rowCount: facts.rowCount, apart, fullness: facts.fullness });
  return {
    rowCount: facts.rowCount,
    offsets: offsetsOf(tables),
    pairs: all,
    ...grouped,
    fullness: facts.fullness,
    apart,
    conflicts: conflicts.sort((x, y) => x.a - y.a || x.b - y.b),
    notes: notesOf({ rowCount: facts.rowCount, clusters: grouped.clusters, pairs: all }),
  };

  function decidedPair(rows: { readonly a: number; readonly b: number }): AccountPair {
    const [a, b] = [Math.min(rows.a, rows.b), Math.max(rows.a, rows.b)];
    const score = scorePair(records[placeOfRow(a)], records[placeOfRow(b)], context);
    const reason = `A person said that they are one. ${explainPair(score)}`;
    return { a, b, score: Math.max(score.score, thresholds.merge), decision: 'merge', reason, parts: score.parts };
  }

  /** Rows that say the same go with the first of them. */
  function repeatsOf(record: AccountRecord): AccountPair[] {
    if (record.rows.length < 2) return [];
    const own = scorePair(record, record, context);
    return record.rows.slice(1).map((row) => ({
      a: record.row,
      b: row,
      score: Math.max(own.score, thresholds.merge),
      decision: 'merge',
      reason: `The rows are alike in all that tells accounts apart: ${nameOf(record)}.`,
      parts: own.parts,
    }));
  }
}

/** Candidates that are merged or listed, by numbers of records. */
function scoreCandidates(
  weighed: WeighedRecords,
  { context, thresholds }: { context: ScoreContext; thresholds: Thresholds },
): (RecordPair & { decision: 'merge' | 'review' })[] {
  const score = Math.min(thresholds.review, thresholds.merge);
  const candidates = candidatePairs(weighed, createScreen(weighed, { kind: context.kind, score }));
  const scored: (RecordPair & { decision: 'merge' | 'review' })[] = [];
  for (let i = 0; i < candidates.a.length; i++) {
    const [a, b] = [candidates.a[i], candidates.b[i]];
    const score = scorePair(weighed.at(a), weighed.at(b), context);
    const decision = decidePair(score, thresholds);
    if (decision !== 'no') scored.push({ a, b, score, decision });
  }
  return scored;
}

function told({ score }: RecordPair): Pick<AccountPair, 'score' | 'reason' | 'parts'> {
  return { score: score.score, reason: explainPair(score), parts: score.parts };
}

function rowsOf({ a, b }: { a: number; b: number }, records: readonly AccountRecord[]): { a: number; b: number } {
  const [one, other] = [records[a].row, records[b].row];
  return one < other ? { a: one, b: other } : { a: other, b: one };
}

function nameOf({ nameText, domains, email, phone, id }: AccountRecord): string {
  return nameText === null ? (domains[0] ?? email ?? phone ?? id ?? 'a row without a name') : `“${nameText}”`;
}

function offsetsOf(tables: readonly ResolveTable[]): number[] {
  let next = 0;
  return tables.map(({ rowCount }) => {
    next += rowCount;
    return next - rowCount;
  });
}

function notesOf({
  rowCount,
  clusters,
  pairs,
}: {
  rowCount: number;
  clusters: Int32Array;
  pairs: readonly AccountPair[];
}) {
  const accounts = clusters.reduce((count, group, row) => count + (group === row ? 1 : 0), 0);
  const review = pairs.filter(({ decision }) => decision === 'review').length;
  return [
    `${rowCount} rows are ${accounts} accounts; ${rowCount - accounts} rows were merged into others.`,
    ...(review === 0 ? [] : [`${review} pairs may be one account and were left apart: look at them.`]),
  ];
}

import { type AppliedMapping, applyMapping } from '../intake/mapping/apply-mapping.js';
import type { AccountPair } from '../intake/resolve/resolution.js';
import type { TableMapping } from '../model/mapping.js';
import type { RawTable } from '../model/table.js';
import type { AccountMerge } from '../store/import-entry.js';
import { resolveApplied } from './resolve-applied.js';

export interface FoundMerges {
  readonly rows: number;
  readonly accounts: number;
  readonly merges: readonly AccountMerge[];
  /** Pairs that may be one account and were left apart, the likeliest first. */
  readonly review: readonly AccountMerge[];
}

/**
 * Finds the rows of all account tables that are about one account. Rows are named by file and id, or by file and line.
 * @returns null where there is no table of accounts.
 */
export function findMerges(
  tables: readonly { readonly raw: RawTable; readonly mapping: TableMapping }[],
): FoundMerges | null {
  const accounts = tables
    .filter(({ mapping }) => mapping.entity === 'account' && mapping.use === 'rows')
    .map(({ raw, mapping }) => applyMapping(raw, mapping));
  if (accounts.length === 0) return null;
  const { resolution } = resolveApplied(accounts);
  const names = accounts.flatMap(rowNames);
  const pairsOf = new Map<number, AccountPair>();
  for (const pair of resolution.pairs) {
    if (pair.decision !== 'merge' || resolution.clusters[pair.a] !== resolution.clusters[pair.b]) continue;
    for (const row of [pair.a, pair.b]) if (!pairsOf.has(row)) pairsOf.set(row, pair);
  }
  const merges: AccountMerge[] = [];
  for (let row = 0; row < resolution.rowCount; row++) {
    const kept = resolution.canonical[row];
    const pair = pairsOf.get(row);
    if (kept !== row && pair !== undefined) merges.push(merge(pair, { kept: names[kept], merged: names[row] }));
  }
  const review = resolution.pairs
    .filter(({ decision }) => decision === 'review')
    .map((pair) => merge(pair, { kept: names[pair.a], merged: names[pair.b] }));
  return { rows: resolution.rowCount, accounts: resolution.rowCount - merges.length, merges, review };
}

function merge({ score, reason }: AccountPair, rows: { kept: string; merged: string }): AccountMerge {
  return { ...rows, score: 1 / (1 + Math.exp(-score)), reason, isReversible: true };
}

function rowNames(table: AppliedMapping): string[] {
  const ids = table.columns.find(({ name }) => name === 'id');
  return Array.from({ length: table.rowCount }, (_, row) => {
    const id = ids?.type === 'text' && ids.codes[row] >= 0 ? ids.labels[ids.codes[row]] : null;
    return id === null ? `${table.source} line ${table.lines[row]}` : `${table.source} ${id}`;
  });
}

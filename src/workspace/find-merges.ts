import { type AppliedMapping, applyMapping } from '../intake/mapping/apply-mapping.js';
import { fillDomains } from '../intake/mapping/fill-domains.js';
import type { AccountPair } from '../intake/resolve/resolution.js';
import type { TableMapping } from '../model/mapping.js';
import type { RawTable } from '../model/table.js';
import type { AccountMerge } from '../store/import-entry.js';
import type { MergeDecision } from '../store/merge-decisions.js';
import { pairId } from './pair-id.js';
import { resolveApplied } from './resolve-applied.js';
import { rowNames } from './row-names.js';

/** A pair with the id by which a person accepts or undoes it. */
export interface FoundMerge extends AccountMerge {
  readonly id: string;
}

export interface FoundMerges {
  readonly rows: number;
  readonly accounts: number;
  readonly merges: readonly FoundMerge[];
  /** Pairs that may be one account and were left apart, the likeliest first. */
  readonly review: readonly FoundMerge[];
}

/**
 * Finds the rows of all account tables that are about one account. Rows are named by file and id, or by file and line.
 * @param about `decisions`: what a person said of pairs. @returns null where there is no table of accounts.
 */
export function findMerges(
  tables: readonly { readonly raw: RawTable; readonly mapping: TableMapping; readonly applied?: AppliedMapping }[],
  { decisions }: { decisions: readonly MergeDecision[] },
): FoundMerges | null {
  const read = (use: TableMapping['use']) =>
    tables
      .filter(({ mapping }) => mapping.entity === 'account' && mapping.use === use)
      .map(({ raw, mapping, applied }) => applied ?? applyMapping(raw, mapping));
  const rows = read('rows');
  if (rows.length === 0) return null;
  const accounts = fillDomains(rows, read('link')).tables;
  const { resolution } = resolveApplied(accounts, { decisions });
  const { nameOf } = rowNames(accounts);
  const { canonical, clusters, rowCount, joins, pairs } = resolution;
  const describe = ({ a, b, score, reason }: AccountPair): FoundMerge => {
    // The row that stands for the account is what is kept; of two others the earlier one.
    const [kept, merged] =
      canonical[b] === b && clusters[a] === clusters[b] ? [nameOf(b), nameOf(a)] : [nameOf(a), nameOf(b)];
    const id = pairId({ kind: 'rows', one: kept, other: merged });
    return { id, kept, merged, score: 1 / (1 + Math.exp(-score)), reason, isReversible: true };
  };
  const review = pairs.filter(
    ({ a, b, decision }) => decision === 'review' && clusters[a] !== clusters[b] && !isApart(resolution.apart, a, b),
  );
  return {
    rows: rowCount,
    accounts: rowCount - joins.length,
    merges: joins.map(describe),
    review: review.map(describe),
  };
}

function isApart(apart: readonly { readonly a: number; readonly b: number }[], a: number, b: number): boolean {
  return apart.some((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
}

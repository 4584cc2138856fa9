import { type AppliedMapping, applyMapping } from '../intake/mapping/apply-mapping.js';
import { fillAccounts } from '../intake/mapping/fill-accounts.js';
import { fillDomains } from '../intake/mapping/fill-domains.js';
import type { AccountPair } from '../intake/resolve/resolution.js';
import type { TableMapping } from '../model/mapping.js';
import type { RawTable } from '../model/table.js';
import type { AccountMerge } from '../store/import-entry.js';
import type { MergeDecision } from '../store/merge-decisions.js';
import { joinRows } from './join-rows.js';
import { pairId } from './pair-id.js';
import { resolveApplied } from './resolve-applied.js';
import { rowNames } from './row-names.js';
import type { TableJoin } from './table-join.js';

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
  /** How many rows of each other table belong to an account. */
  readonly joins: readonly TableJoin[];
}

/**
 * Finds the rows of all account tables that are about one account, and those of other tables that belong to one. Rows are named by file and id, or by file and line.
 * @param about `decisions`: what a person said of pairs. @returns null where there is no table of accounts.
 */
export function findMerges(
  tables: readonly { readonly raw: RawTable; readonly mapping: TableMapping; readonly applied?: AppliedMapping }[],
  { decisions }: { decisions: readonly MergeDecision[] },
): FoundMerges | null {
  const all = tables
    .filter(({ mapping }) => mapping.use !== 'unused')
    .map(({ raw, mapping, applied }) => applied ?? applyMapping(raw, mapping));
  const own = all.filter(({ entity, mapping }) => entity === 'account' && mapping.use === 'rows');
  if (own.length === 0) return null;
  const filled = fillAccounts(all);
  const accounts = filled.filter(({ entity }) => entity === 'account');
  const resolved = resolveApplied(accounts, { decisions });
  const { resolution } = resolved;
  const { joins: reached } = joinRows(all, { filled, known: { ...resolved, domains: fillDomains(own, all).domains } });
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
    joins: reached,
  };
}

function isApart(apart: readonly { readonly a: number; readonly b: number }[], a: number, b: number): boolean {
  return apart.some((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
}

import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import { deriveAttributes } from '../intake/relate/derive-attributes.js';
import type { RelatedTable } from '../intake/relate/mapped-table.js';
import { proposeRecipes } from '../intake/relate/propose-recipes.js';
import type { Ending } from '../intake/relate/told-endings.js';
import type { Recipe } from '../model/recipe.js';
import { isBarred } from '../model/sensitivity.js';
import type { MergeDecision } from '../store/merge-decisions.js';
import { type AccountColumn, accountColumn, accountColumns, accountIds } from './account-columns.js';
import { decideAccounts, type OutcomeSource } from './decide-accounts.js';
import { joinCautions } from './describe-joins.js';
import { type JoinedTable, joinTables } from './join-tables.js';

/** One row an account, with attributes as of a moment of its own. */
export interface JoinedAccounts {
  readonly ids: readonly string[];
  /** Null: nothing to judge by, or too early to say; absent where accounts are not decided but looked at. */
  readonly outcomes: readonly (string | null)[];
  /** In ms; NaN where not decided, -Infinity where nobody knows. */
  readonly decidedAt: Float64Array;
  readonly columns: readonly AccountColumn[];
  /** Accounts that may be one have the same number. */
  readonly groups: Int32Array;
  /** The end of what is known: accounts that are not decided are as of then. In ms. */
  readonly asOf: number;
  readonly notes: readonly string[];
  /** What must be known before what is learnt from these accounts is used. */
  readonly cautions: readonly string[];
}

export interface JoinRequest {
  /** What decides accounts; null: all are looked at as of one moment. */
  readonly outcome: OutcomeSource | null;
  /** Nothing at or after it is known, in ms. */
  readonly asOf: number;
  /** What lists of stages say of how deals ended. */
  readonly endings: ReadonlyMap<string, Ending | null>;
  /**
   * Accounts are to be scored and not learnt from: those that are watched are as of the end of what is known. Those that
   * were sold to stay as of their decision, or what a customer does would count for who becomes one.
   */
  readonly isScored?: boolean;
  /** What a person said of merges. */
  readonly decisions?: readonly MergeDecision[];
  /** How attributes are derived; proposed by what is there unless told. */
  readonly recipes?: readonly Recipe[];
}

/** Names of the columns that a table of accounts begins with. */
export const accountRoles = ['id', 'outcome', 'decided_at'] as const;

/**
 * The accounts of mapped tables: rows of one account as one, other tables joined and counted as of each decision, what
 * account files say as of it where that is known. What is derived from sensitive columns is not proposed.
 */
export function joinAccounts(tables: readonly AppliedMapping[], request: JoinRequest): JoinedAccounts {
  const { outcome, asOf, endings } = request;
  const { accounts, related, stages, groups, joins, notes } = joinTables(tables, {
    endings,
    decisions: request.decisions,
  });
  const count = accounts.rows.length;
  const decided =
    outcome === null
      ? { ...undecided(count), isLandmark: false, notes: [], cautions: [] }
      : decideAccounts(outcome, { accounts, related, stages: endings, asOf });
  const isNow = request.isScored === true && decided.isLandmark;
  const moments = decided.decidedAt.map((moment) => (isNow || Number.isNaN(moment) ? asOf : Math.min(moment, asOf)));
  // Nothing counts as known before a moment that nobody knows.
  const isUndated = decided.decidedAt.length > 0 && moments.every((moment) => moment === Number.NEGATIVE_INFINITY);
  const all: RelatedTable[] = [...related, ...stages];
  const derived = deriveAttributes({
    accounts: { rowCount: count },
    decisionTime: moments,
    tables: all,
    recipes: request.recipes ?? (isUndated ? [] : propose(related, { accounts: accounts.tables, stages })),
    asOf,
  });
  const taken = new Set(derived.columns.map(({ name }) => name));
  const now = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const own = accountColumns(accounts, moments)
    .map((one) => {
      if (!one.isAsOf || one.attribute === null || request.isScored === true || outcome === null) return one;
      return { ...one, now: accountColumn(accounts, { name: one.column.name, moments: now }).column };
    })
    .map(withFreeName)
    .filter(({ column }) => !taken.has(column.name));
  return {
    ids: accountIds(accounts),
    ...(isNow ? undecided(count) : { outcomes: decided.outcomes, decidedAt: decided.decidedAt }),
    columns: [
      ...own,
      ...derived.columns.map((column, i) => ({ column, attribute: derived.attributes[i], isAsOf: true })),
    ],
    groups,
    asOf,
    notes: [...new Set([...notes, ...decided.notes, ...derived.notes])],
    cautions: [...joinCautions(joins), ...(decided.cautions ?? [])],
  };
}

function undecided(count: number): Pick<JoinedAccounts, 'outcomes' | 'decidedAt'> {
  return { outcomes: new Array<null>(count).fill(null), decidedAt: new Float64Array(count).fill(Number.NaN) };
}

function propose(
  related: readonly JoinedTable[],
  { accounts, stages }: { accounts: readonly AppliedMapping[]; stages: readonly RelatedTable[] },
): Recipe[] {
  const sensitive = new Set([...accounts, ...related.map(({ table }) => table)].flatMap(sensitiveNames));
  const tables = [...accounts, ...related.map(({ table }) => table), ...stages.map(({ table }) => table)];
  return proposeRecipes(tables).filter(
    ({ of, where }) => !sensitive.has(of ?? '') && !sensitive.has(where?.column ?? ''),
  );
}

/** Names, as columns are called here, of what nobody may be scored by, and of what names a person. */
function sensitiveNames({ mapping, attributes }: AppliedMapping): string[] {
  const columns = mapping.columns.filter(({ sensitivity }) => isBarred(sensitivity)).map(({ column }) => column);
  return attributes.filter(({ column }) => columns.includes(column)).map(({ name }) => name);
}

function withFreeName(own: AccountColumn): AccountColumn {
  const { column, attribute } = own;
  if (!accountRoles.some((role) => role === column.name)) return own;
  const name = `${column.name} (column)`;
  return { ...own, column: { ...column, name }, attribute: attribute === null ? null : { ...attribute, name } };
}

import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import { fillAccounts } from '../intake/mapping/fill-accounts.js';
import { fillDomains } from '../intake/mapping/fill-domains.js';
import { foldKey } from '../intake/mapping/key-column.js';
import { textNamed } from '../intake/mapping/text-named.js';
import { dealEnding } from '../intake/relate/deal-words.js';
import type { RelatedTable } from '../intake/relate/mapped-table.js';
import type { HistoryTable } from '../intake/relate/property-history.js';
import { type Ending, foldStage, toldEndings } from '../intake/relate/told-endings.js';
import { joinContacts } from '../intake/resolve/join-contacts.js';
import { RowGroups } from '../intake/row-groups.js';
import type { Column } from '../model/table.js';
import type { MergeDecision } from '../store/merge-decisions.js';
import type { AccountTables } from './account-columns.js';
import { summariseJoins } from './describe-joins.js';
import { joinRows } from './join-rows.js';
import { resolveApplied } from './resolve-applied.js';
import { type TableJoin, tableJoin } from './table-join.js';

/** A table of rows about accounts, each with the place of its account; -1 where it is not known. */
export interface JoinedTable extends RelatedTable {
  readonly table: AppliedMapping;
}

/** The tables of a workspace with the accounts found in all of them. */
export interface JoinedTables {
  readonly accounts: AccountTables;
  readonly related: readonly JoinedTable[];
  /** The stages that deals went through, where histories of deals tell; none that ended a deal. */
  readonly stages: readonly RelatedTable[];
  /** Accounts that may be one have the same number: that of the first. */
  readonly groups: Int32Array;
  /** How many rows of each other table found their account. */
  readonly joins: readonly TableJoin[];
  /** In short: an import says it at length. */
  readonly notes: readonly string[];
}

/**
 * Rows of one account as one, and every other table joined to them.
 * @param endings what lists of stages say. @param decisions what a person said of merges.
 */
export function joinTables(
  tables: readonly AppliedMapping[],
  {
    endings,
    decisions = [],
  }: { endings: ReadonlyMap<string, Ending | null>; decisions?: readonly MergeDecision[] | undefined },
): JoinedTables {
  const filled = fillAccounts(tables);
  const own = filled.filter(({ entity }) => entity === 'account');
  const resolved = resolveApplied(own, { decisions });
  const { resolution } = resolved;
  const rows = [...new Set(resolution.canonical)].sort((a, b) => a - b);
  const accountAt = new Map(rows.map((row, at) => [row, at]));
  const { domains } = fillDomains(tables.filter(isAccounts), tables);
  const known = { ...resolved, domains };
  const joined = joinRows(tables, { filled, known });
  const joins = [...joined.joins];
  const placed = (found: Int32Array) => found.map((row) => accountAt.get(row) ?? -1);
  const related = joined.tables.map(({ table, found }): JoinedTable => ({ table, accountOf: placed(found) }));
  const changes = tables.filter(({ mapping }) => mapping.use === 'history');
  const histories = changes
    .filter(({ entity }) => entity === 'account')
    .map((table): HistoryTable => {
      const account = textNamed(table, 'id');
      const found = joinContacts({ rowCount: table.rowCount, ...(account === undefined ? {} : { account }) }, known);
      joins.push(tableJoin(table, found));
      return { table, accountOf: placed(found.accounts) };
    });
  const summary = summariseJoins(joins);
  const groups = new RowGroups(rows.length);
  for (const { a, b, decision } of resolution.pairs) {
    const [one, other] = [a, b].map((row) => accountAt.get(resolution.canonical[row]));
    if (decision === 'review' && one !== undefined && other !== undefined) groups.join(one, other);
  }
  return {
    accounts: { tables: own, resolution, rows, histories },
    related,
    stages: changes
      .filter(({ entity }) => entity === 'deal')
      .flatMap((table) => stageRows(table, { deals: related, endings }) ?? []),
    groups: groups.numbers(),
    joins,
    notes: [...resolution.notes, ...(summary === null ? [] : [summary])],
  };
}

function isAccounts({ entity, mapping }: AppliedMapping): boolean {
  return entity === 'account' && mapping.use === 'rows';
}

/** Stages of deals by their moments. A stage that ends a deal is its outcome, and is left out. */
function stageRows(
  table: AppliedMapping,
  { deals, endings }: { deals: readonly JoinedTable[]; endings: ReadonlyMap<string, Ending | null> },
): RelatedTable | null {
  const ids = textNamed(table, 'id');
  const moments = table.columns.find(({ name }) => name === 'changedAt');
  const properties = textNamed(table, 'property');
  const stage = properties === undefined ? textNamed(table, 'stage') : textNamed(table, 'value');
  if (ids === undefined || moments === undefined || stage === undefined) return null;
  const own = deals.filter((deal) => deal.table.entity === 'deal');
  const accountOfDeal = accountsByDeal(own);
  const told = own.map((deal) => toldEndings(deal.table, endings).stage);
  const isEnd = stage.labels.map((label) => {
    const listed = told.map((one) => one.get(foldStage(label))).find((ending) => ending !== undefined);
    return (listed === undefined ? dealEnding(label) : listed) !== null;
  });
  const isStage = (row: number) =>
    properties === undefined ||
    /^(hs_?)?(deal_?)?stage(_?name)?$/i.test(properties.labels[properties.codes[row]] ?? '');
  const codes = stage.codes.map((code, row) => (code >= 0 && isStage(row) && !isEnd[code] ? code : -1));
  const accountOf = Int32Array.from(codes, (code, row) => {
    const id = ids.codes[row] < 0 ? undefined : ids.labels[ids.codes[row]];
    return code < 0 || id === undefined ? -1 : (accountOfDeal.get(foldKey(id)) ?? -1);
  });
  const columns: Column[] = [moments, { type: 'category', name: 'stage', codes, labels: stage.labels }];
  const { source, rowCount, lines } = table;
  return { table: { entity: 'stage', source, rowCount, lines, columns }, accountOf };
}

function accountsByDeal(deals: readonly JoinedTable[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { table, accountOf } of deals) {
    const ids = textNamed(table, 'id');
    if (ids === undefined) continue;
    for (let row = 0; row < table.rowCount; row++)
      if (ids.codes[row] >= 0 && accountOf[row] >= 0) found.set(foldKey(ids.labels[ids.codes[row]]), accountOf[row]);
  }
  return found;
}

import type { Criterion } from '../model/criterion.js';
import type { Best } from '../model/profile.js';
import { type Scorecard, tiers } from '../model/scorecard.js';
import type { Column, RawTable } from '../model/table.js';
import { takeRows } from '../model/take-rows.js';
import { tierOf } from '../score/fit.js';
import { scoreTable } from '../score/score-table.js';
import { scatterRows } from '../stats/scatter-rows.js';
import type { AccountSplit } from '../validate/account-split.js';
import { type Audit, auditSelection } from '../validate/audit/audit-selection.js';
import type { AccountDates } from '../validate/audit/find-dates.js';
import { sayOdds } from '../validate/audit/find-reversals.js';
import { isStratum } from '../validate/audit/find-strata.js';
import { keysOf, readUniverse } from './read-universe.js';
import type { SelectionOptions } from './selection-options.js';

/** Accounts to audit, beside all that the input holds. */
export interface SelectedAccounts {
  readonly raw: RawTable;
  /** All columns of the input, typed, and the outcome of every row: 255 where it is not known. */
  readonly allColumns: readonly Column[];
  readonly allLabels: Uint8Array;
  readonly dates: AccountDates | null;
  /** The rows that were learnt from or judged, and what stands in them. */
  readonly rows: Int32Array;
  readonly columns: readonly Column[];
  readonly labels: Uint8Array;
  readonly groups: Int32Array;
  readonly time: Float64Array | null;
  readonly timeColumn: string | undefined;
  readonly idColumn: string | undefined;
  readonly best: Best;
}

export interface AuditOptions extends SelectionOptions {
  readonly split: AccountSplit | null;
  readonly criteria: readonly Criterion[];
  /** Null: no tiers. */
  readonly card: Scorecard | null;
}

/** More rows than this show no more of who was worked or decided. */
const mostLooked = 200_000;

/** Audits how the accounts came to be there. @throws AssayError as {@link readUniverse} does. */
export async function auditSelected(accounts: SelectedAccounts, options: AuditOptions): Promise<Audit> {
  const { raw, allColumns, allLabels, columns, labels, groups, time, timeColumn, idColumn, best } = accounts;
  const { split, criteria, card, universe, marketRate, mature } = options;
  const learnt = new Set(columns.map(({ name }) => name));
  const roles = [best.outcome, idColumn, timeColumn, accounts.dates?.created.name, accounts.dates?.decided.name];
  const parts = new Set(roles.filter((name) => name !== undefined));
  const others = allColumns.filter(({ name }) => !learnt.has(name) && !parts.has(name) && isStratum(name));
  return auditSelection({
    everybody: { ...sampled(accounts), ...sampledTiers(accounts, card) },
    parts,
    learnt,
    accounts: {
      columns: [...columns, ...others.map((column) => takeRows(column, accounts.rows))],
      labels,
      groups,
      time,
      timeName: timeColumn,
    },
    split,
    criteria,
    market: {
      keys: universe === undefined ? [] : keysOf(raw, idColumn),
      labels: allLabels,
      universe: universe === undefined ? null : await readUniverse(universe, { idColumn, best }),
      marketRate,
    },
    mature,
  });
}

/** The criteria, with what becomes of them within source, year, region or size where that is another thing. */
export function noteReversals(criteria: readonly Criterion[], { reversals }: Audit): Criterion[] {
  return criteria.map((criterion, i) => {
    const own = reversals.filter((one) => one.criterion === i);
    const said = own.map(({ by, kind, crude, within }) =>
      kind === 'reversed'
        ? `Turns round within ${by}: odds ${sayOdds(crude)} among all, ${sayOdds(within)} within.`
        : `Not seen within ${by}: odds ${sayOdds(crude)} among all, ${sayOdds(within)} within.`,
    );
    return said.length === 0 ? criterion : { ...criterion, note: [criterion.note, ...said].filter(Boolean).join(' ') };
  });
}

function sampled({ allColumns, allLabels, dates }: SelectedAccounts) {
  const rows = scatterRows(allLabels.length, mostLooked);
  if (rows === null) return { columns: allColumns, labels: allLabels, dates };
  return {
    columns: allColumns.map((column): Column => takeRows(column, rows)),
    labels: Uint8Array.from(rows, (row) => allLabels[row]),
    dates: dates === null ? null : { created: takeRows(dates.created, rows), decided: takeRows(dates.decided, rows) },
  };
}

function sampledTiers({ rows, columns, labels, allLabels }: SelectedAccounts, card: Scorecard | null) {
  if (card === null || card.tierCuts === null) return {};
  const of = new Int8Array(allLabels.length).fill(-1);
  scoreTable(card, { columns, rowCount: labels.length }).forEach((points, i) => {
    const tier = tierOf(card, points);
    if (tier !== null) of[rows[i]] = tiers.indexOf(tier);
  });
  const taken = scatterRows(allLabels.length, mostLooked);
  return { tiers: { names: [...tiers], of: taken === null ? of : Int8Array.from(taken, (row) => of[row]) } };
}

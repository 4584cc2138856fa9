import type { AuditFinding } from '../../model/audit.js';
import type { Criterion } from '../../model/criterion.js';
import type { Column } from '../../model/table.js';
import { takeRows } from '../../model/take-rows.js';
import { scatterRows } from '../../stats/scatter-rows.js';
import type { AccountSplit } from '../account-split.js';
import { findCensoring } from './find-censoring.js';
import type { AccountDates } from './find-dates.js';
import { findOneClass } from './find-one-class.js';
import { findOnlyWinners } from './find-only-winners.js';
import { findOnlyWorked, type WorkedRequest } from './find-only-worked.js';
import { findReversals, type Reversal, reversalFinding } from './find-reversals.js';
import { findSplitTwins } from './find-split-twins.js';
import { findStrata } from './find-strata.js';
import { type ImportRequest, measureImport } from './measure-import.js';

export interface AuditRequest {
  /** Every account of the input, decided or not, and every column of it. */
  readonly everybody: {
    readonly columns: readonly Column[];
    /** 1, 0, or 255 where the outcome is not known. */
    readonly labels: Uint8Array;
    readonly dates: AccountDates | null;
    readonly tiers?: WorkedRequest['tiers'];
  };
  /** Names of columns with a part of their own (id, time, outcome), and of those that are learnt from. */
  readonly parts: ReadonlySet<string>;
  readonly learnt: ReadonlySet<string>;
  /** The accounts that were learnt from or judged, in the same order. */
  readonly accounts: {
    /** Also columns that are not learnt from: a source, a region. */
    readonly columns: readonly Column[];
    readonly labels: Uint8Array;
    readonly groups: Int32Array;
    readonly time: Float64Array | null;
    readonly timeName: string | undefined;
  };
  readonly split: AccountSplit | null;
  readonly criteria: readonly Criterion[];
  /** Keys and outcomes of every row. */
  readonly market: Omit<ImportRequest, 'imported'> & ImportRequest['imported'];
  readonly mature?: number | undefined;
}

export interface Audit {
  /** The gravest first. */
  readonly findings: readonly AuditFinding[];
  readonly reversals: readonly Reversal[];
}

/** More accounts than this show no more of a reversal. */
const mostLooked = 100_000;

/** Whether the accounts that were learnt from are those that the profile will be used on. See docs/methods/selection.md. */
export function auditSelection(request: AuditRequest): Audit {
  const { everybody, accounts, split, criteria, market, mature } = request;
  const { columns, labels, dates, tiers } = everybody;
  const reversals = lookForReversals(request);
  const own = accounts.columns.filter(({ name }) => request.learnt.has(name));
  const findings = [
    ...findOnlyWinners(accounts.labels),
    ...findOnlyWorked({
      columns: columns.filter(({ name }) => !request.parts.has(name)),
      labels,
      ...(tiers === undefined ? {} : { tiers }),
    }),
    ...findOneClass({ columns, labels, ...request }),
    ...measureImport({ imported: market, ...market }),
    ...(split === null ? [] : findSplitTwins({ ...accounts, columns: own, split })),
    ...(dates === null ? [] : findCensoring({ dates, labels, mature })),
    ...reversals.map((one) => reversalFinding(one, criteria[one.criterion])),
  ];
  const rank = { grave: 0, caution: 1, note: 2 } as const;
  return { findings: findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]), reversals };
}

function lookForReversals({ accounts, criteria }: AuditRequest): Reversal[] {
  if (criteria.length === 0) return [];
  const rows = scatterRows(accounts.labels.length, mostLooked);
  const take = <T extends Column>(column: T): Column => (rows === null ? column : takeRows(column, rows));
  const columns = accounts.columns.map(take);
  const labels = rows === null ? accounts.labels : Uint8Array.from(rows, (row) => accounts.labels[row]);
  const { time } = accounts;
  const moments = rows === null || time === null ? time : Float64Array.from(rows, (row) => time[row]);
  const strata = findStrata(columns, { time: moments, timeName: accounts.timeName });
  return findReversals({ criteria, columns, labels, strata });
}

import { findAmountLeaks } from '../learn/amount/amount-leaks.js';
import type { CodedTable } from '../learn/grid.js';
import { auditLeaks } from '../learn/leaks/audit-leaks.js';
import { findFadedAsOf } from '../learn/leaks/find-faded-as-of.js';
import { findTimeLeaks } from '../learn/survival/time-leaks.js';
import type { Durations } from '../model/duration.js';
import type { LeakFinding, SuspectedLeak } from '../model/leak.js';
import { shellWord } from '../model/shell-word.js';
import type { Column, DateColumn, RawTable, Table } from '../model/table.js';
import { takeRows } from '../model/take-rows.js';

/** Accounts whose columns are to be audited. */
export interface AuditedAccounts {
  readonly raw: RawTable;
  readonly table: Table;
  /** Where the accounts stand in both. */
  readonly rows: Int32Array;
  /** What may be learnt from, of just these accounts, and their codes. */
  readonly columns: readonly Column[];
  readonly coded: CodedTable;
  readonly labels: Uint8Array;
  readonly amounts: Float64Array | null;
  readonly watched: Durations | null;
  readonly outcome: string;
  readonly duration: string;
  readonly id: string | undefined;
  readonly time: string | undefined;
  /** Dates that are part of what is learnt, beside the time of the decision. */
  readonly parts: ReadonlySet<string>;
  readonly isAsOf: (name: string) => boolean;
  /** Accounts of a workspace stand in an order of its own. */
  readonly isInFileOrder: boolean;
  /** All rows of an attribute as they stand now, where that may be another than at the decision. */
  readonly nowOf?: (name: string) => Column | undefined;
}

/** What may know the outcome, and whether it is used. @param keep columns that a person answers for. */
export function auditAccounts(accounts: AuditedAccounts, keep: ReadonlySet<string>): LeakFinding[] {
  const attributes = new Set(accounts.coded.grids.map(({ attribute }) => attribute));
  const suspects = suspectsOf(accounts);
  const isKnown = new Set(suspects.map(({ attribute }) => attribute));
  const afterwards = writtenAfterwards(accounts).filter(({ attribute }) => !isKnown.has(attribute));
  const judged = suspects.map((leak): LeakFinding => {
    if (!attributes.has(leak.attribute)) return { ...leak, use: 'unused' };
    if (keep.has(leak.attribute)) return { ...leak, use: 'kept' };
    return { ...leak, use: leak.severity === 'set aside' ? 'set aside' : 'used' };
  });
  return [...judged, ...afterwards.map((leak) => ({ ...leak, use: 'unused' as const }))];
}

/** What stands in a column now is not what was learnt from: that is what stood at the decision. */
function writtenAfterwards({ columns, rows, labels, amounts, watched, nowOf }: AuditedAccounts): SuspectedLeak[] {
  if (nowOf === undefined || amounts !== null || watched !== null) return [];
  const both = columns.flatMap((before) => {
    const now = nowOf(before.name);
    return now === undefined || now.type !== before.type ? [] : [{ before, now: takeRows(now, rows) }];
  });
  return findFadedAsOf(both, labels);
}

function suspectsOf(accounts: AuditedAccounts): SuspectedLeak[] {
  const { coded, columns, labels, amounts, watched, outcome, isAsOf } = accounts;
  const search = { coded, columns, outcome, isAsOf };
  if (watched !== null) return findTimeLeaks({ ...search, ...watched, duration: accounts.duration });
  if (amounts !== null) return findAmountLeaks({ ...search, amounts });
  return auditLeaks({ ...search, labels }, settingOf(accounts));
}

function settingOf({ raw, table, rows, id, time, parts, isInFileOrder }: AuditedAccounts) {
  const own = (column: DateColumn) => takeRows(column, rows) as DateColumn;
  const dates = table.columns.filter(
    (column): column is DateColumn => column.type === 'date' && !parts.has(column.name),
  );
  const when = table.columns.find(({ name }) => name === time);
  const isDate = when?.type === 'date';
  const decided =
    isDate || when?.type === 'number'
      ? { name: when.name, values: Float64Array.from(rows, (row) => when.values[row]), isDate }
      : null;
  const names = raw.columns.find(({ name }) => name === id);
  return {
    dates: decided === null ? [] : dates.map(own),
    decided,
    isInFileOrder,
    ids: names === undefined ? null : { name: names.name, of: (at: number) => cellOf(names, rows[at]) },
  };
}

function cellOf(column: RawTable['columns'][number], row: number): string | null {
  if (column.type !== 'text') return Number.isNaN(column.values[row]) ? null : String(column.values[row]);
  return column.codes[row] < 0 ? null : column.labels[column.codes[row]];
}

/** What a reader must know: first what was learnt from though it looks like a leak. */
export function leakCautions(leaks: readonly LeakFinding[]): string[] {
  const kept = leaks.filter(({ use }) => use === 'kept');
  const others = leaks.filter(
    ({ use, severity, kind }) => use === 'used' || (use === 'unused' && severity === 'mention' && kind !== 'fades'),
  );
  return [
    ...kept.map(({ detail, effect }) => `Kept on request: ${detail}${sayEffect(effect)}`),
    ...others.map(
      ({ attribute, detail, effect, use }) =>
        `${detail}${sayEffect(effect)}${use === 'used' && effect !== undefined ? ` Leave it out with --exclude ${shellWord(attribute)} unless it was.` : ''}`,
    ),
  ];
}

function sayEffect(effect: LeakFinding['effect']): string {
  if (effect === undefined) return '';
  const { difference, without } = effect;
  return ` Held-out AUC ${effect.with.toFixed(3)} with it and ${without.toFixed(3)} without (difference ${difference.lower.toFixed(3)} to ${difference.upper.toFixed(3)}).`;
}

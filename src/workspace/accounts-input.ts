import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type ReadOptions, readFile } from '../intake/read-file.js';
import { writeCell } from '../intake/relate/write-cell.js';
import type { Attribute } from '../model/attribute.js';
import type { Provenance } from '../model/profile.js';
import type { Recipe } from '../model/recipe.js';
import type { Column, RawColumn, RawTable } from '../model/table.js';
import { accountRoles } from './join-accounts.js';
import { textColumn } from './text-column.js';
import { addValue, type ValueOutcome } from './value-outcome.js';
import { type WorkspaceAccounts, workspaceAccounts } from './workspace-accounts.js';

/** A workspace as where accounts come from. */
export interface WorkspaceSource {
  /** Its folder. */
  readonly workspace: string;
  readonly now: () => Date;
  /** Nothing at or after this day (2024-07-01) is known; unless told, the newest moment in the data. */
  readonly asOf?: string;
}

/** Where accounts come from: the path of a file of them, or a workspace whose tables are joined. */
export type AccountsSource = string | WorkspaceSource;

/** A column whose meaning needs not be found out. */
export interface KnownColumn {
  readonly column: Column;
  readonly attribute: Attribute;
  readonly isAsOf: boolean;
  /** The same as it stands now, where that may be another than at the decision. */
  readonly now?: Column;
}

/** Accounts to work on, wherever they came from: a row each. */
export interface AccountsInput {
  readonly raw: RawTable;
  /** By name. */
  readonly known: ReadonlyMap<string, KnownColumn>;
  /** The inputs, as a profile cites them. */
  readonly snapshots: Provenance['snapshots'];
  /** Null: to be found out. */
  readonly groups: Int32Array | null;
  /** What must be known before what is learnt from them is used. */
  readonly cautions: readonly string[];
  /** Columns with a part of their own; of a file they are named by whoever reads it. */
  readonly roles: { readonly id?: string; readonly time?: string; readonly outcome?: string };
  /** Of a workspace: what decides its accounts. */
  readonly from?: 'deals' | 'subscriptions';
  /** … and the date of theirs that says when a column of them was decided. */
  readonly at?: string;
}

export interface InputRequest {
  /** What decides accounts of a workspace; null: they are looked at as of one moment. */
  readonly outcome?: string | null | undefined;
  readonly isScored?: boolean | undefined;
  readonly time?: string | undefined;
  readonly recipes?: readonly Recipe[];
  readonly reader?: ReadOptions | undefined;
  /** An outcome that is computed and put beside the columns of a file. */
  readonly value?: ValueOutcome | undefined;
}

/** Reads accounts. @throws AssayError as `readFile` and `workspaceAccounts` do. */
export async function readInput(source: AccountsSource, request: InputRequest): Promise<AccountsInput> {
  if (typeof source === 'string') {
    const read = await readFile(source, request.reader ?? {});
    const { value } = request;
    const raw = value === undefined ? read : addValue(read, value);
    const rows = raw.sampled?.of ?? raw.rowCount + raw.quarantined.length;
    const snapshots = [{ source: raw.source, sha256: raw.snapshot, rows }];
    return {
      raw,
      known: new Map(),
      snapshots,
      groups: null,
      roles: value === undefined ? {} : valueRole(value),
      cautions: [],
    };
  }
  const { workspace, now, asOf } = source;
  const { outcome, time, recipes, isScored } = request;
  const accounts = await workspaceAccounts(workspace, {
    now,
    ...(outcome === undefined ? {} : { outcome }),
    ...(time === undefined ? {} : { time }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(recipes === undefined ? {} : { recipes }),
    ...(isScored === undefined ? {} : { isScored }),
  });
  return workspaceInput(accounts);
}

function valueRole({ name, outcome }: ValueOutcome): { outcome: string } {
  return { outcome: outcome === '' || outcome.startsWith('>=') ? `${name}${outcome}` : `${name}=${outcome}` };
}

/** What to call a source in messages. */
export function sourceName(source: AccountsSource): string {
  return typeof source === 'string' ? source : source.workspace;
}

/** The accounts of a workspace as a table like that of a file. */
export function workspaceInput(accounts: WorkspaceAccounts): AccountsInput {
  const { ids, outcomes, decidedAt, columns, groups, source, value, snapshots, folder, asOf } = accounts;
  const isDecided = outcomes.map((found, row) => found !== null && Number.isFinite(decidedAt[row]));
  const undated = outcomes.filter((found, row) => found !== null && !isDecided[row]).length;
  const dates = new Set(decidedAt.filter((_, row) => isDecided[row]));
  const hasTimes = dates.size > 1 && undated === 0;
  const moments = decidedAt.map((moment, row) => (isDecided[row] ? moment : Number.NaN));
  const [id, , time] = accountRoles;
  const outcome = outcomeColumn(source);
  const others = columns.filter(({ column }) => column.name !== outcome);
  const raw: RawTable = {
    source: basename(resolve(folder)),
    snapshot: createHash('sha256')
      .update(snapshots.map(({ sha256 }) => sha256).join('\n'))
      .digest('hex'),
    format: 'parquet',
    columns: [
      textColumn(id, ids),
      ...(source === null
        ? []
        : [
            textColumn(outcome, outcomes),
            ...(isDecided.includes(true) ? [{ type: 'date', name: time, values: moments } as const] : []),
          ]),
      ...others.map(({ column }) => asRaw(column)),
    ],
    rowCount: ids.length,
    lines: Int32Array.from(ids, (_, row) => row + 2),
    quarantined: [],
    notes: [...accounts.notes, asOfNote(outcomes, { decidedAt, asOf })],
  };
  return {
    raw,
    known: new Map(
      others.flatMap(({ column, attribute, isAsOf, now }) =>
        attribute === null
          ? []
          : [[column.name, { column, attribute, isAsOf, ...(now === undefined ? {} : { now }) }] as const],
      ),
    ),
    snapshots,
    groups,
    cautions: accounts.cautions,
    roles: { id, ...outcomeRole(source, value), ...(hasTimes ? { time } : {}) },
    ...(source === null || source.kind === 'column' ? {} : { from: source.kind }),
    ...(source?.kind === 'column' && source.time !== undefined ? { at: source.time } : {}),
  };
}

/** The column that says what became of each account. */
export function outcomeColumn(source: WorkspaceAccounts['source']): string {
  return source?.kind === 'column' ? source.column : accountRoles[1];
}

function outcomeRole(source: WorkspaceAccounts['source'], value: string | undefined): { outcome?: string } {
  if (source === null) return {};
  const name = outcomeColumn(source);
  if (source.kind !== 'column') return { outcome: `${name}=${source.kind === 'deals' ? 'won' : 'kept'}` };
  if (value === undefined) return { outcome: name };
  return { outcome: value.startsWith('>=') ? `${name}${value}` : `${name}=${value}` };
}

function asOfNote(
  outcomes: readonly (string | null)[],
  { decidedAt, asOf }: { decidedAt: Float64Array; asOf: number },
): string {
  const decided = outcomes.filter((found) => found !== null).length;
  const dated = outcomes.filter((found, at) => found !== null && Number.isFinite(decidedAt[at])).length;
  const day = new Date(asOf).toISOString().slice(0, 10);
  const isWholeDay = asOf % 86_400_000 === 0;
  const later = `nothing that is dated ${isWholeDay ? 'then or later' : 'later'} counts.`;
  const counts = `as of ${isWholeDay ? '' : 'the newest moment in the data, '}${day}: ${later}`;
  if (decided > 0 && dated === 0)
    return `${decided} of ${outcomes.length} accounts were decided, nobody knows when: they are as they stood at the import.`;
  if (decided === 0) return `All accounts are ${counts}`;
  const others = dated === outcomes.length ? '.' : `; the others are ${counts}`;
  return `${dated} of ${outcomes.length} accounts were decided, and are as of their decision${others}`;
}

function asRaw(column: Column): RawColumn {
  if (column.type === 'number' || column.type === 'date' || column.type === 'text') return column;
  if (column.type === 'category') return { ...column, type: 'text' };
  return textColumn(
    column.name,
    Array.from(column.missing, (_, row) => writeCell(column, row)),
  );
}

import { AssayError } from '../errors.js';
import { type Amounts, readAmounts } from '../intake/read-amounts.js';
import { type ReadDurations, readDurations } from '../intake/read-durations.js';
import type { ReadOptions } from '../intake/read-file.js';
import { type Outcome, readOutcome } from '../intake/read-outcome.js';
import type { CodedTable } from '../learn/grid.js';
import type { Attribute } from '../model/attribute.js';
import type { AttributeWish } from '../model/attribute-wish.js';
import type { Durations } from '../model/duration.js';
import type { LeakFinding } from '../model/leak.js';
import type { Best, Provenance, SetAside } from '../model/profile.js';
import { shellWord } from '../model/shell-word.js';
import type { Column, RawTable, Table } from '../model/table.js';
import { takeRows } from '../model/take-rows.js';
import type { AccountDates } from '../validate/audit/find-dates.js';
import { type AccountsInput, type AccountsSource, sourceName } from './accounts-input.js';
import { auditAccounts } from './audit-accounts.js';
import { chooseRows } from './choose-rows.js';
import { duplicatesOf } from './duplicates-of.js';
import { joinGroups, valueGroups } from './holdout-groups.js';
import { judgeColumns } from './judge-columns.js';
import { codeAccounts } from './learn-part.js';
import { leaveYoung } from './leave-young.js';
import { type MeasuredProxy, measureProxies } from './measure-proxies.js';
import type { ProgressOptions } from './progress.js';
import { readSample } from './read-sample.js';
import { readTimes } from './read-times.js';
import { refuseMixedCurrencies } from './refuse-mixed-currencies.js';
import { resolveColumn, resolveColumns } from './resolve-columns.js';
import { rowKeys } from './row-keys.js';
import type { SelectionOptions } from './selection-options.js';
import { senseColumns } from './sense-columns.js';
import { keptSensitive, undatedCaution } from './sensitive-cautions.js';
import { setAsideRows } from './set-aside-rows.js';
import { splitOutcome } from './split-outcome.js';
import {
  describeTimeColumns,
  findTimed,
  resolveTime,
  type TimeAsked,
  type TimeRoles,
  timeColumns,
} from './time-request.js';
import { typeInput } from './type-input.js';
import type { ValueOutcome } from './value-outcome.js';
import { type ColumnWish, notesOnWishes, wishesOf, withWishes } from './wishes-of.js';

export interface PrepareOptions extends ProgressOptions, SelectionOptions {
  /**
   * `COLUMN`, `COLUMN=VALUE`, `COLUMN>=NUMBER` or `COLUMN=top25%`; of a workspace also `deals` or `subscriptions`, and
   * that unless told.
   */
  readonly outcome?: string;
  /** `amount`: the outcome is a column of amounts, and how much an account comes to is learnt. Unless told, yes or no. */
  readonly target?: 'amount' | 'time';
  /** Of the target `time`: which columns say how long, and whether the end came. */
  readonly survival?: TimeAsked;
  /** Of a file: an outcome that is computed. */
  readonly value?: ValueOutcome | undefined;
  /** The column that says what each account is worth, by which segments are valued; it is not learnt from. */
  readonly valueColumn?: string;
  readonly id?: string;
  readonly time?: string;
  /** Only accounts decided at or after / before this time: a date, or a number in the unit of the time column. */
  readonly since?: string;
  readonly until?: string;
  /** Accounts with one value in this column are held out together, or not at all. */
  readonly holdoutBy?: string;
  /** Columns to leave out; each a name or a list of names separated by commas. */
  readonly exclude?: readonly string[];
  /** Columns to learn from although they look like a leak or are protected. */
  readonly keep?: readonly string[];
  /** Attributes of a profile whose cuts, groups and directions are to be kept. */
  readonly like?: readonly Attribute[];
  /** Cuts, groups and directions besides, by column. */
  readonly wishes?: readonly ColumnWish[];
  readonly reader?: ReadOptions;
}

/** Accounts that can be learnt from: one row each, the outcome known, only columns that were known before it. */
export interface PreparedAccounts {
  readonly raw: RawTable;
  /** The inputs, as a profile cites them. */
  readonly snapshots: Provenance['snapshots'];
  readonly best: Best;
  readonly columns: readonly Column[];
  readonly attributes: readonly Attribute[];
  /** Own cuts, groups and directions, by attribute. */
  readonly wishes: ReadonlyMap<string, AttributeWish>;
  readonly labels: Uint8Array;
  /** What each account came to; null where the outcome is yes or no. Labels are then 1 where it came to anything. */
  readonly amounts: Float64Array | null;
  /** What each account is worth, NaN where not known; null where no column says it. Of amounts, the amounts. */
  readonly values: Float64Array | null;
  /** How long each account was watched; null where the outcome is another. Labels are then 1 where its end came. */
  readonly watched: Durations | null;
  readonly valueColumn: string | undefined;
  readonly rowCount: number;
  /** Where they stand in `raw`. */
  readonly rows: Int32Array;
  /** Every column of the input, and the outcome of every row: 255 where it is not known. */
  readonly allColumns: readonly Column[];
  readonly allLabels: Uint8Array;
  /** When accounts were created and decided, of every row; null where nothing says it. */
  readonly dates: AccountDates | null;
  /** The same accounts and columns in the codes of their grids. */
  readonly coded: CodedTable;
  /** Rows of one group are never split between learning and proof. */
  readonly groups: Int32Array;
  /** What a row is hashed by: its id, else its own content. */
  readonly keys: (row: number) => string;
  readonly time: Float64Array | null;
  readonly idColumn: string | undefined;
  readonly timeColumn: string | undefined;
  readonly setAside: readonly SetAside[];
  readonly notes: readonly string[];
  /** Attributes that tell in part what was set aside because people are protected by it. */
  readonly proxies: readonly MeasuredProxy[];
  /** What may know the outcome, whether it is used or not. */
  readonly leaks: readonly LeakFinding[];
  /** Codes of all that was audited, set aside or not. */
  readonly audited: CodedTable;
  /** What a reader of the profile must know besides. */
  readonly cautions: readonly string[];
}

/**
 * Reads a file and decides what can be learnt from; everything that is set aside is said, with its reason.
 * @throws AssayError as reading does, COLUMN_UNKNOWN and OUTCOME_AMBIGUOUS.
 */
export async function prepareAccounts(source: AccountsSource, options: PrepareOptions): Promise<PreparedAccounts> {
  options.onProgress?.(`reading ${sourceName(source)}`);
  const input = await readSample(source, options);
  const { raw, known } = input;
  const roles = resolveRoles(input, options);

  options.onProgress?.('deciding what each column is');
  const { table, findings } = typeInput(input);
  const outcome = readAsked(input, { table, roles, target: options.target });
  const foundId = findings.find((finding) => finding.key === 'id' && finding.name !== roles.outcome)?.name;
  const idColumn = roles.id ?? foundId;
  const duplicates = duplicatesOf(input, { id: idColumn, findings });
  const decided = chooseRows({
    labels: outcome.labels,
    drop: duplicates.drop,
    table,
    window: { time: roles.time, since: options.since, until: options.until },
  });
  const old = leaveYoung(decided, {
    columns: table.columns,
    labels: outcome.labels,
    time: roles.time,
    created: options.created,
    mature: options.mature,
  });
  const { rows, dates } = old;
  const labels = Uint8Array.from(rows, (row) => outcome.labels[row]);
  const amounts = 'amounts' in outcome ? Float64Array.from(rows, (row) => outcome.amounts[row]) : null;

  const watched =
    'durations' in outcome
      ? { durations: Float64Array.from(rows, (row) => outcome.durations[row]), events: labels }
      : null;

  const valued = readValueColumn(raw, roles.valueColumn);
  const values = valued === null ? amounts : Float64Array.from(rows, (row) => valued.amounts[row]);

  const sensitive = senseColumns(input, findings);
  const untold = [roles.outcome, idColumn, roles.time, roles.valueColumn, ...roles.durations];
  const parts = new Set(untold.filter((name) => name !== undefined));
  const judged = judgeColumns({ table, findings, sensitive, known }, { ...roles, roles: parts });
  const names = new Set(judged.attributes.map((attribute) => attribute.name));
  const learnable = table.columns
    .filter((column) => names.has(column.name))
    .map((column) => (rows.length === raw.rowCount ? column : takeRows(column, rows)));

  options.onProgress?.('looking for columns that know the outcome');
  const wishes = wishesOf(options.like ?? [], roles.wishes);
  const coded = codeAccounts({ columns: learnable, rowCount: rows.length, wishes });
  const audited = { raw, table, rows, columns: learnable, coded, labels, amounts, watched };
  const leaks = auditAccounts(
    {
      ...audited,
      outcome: roles.outcome,
      duration: roles.durations[0] ?? '',
      id: idColumn,
      time: roles.time,
      parts: new Set([...parts, ...roles.exclude]),
      isAsOf: (name) => known.get(name)?.isAsOf === true,
      isInFileOrder: typeof source === 'string',
      nowOf: (name) => known.get(name)?.now,
    },
    roles.keep,
  );
  const refused = leaks.filter(({ use }) => use === 'set aside');
  const isRefused = (name: string) => refused.some((leak) => leak.attribute === name);
  const attributes = withWishes(
    judged.attributes.filter((attribute) => !isRefused(attribute.name)),
    wishes,
  );
  const isProtected = (name: string) =>
    !names.has(name) && /^(protected|special)$/.test(sensitive.get(name)?.sensitivity ?? '');
  const apart = table.columns
    .filter(({ name }) => isProtected(name) && name !== roles.outcome)
    .map((column) => asNumbers(takeRows(column, rows)));
  return {
    raw,
    snapshots: input.snapshots,
    best: {
      ...outcome.best,
      ...partOf(input),
      ...(options.value?.definition === undefined ? {} : { value: options.value.definition }),
      ...(options.value?.description === undefined ? {} : { description: options.value.description }),
    },
    columns: learnable.filter((column) => !isRefused(column.name)),
    attributes,
    wishes,
    labels,
    amounts,
    values,
    watched,
    valueColumn: roles.valueColumn,
    rowCount: rows.length,
    rows,
    allColumns: table.columns,
    allLabels: outcome.labels,
    dates,
    coded: withoutAttributes(coded, isRefused),
    leaks,
    audited: coded,
    groups: joinGroups(
      rows.map((row) => duplicates.groups[row]),
      roles.holdoutBy === undefined ? null : valueGroups(rawColumn(raw, roles.holdoutBy), rows),
    ),
    keys: rowKeys(raw, { rows, idColumn }),
    time: roles.time === undefined ? null : readTimes(table, { column: roles.time, rows, file: raw.source }),
    idColumn,
    timeColumn: roles.time,
    setAside: [
      ...describeRoles({ id: idColumn, time: roles.time, valueColumn: roles.valueColumn }),
      ...(roles.timed === null ? [] : describeTimeColumns(roles.timed.request)),
      ...judged.setAside,
      ...refused.map(({ attribute, detail }) => ({ what: attribute, reason: 'suspected leak', detail }) as const),
      ...setAsideRows({ raw, duplicates, labels: outcome.labels, outcome: roles.outcome }),
      ...old.setAside,
    ],
    notes: [
      ...raw.notes,
      ...outcome.notes,
      ...(valued?.notes ?? []),
      ...duplicates.notes,
      ...notesOnWishes(wishes, learnable),
    ],
    proxies: measureProxies(coded, codeAccounts({ columns: apart, rowCount: rows.length })),
    cautions: [...input.cautions, ...keptSensitive(attributes), ...undatedCaution(attributes, known)],
  };
}

/** Dates of birth as numbers; they are cut into bins like any other. */
function asNumbers(column: Column): Column {
  return column.type === 'date' ? { type: 'number', name: column.name, values: column.values, whole: false } : column;
}

function partOf({ from, at }: AccountsInput): Pick<Best, 'from' | 'at'> {
  return { ...(from === undefined ? {} : { from }), ...(at === undefined ? {} : { at }) };
}

function resolveRoles({ raw, roles }: AccountsInput, options: PrepareOptions) {
  const names = raw.columns.map((column) => column.name);
  const source = (option: string) => ({ names, file: raw.source, option });
  const timed = resolveTimed(options, { source, isFile: roles.outcome === undefined });
  const typed = timed?.outcome ?? roles.outcome ?? options.outcome;
  if (typed === undefined) throw new AssayError('USAGE', noOutcomeNamed(raw.source));
  const { column: outcome, value } = splitOutcome(typed, source('--outcome'));
  const isOfWorkspace = roles.id !== undefined;
  return {
    outcome,
    value,
    timed,
    durations: timed === null ? [] : timeColumns(timed.request),
    id: options.id === undefined ? roles.id : resolveColumn(options.id, source('--id')),
    time: isOfWorkspace || options.time === undefined ? roles.time : resolveColumn(options.time, source('--time')),
    holdoutBy: options.holdoutBy === undefined ? undefined : resolveColumn(options.holdoutBy, source('--holdout-by')),
    valueColumn:
      options.valueColumn === undefined ? undefined : resolveColumn(options.valueColumn, source('--value-column')),
    exclude: new Set([...resolveColumns(options.exclude ?? [], source('--exclude')), ...(options.value?.uses ?? [])]),
    keep: new Set(resolveColumns(options.keep ?? [], source('--keep'))),
    wishes: (options.wishes ?? []).map(({ column, wish }) => ({
      column: resolveColumn(column, source(optionOf(wish))),
      wish,
    })),
  };
}

function resolveTimed(
  { target, survival = {} }: PrepareOptions,
  { source, isFile }: { source: Parameters<typeof resolveTime>[1]; isFile: boolean },
): TimeRoles | null {
  if (target !== 'time') return null;
  if (isFile) return resolveTime(survival, source);
  throw new AssayError('USAGE', {
    detail: '--target time reads a file, and a workspace says itself what decides its accounts.',
    hint: 'Write the accounts with assay accounts -o accounts.csv and learn from that file.',
  });
}

function readValueColumn(raw: RawTable, name: string | undefined): Amounts | null {
  if (name === undefined) return null;
  try {
    return readAmounts(rawColumn(raw, name), { file: raw.source });
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    throw new AssayError('USAGE', {
      detail: `--value-column ${name}: that is no column of amounts from 0 up.`,
      hint: 'Name a column that says in numbers what each account is worth, e.g. --value-column revenue.',
      place: { file: raw.source },
    });
  }
}

function optionOf({ cuts, groups }: AttributeWish): string {
  return cuts !== undefined ? '--cuts' : groups !== undefined ? '--group' : '--monotone';
}

/** The outcome, the amounts or the durations that are asked for. */
function readAsked(
  { raw }: AccountsInput,
  { table, roles, target }: { table: Table; roles: Roles; target: PrepareOptions['target'] },
): Outcome | Amounts | ReadDurations {
  const { outcome, value, timed } = roles;
  if (target === 'amount') refuseMixedCurrencies(raw, { amount: outcome, exclude: roles.exclude });
  if (timed === null) return readTarget(rawColumn(raw, outcome), { target, value, file: raw.source });
  return readDurations(timed.request, { find: findTimed(raw, table), file: raw.source });
}

type Roles = ReturnType<typeof resolveRoles>;

function readTarget(
  column: RawTable['columns'][number],
  { target, value, file }: { target: PrepareOptions['target']; value: string | undefined; file: string },
): Outcome | Amounts {
  if (target === undefined) return readOutcome(column, { value, file });
  if (value === undefined) return readAmounts(column, { file });
  throw new AssayError('USAGE', {
    detail: `--target amount learns the amount itself, and ${JSON.stringify(value)} asks for yes or no.`,
    hint: `Name the column of amounts alone: --outcome ${shellWord(column.name)} --target amount`,
  });
}

function noOutcomeNamed(file: string) {
  return {
    detail: 'What "best" means is not said.',
    hint: `Name the column that says what became of each account: assay learn ${shellWord(file)} --outcome COLUMN=VALUE`,
  };
}

function withoutAttributes({ grids, codes, rowCount }: CodedTable, isLeftOut: (name: string) => boolean): CodedTable {
  const isKept = (_: unknown, grid: number) => !isLeftOut(grids[grid].attribute);
  return { grids: grids.filter(isKept), codes: codes.filter(isKept), rowCount };
}

function describeRoles({
  id,
  time,
  valueColumn,
}: Record<'id' | 'time' | 'valueColumn', string | undefined>): SetAside[] {
  const roles: SetAside[] = [];
  if (valueColumn !== undefined) {
    roles.push({ what: valueColumn, reason: 'excluded', detail: 'says what accounts are worth' });
  }
  if (id !== undefined) roles.push({ what: id, reason: 'identifier', detail: 'names the accounts' });
  if (time !== undefined) roles.push({ what: time, reason: 'date', detail: 'says when each account was decided' });
  return roles;
}

function rawColumn(raw: RawTable, name: string) {
  return raw.columns[raw.columns.findIndex((column) => column.name === name)];
}

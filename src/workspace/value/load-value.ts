import { readFile as readText } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AssayError } from '../../errors.js';
import { assignTypes } from '../../intake/assign-types.js';
import { applyMapping } from '../../intake/mapping/apply-mapping.js';
import type { ReadOptions } from '../../intake/read-file.js';
import { weighOnce } from '../../intake/typing/cells.js';
import type { ValueDefinition } from '../../model/value-definition.js';
import { parseValue } from '../../profile/parse-value.js';
import { openWorkspace } from '../../store/open-workspace.js';
import { type DateOrder, readMoments } from '../../value/read-moments.js';
import type { AccountsSource, WorkspaceSource } from '../accounts-input.js';
import { readCurrentTables } from '../current-tables.js';
import { checkColumns, checkFits, checkRates } from './check-asked.js';
import { placeAttributes } from './place-attributes.js';
import { type ValueBase, valueBase } from './value-base.js';
import type { ValueColumns } from './value-columns.js';
import { readValueTable, type ValueTable } from './value-table.js';

export interface LoadOptions {
  readonly reader?: ReadOptions;
  readonly columns?: ValueColumns;
  /** File of a value definition, or the definition itself. */
  readonly define?: string | ValueDefinition;
  /** Where tables that a definition names are looked for; beside its file where it is one. */
  readonly folder?: string;
  /** A file with attributes of the accounts, a row each. */
  readonly attributes?: string;
  readonly currency?: string;
  readonly rates?: Readonly<Record<string, number>>;
  /** What comes first in dates that can be read in several ways. */
  readonly dateOrder?: DateOrder;
  /** The last day that counts, `2024-06-30`. */
  readonly asOf?: string;
}

/** All that value is measured from. */
export interface ValueData {
  readonly main: ValueTable;
  readonly others: readonly ValueTable[];
  readonly base: ValueBase;
  readonly definition: ValueDefinition | null;
  /** Attributes of accounts, where they are not in the table itself. */
  readonly attributes: { readonly table: ValueTable; readonly accountOf: Int32Array; readonly path: string } | null;
  /** Where accounts can be learnt from: a file with a row an account. */
  readonly accountsFile: string | null;
  readonly folder: string;
  /** The moment after the last that counts, in ms; NaN where nothing is dated. */
  readonly until: number;
}

/** @throws AssayError as reading does; VALUE_INVALID; USAGE. */
export async function loadValue(source: AccountsSource, options: LoadOptions): Promise<ValueData> {
  const { reader = {}, columns = {}, define, attributes: attributesFile, dateOrder } = options;
  const definition = define === undefined ? null : await readDefinition(define);
  const folder = options.folder ?? (typeof define === 'string' ? dirname(define) : '.');
  const until = untilOf(options.asOf ?? definition?.asOf);
  const { main, others } =
    typeof source === 'string'
      ? {
          main: await readValueTable(source, { reader, columns, dateOrder }),
          others: await readOthers(definition, { source, folder, dateOrder }),
        }
      : await readWorkspace(source);
  checkFits(main, columns);
  const base = valueBase(main, {
    columns,
    currency: options.currency ?? definition?.currency,
    rates: { ...definition?.rates, ...options.rates },
    until,
    isDefined: definition !== null,
  });
  checkColumns(main, { base, columns });
  if (definition === null)
    checkRates(options.rates ?? {}, { file: main.name, currency: base.currency, found: base.currencies });
  const merged =
    definition === null
      ? null
      : {
          ...definition,
          rates: { ...definition.rates, ...options.rates },
          ...(options.currency === undefined ? {} : { currency: options.currency }),
        };
  const table =
    attributesFile !== undefined
      ? await readValueTable(attributesFile, { reader, dateOrder })
      : base.kind === 'purchases'
        ? (others.find(({ applied }) => applied.entity === 'account' && applied.mapping.use === 'rows') ?? null)
        : null;
  const attributes =
    table === null
      ? null
      : {
          table,
          accountOf: placeAttributes(table, { accounts: base.accounts, key: base.columns.account }),
          path: attributesFile ?? join(folder, table.name),
        };
  const ownRows = base.kind !== 'purchases' && typeof source === 'string' && main.applied.entity !== 'subscription';
  return {
    main,
    others,
    base,
    definition: merged,
    attributes,
    accountsFile: ownRows ? source : typeof source === 'string' ? (attributes?.path ?? null) : null,
    folder,
    until: until ?? (Number.isFinite(base.until) ? base.until : lastOf([main, ...others])),
  };
}

/** Just after the newest moment in any of the tables; NaN where nothing is dated. */
function lastOf(tables: readonly ValueTable[]): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const { applied } of tables)
    for (const column of applied.columns)
      if (column.type === 'date' && /At$/.test(column.name))
        for (const moment of column.values) if (moment > last) last = moment;
  return Number.isFinite(last) ? last + 1 : Number.NaN;
}

/** @throws AssayError FILE_NOT_FOUND, VALUE_INVALID. */
export async function readDefinition(define: string | ValueDefinition): Promise<ValueDefinition> {
  if (typeof define !== 'string') return define;
  let text: string;
  try {
    text = await readText(define, 'utf8');
  } catch (cause) {
    throw new AssayError('FILE_NOT_FOUND', {
      detail: `${define} cannot be read.`,
      hint: 'Give the path of a value definition, e.g. value.yaml.',
      place: { file: define },
      cause,
    });
  }
  return parseValue(text, { file: define });
}

async function readOthers(
  definition: ValueDefinition | null,
  { source, folder, dateOrder }: { source: string; folder: string; dateOrder: DateOrder | undefined },
): Promise<ValueTable[]> {
  const names = new Set(definition?.components.map(({ table }) => table).filter((name) => name !== undefined) ?? []);
  const tables: ValueTable[] = [];
  for (const name of names) {
    const path = resolve(folder, name);
    if (path === resolve(source) || name === basename(source)) continue;
    tables.push({ ...(await readValueTable(path, { dateOrder })), name });
  }
  return tables;
}

/** What is sold tells most of value: payments before contracts before won deals before what accounts say of themselves. */
const order = ['payment', 'subscription', 'deal', 'account'];

async function readWorkspace({
  workspace: folder,
  now,
}: WorkspaceSource): Promise<{ main: ValueTable; others: ValueTable[] }> {
  const workspace = await openWorkspace(folder, { now, access: 'read' });
  try {
    const current = await readCurrentTables(workspace, { want: ({ mapping }) => mapping.use === 'rows' });
    const tables = current.map(({ raw: read, file }): ValueTable => {
      const raw = weighOnce(read);
      return { name: raw.source, raw, typed: assignTypes(raw), ...readMoments(raw, applyMapping(raw, file.mapping)) };
    });
    const has = ({ applied }: ValueTable, ...names: string[]) =>
      names.every((name) => applied.columns.some((column) => column.name === name));
    const isFit = (table: ValueTable) => table.applied.entity === 'account' || has(table, 'account', 'amount');
    const main = order
      .flatMap((entity) => tables.filter((table) => table.applied.entity === entity && isFit(table)))
      .at(0);
    if (main === undefined)
      throw new AssayError('USAGE', {
        detail: `${folder} has no payments, subscriptions, deals or accounts with amounts.`,
        hint: 'Import some; `assay data` lists what is there.',
        place: { file: folder },
      });
    return { main, others: tables.filter((table) => table !== main) };
  } finally {
    await workspace.close();
  }
}

function untilOf(day: string | undefined): number | undefined {
  if (day === undefined) return undefined;
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  if (!Number.isNaN(moment)) return moment + 86_400_000;
  throw new AssayError('USAGE', { detail: `${day} is no day.`, hint: 'Give the last day that counts: 2024-06-30.' });
}

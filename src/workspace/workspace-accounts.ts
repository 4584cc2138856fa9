import { AssayError } from '../errors.js';
import { type AppliedMapping, applyMapping } from '../intake/mapping/apply-mapping.js';
import { pluralOf } from '../intake/relate/entity-words.js';
import { isStageList, readStages } from '../intake/relate/told-endings.js';
import type { Provenance } from '../model/profile.js';
import type { Recipe } from '../model/recipe.js';
import type { ImportedFile } from '../store/import-entry.js';
import { readMergeDecisions } from '../store/merge-decisions.js';
import { openWorkspace } from '../store/open-workspace.js';
import { accountNames } from './account-columns.js';
import { readCurrentTables } from './current-tables.js';
import type { OutcomeSource } from './decide-accounts.js';
import { importsAsOf } from './imports-as-of.js';
import { type JoinedAccounts, joinAccounts } from './join-accounts.js';
import { splitOutcome } from './split-outcome.js';
import { outcomeHint } from './suggest-outcomes.js';

export interface WorkspaceAccountsOptions {
  readonly now: () => Date;
  /**
   * What decides accounts: `deals`, `subscriptions`, or a column of theirs with or without its value; unless told, deals
   * where there are any, else subscriptions. Null: accounts are not decided but all looked at as of one moment.
   */
  readonly outcome?: string | null;
  /** Of an outcome that is a column: the date of the accounts that says when they were decided. */
  readonly time?: string;
  /** Nothing at or after this day is known; unless told, all is up to the newest moment in the data. */
  readonly asOf?: string;
  readonly recipes?: readonly Recipe[];
  /** Accounts are to be scored: nothing needs to decide them, and those that are watched are as of the end. */
  readonly isScored?: boolean;
  /** Accounts are to be looked at: where nothing decides them, all are as of one moment. */
  readonly isLookedAt?: boolean;
}

export interface WorkspaceAccounts extends JoinedAccounts {
  /** The workspace, for messages. */
  readonly folder: string;
  readonly source: OutcomeSource | null;
  /** Of an outcome that is a column: the value that was named with it. */
  readonly value: string | undefined;
  /** The tables that were read. */
  readonly snapshots: Provenance['snapshots'];
}

/**
 * The accounts of a workspace, made of all of its current tables, as of the decision of each or of one moment.
 * @throws AssayError USAGE where there are no accounts or nothing that decides them; COLUMN_UNKNOWN;
 *   WORKSPACE_UNKNOWN, WORKSPACE_DAMAGED.
 */
export async function workspaceAccounts(folder: string, options: WorkspaceAccountsOptions): Promise<WorkspaceAccounts> {
  const workspace = await openWorkspace(folder, { now: options.now, access: 'read' });
  try {
    const states = options.asOf === undefined ? null : await importsAsOf(workspace, readDay(options.asOf));
    const current = await readCurrentTables(workspace, {
      want: isWanted,
      ...(states === null ? {} : { files: states.files }),
    });
    const tables = current.filter(({ file }) => file.mapping.use !== 'unused');
    const applied = tables.map(({ raw, file }) => applyMapping(raw, file.mapping));
    const endings = readStages(current.filter(({ file }) => file.mapping.use === 'unused').map(({ raw }) => raw));
    if (!applied.some(isAccounts)) throw lacks(folder, 'table of accounts');
    const { source, value } = readSource(applied, { ...options, folder });
    const undecided = source === null && options.outcome === undefined ? [whatDecides(applied)] : [];
    const importedAt = Math.max(0, ...current.map(({ file }) => Date.parse(file.manifest.importedAt)));
    const asOf = options.asOf === undefined ? lastMoment(applied, importedAt) : readDay(options.asOf);
    const recipes = options.recipes === undefined ? {} : { recipes: options.recipes };
    const joined = joinAccounts(applied, {
      outcome: source,
      asOf,
      endings,
      decisions: await readMergeDecisions(workspace),
      isScored: options.isScored === true,
      ...recipes,
    });
    if (source !== null && options.isScored !== true && options.isLookedAt !== true)
      checkDecided(joined, { folder, source, accounts: applied.filter(isAccounts) });
    const notes = [
      ...(states?.notes ?? []),
      ...(options.isLookedAt === true ? undecided : []),
      ...joined.notes,
      ...oneSided(joined.outcomes, { source, accounts: applied.filter(isAccounts) }),
    ];
    return {
      ...joined,
      notes,
      folder,
      source,
      value,
      snapshots: current.map(({ file: { manifest } }) => ({
        source: manifest.source.name,
        sha256: manifest.hash,
        rows: manifest.accepted,
      })),
    };
  } finally {
    await workspace.close();
  }
}

/** Tables that say something; of the others only lists of stages, which tell how deals ended. */
function isWanted({ mapping, manifest }: ImportedFile): boolean {
  if (mapping.use !== 'unused') return true;
  const columns = manifest.columns.map(({ name }) => name);
  return isStageList({ name: manifest.source.name, columns, rows: manifest.accepted });
}

function isAccounts({ entity, mapping }: AppliedMapping): boolean {
  return entity === 'account' && mapping.use === 'rows';
}

function readSource(
  tables: readonly AppliedMapping[],
  {
    outcome,
    time,
    isScored,
    isLookedAt,
    folder,
  }: Pick<WorkspaceAccountsOptions, 'outcome' | 'time' | 'isScored' | 'isLookedAt'> & { folder: string },
): { source: OutcomeSource | null; value: string | undefined } {
  if (outcome === null) return { source: null, value: undefined };
  const has = (entity: string) => tables.some((table) => table.entity === entity && table.mapping.use === 'rows');
  const names = accountNames({ tables: tables.filter(isAccounts) });
  const kind = outcome ?? (has('deal') ? 'deals' : has('subscription') ? 'subscriptions' : undefined);
  const isThere = kind === 'deals' ? has('deal') : kind === 'subscriptions' ? has('subscription') : false;
  if (isScored === true && !isThere && !names.includes(kind ?? '')) return { source: null, value: undefined };
  if (kind === undefined) {
    if (isLookedAt === true) return { source: null, value: undefined };
    throw new AssayError('USAGE', {
      detail: `${folder} has no table of deals or of subscriptions that would decide the accounts.`,
      hint: whatDecides(tables),
      place: { file: folder },
    });
  }
  if ((kind === 'deals' || kind === 'subscriptions') && !names.includes(kind)) {
    if (!isThere) throw lacks(folder, `table of ${kind}`);
    return { source: { kind }, value: undefined };
  }
  const { column, value } = splitOutcome(kind, { names, file: folder, option: '--outcome' });
  return { source: { kind: 'column', column, ...(time === undefined ? {} : { time }) }, value };
}

const namedColumns = 8;

/** What can be done where no deals and no subscriptions decide accounts. */
function whatDecides(tables: readonly AppliedMapping[]): string {
  const accounts = tables.filter(isAccounts);
  const names = accountNames({ tables: accounts });
  const more = names.length > namedColumns ? ` and ${names.length - namedColumns} more` : '';
  const columns = names.slice(0, namedColumns).join(', ');
  const suggested = outcomeHint(accounts);
  const others = new Set(tables.flatMap(({ entity, mapping }) => (mapping.use === 'rows' ? entity : [])));
  const related = [...others].filter((entity) => entity !== 'account').map(pluralOf);
  return [
    'Nothing decides the accounts: there are no deals and no subscriptions.',
    suggested === ''
      ? `Learn by a column of theirs, --outcome COLUMN=VALUE or --outcome 'COLUMN>=NUMBER' (${columns}${more}), or import deals or subscriptions.`
      : `${suggested} Any other column will do: --outcome COLUMN=VALUE or --outcome 'COLUMN>=NUMBER'.`,
    ...(related.length === 0
      ? []
      : [
          `From ${related.join(', ')} attributes are derived; without --time, or a date beside the column, nothing says up to when.`,
        ]),
  ].join(' ');
}

/** @throws AssayError NO_RECORDS where nothing is decided, saying what was looked at. */
function checkDecided(
  { outcomes, notes }: JoinedAccounts,
  { folder, source, accounts }: { folder: string; source: OutcomeSource; accounts: readonly AppliedMapping[] },
): void {
  if (outcomes.some((found) => found !== null)) return;
  const what = source.kind === 'column' ? source.column : source.kind;
  const joins = notes.filter(
    (note) => note.includes(`${what} belong to no known`) || / ran \d+ days before/.test(note),
  );
  throw new AssayError('NO_RECORDS', {
    detail: [`By ${what} none of the ${outcomes.length} accounts of ${folder} is decided.`, ...joins].join(' '),
    hint: [
      ...(source.kind === 'column'
        ? ['Name a column that is filled.']
        : ['Import the accounts that they name, or the table that says which account each belongs to.']),
      outcomeHint(accounts),
    ]
      .join(' ')
      .trim(),
    place: { file: folder },
  });
}

/** Where all accounts ended in the same way nothing can be told from anything: what else may say it. */
function oneSided(
  outcomes: readonly (string | null)[],
  { source, accounts }: { source: OutcomeSource | null; accounts: readonly AppliedMapping[] },
): string[] {
  if (source === null || source.kind === 'column') return [];
  const found = new Set(outcomes.filter((outcome) => outcome !== null));
  const hint = outcomeHint(accounts);
  if (found.size !== 1 || hint === '') return [];
  return [`By their ${source.kind} all accounts that are decided are ${[...found][0]}. ${hint}`];
}

/** The newest moment in the data that is not in the future of their import: data may be old. */
function lastMoment(tables: readonly AppliedMapping[], importedAt: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const { columns } of tables) {
    for (const column of columns) {
      if (column.type !== 'date') continue;
      for (const value of column.values) if (value <= importedAt && value > last) last = value;
    }
  }
  // Just after it: what happened then is known.
  return last === Number.NEGATIVE_INFINITY ? importedAt : last + 1;
}

function readDay(text: string): number {
  const moment = /^\d{4}-\d{2}(-\d{2}(T.*)?)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new AssayError('USAGE', { detail: `--as-of ${text} is no day.`, hint: 'Give e.g. --as-of 2024-07-01.' });
}

function lacks(folder: string, what: string): AssayError {
  return new AssayError('USAGE', {
    detail: `${folder} has no ${what}.`,
    hint: 'Import one, or say in mapping.yaml what the tables are; `assay data` lists them.',
    place: { file: folder },
  });
}

import { AssayError } from '../errors.js';
import { type AppliedMapping, applyMapping } from '../intake/mapping/apply-mapping.js';
import { fillAccounts } from '../intake/mapping/fill-accounts.js';
import { accountDealOutcomes } from '../intake/relate/account-outcomes.js';
import { dealOutcomes } from '../intake/relate/deal-outcomes.js';
import { deriveAttributes } from '../intake/relate/derive-attributes.js';
import type { RelatedTable } from '../intake/relate/mapped-table.js';
import { proposeRecipes } from '../intake/relate/propose-recipes.js';
import { subscriptionOutcomes } from '../intake/relate/subscription-outcomes.js';
import { joinContacts } from '../intake/resolve/join-contacts.js';
import type { Column } from '../model/table.js';
import { openWorkspace } from '../store/open-workspace.js';
import { accountColumns } from './account-columns.js';
import { readCurrentTables } from './current-tables.js';
import { resolveApplied } from './resolve-applied.js';

/** One row an account: `id`, `outcome`, `decided_at`, and attributes as of the decision. */
export interface WorkspaceAccounts {
  readonly ids: readonly string[];
  /** Null: nothing to judge by, or too early to say. */
  readonly outcomes: readonly (string | null)[];
  /** In ms; NaN where not decided, -Infinity where nobody knows. */
  readonly decidedAt: Float64Array;
  readonly columns: readonly Column[];
  readonly notes: readonly string[];
}

/**
 * The accounts of a workspace, made of all of its current tables: rows of one account as one, attributes from related
 * tables as of its decision, protected columns left out.
 * @param options `outcome`: what decides an account, its deals or its subscriptions.
 * @throws AssayError USAGE where there are no accounts or nothing that decides them; WORKSPACE_UNKNOWN, WORKSPACE_DAMAGED.
 */
export async function workspaceAccounts(
  folder: string,
  { outcome, now }: { outcome: 'deals' | 'subscriptions'; now: () => Date },
): Promise<WorkspaceAccounts> {
  const workspace = await openWorkspace(folder, { now, access: 'read' });
  try {
    const current = await readCurrentTables(workspace, { want: ({ mapping }) => mapping.use !== 'unused' });
    const importedAt = Math.max(0, ...current.map(({ file }) => Date.parse(file.manifest.importedAt)));
    const tables = fillAccounts(current.map(({ raw, file }) => applyMapping(raw, file.mapping)));
    return join(tables, { outcome, importedAt, folder });
  } finally {
    await workspace.close();
  }
}

function join(
  tables: readonly AppliedMapping[],
  { outcome, importedAt, folder }: { outcome: 'deals' | 'subscriptions'; importedAt: number; folder: string },
): WorkspaceAccounts {
  const accounts = tables.filter(({ entity }) => entity === 'account');
  if (accounts.length === 0) throw lacks(folder, 'table of accounts');
  const resolved = resolveApplied(accounts);
  const rows = [...new Set(resolved.resolution.canonical)].sort((a, b) => a - b);
  const accountAt = new Map(rows.map((row, at) => [row, at]));
  const notes: string[] = [...resolved.resolution.notes];
  const related = tables
    .filter(({ entity }) => entity !== 'account')
    .map((table): RelatedTable => {
      const joined = joinContacts({ rowCount: table.rowCount, ...keysOf(table) }, resolved);
      notes.push(...joined.notes.map((note) => `${table.source}: ${note}`));
      return { table, accountOf: joined.accounts.map((row) => accountAt.get(row) ?? -1) };
    });
  const asOf = lastMoment(tables, importedAt);
  const decided = decide(related, { outcome, accountCount: rows.length, asOf, folder });
  notes.push(...decided.notes);
  const sensitive = new Set(tables.flatMap(sensitiveNames));
  const recipes = proposeRecipes(tables).filter(
    ({ of, where }) => !sensitive.has(of ?? '') && !sensitive.has(where?.column ?? ''),
  );
  const derived = deriveAttributes({
    accounts: { rowCount: rows.length },
    decisionTime: decided.decisionTime,
    tables: related,
    recipes,
    asOf,
  });
  const own = accountColumns(accounts, { resolution: resolved.resolution, rows, leaveOut: sensitive });
  if (sensitive.size > 0)
    notes.push(`Left out, because people must not be scored by them: ${[...sensitive].join(', ')}.`);
  notes.push(
    'Columns of the account files are as they stood at the import; leave out what was written after the decision.',
  );
  return {
    ids: own.ids,
    outcomes: decided.outcomes.map((found) => (found === 'open' || found === 'young' ? null : found)),
    decidedAt: decided.decisionTime,
    columns: [...own.columns, ...derived.columns],
    notes: [...notes, ...derived.notes],
  };
}

function keysOf(table: AppliedMapping) {
  const text = (name: string) => {
    const column = table.columns.find((candidate) => candidate.name === name);
    return column?.type === 'text' ? column : undefined;
  };
  const [account, email] = [text('account'), text('email')];
  return { ...(account === undefined ? {} : { account }), ...(email === undefined ? {} : { email }) };
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
  return last === Number.NEGATIVE_INFINITY ? importedAt : last;
}

function decide(
  related: readonly RelatedTable[],
  about: { outcome: 'deals' | 'subscriptions'; accountCount: number; asOf: number; folder: string },
) {
  const { outcome, accountCount, asOf, folder } = about;
  const wanted = related.filter(({ table }) => table.entity === (outcome === 'deals' ? 'deal' : 'subscription'));
  if (wanted.length === 0) throw lacks(folder, `table of ${outcome}`);
  if (outcome === 'subscriptions') {
    if (wanted.length > 1) throw lacks(folder, 'single table of subscriptions, but several');
    return subscriptionOutcomes(wanted[0], { accountCount, asOf });
  }
  const each = wanted.map(({ table }) => dealOutcomes(table, { asOf }));
  const all = {
    outcomes: each.flatMap(({ outcomes }) => outcomes),
    decidedAt: Float64Array.from(each.flatMap(({ decidedAt }) => [...decidedAt])),
  };
  const accountOf = Int32Array.from(wanted.flatMap((one) => [...one.accountOf]));
  return { ...accountDealOutcomes(all, { accountOf, accountCount }), notes: each.flatMap(({ notes }) => notes) };
}

/** Names, as columns are called here, of what nobody may be scored by, and of what names a person. */
function sensitiveNames({ mapping, attributes }: AppliedMapping): string[] {
  const columns = mapping.columns.filter(({ sensitivity }) => sensitivity !== 'none').map(({ column }) => column);
  return attributes.filter(({ column }) => columns.includes(column)).map(({ name }) => name);
}

function lacks(folder: string, what: string): AssayError {
  return new AssayError('USAGE', {
    detail: `${folder} has no ${what}.`,
    hint: 'Import one, or say in mapping.yaml what the tables are; `assay data` lists them.',
    place: { file: folder },
  });
}

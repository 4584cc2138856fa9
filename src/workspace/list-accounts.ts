import { isBarred } from '../model/sensitivity.js';
import { workspaceInput } from './accounts-input.js';
import { printAccounts } from './print-accounts.js';
import { resolveColumns } from './resolve-columns.js';
import { type WorkspaceAccountsOptions, workspaceAccounts } from './workspace-accounts.js';

/** The table of accounts of a workspace, for people and other programs. */
export interface AccountsList {
  readonly csv: string;
  readonly accounts: number;
  readonly decided: number;
  /** Names of the columns besides id, outcome and moment. */
  readonly columns: readonly string[];
  /** What `assay learn` is told of that table: the outcome, and the column that says when it was decided, if one does. */
  readonly outcome: string;
  readonly time: string | undefined;
  readonly notes: readonly string[];
}

/**
 * Joins the tables of a workspace into one of accounts. Columns by which people must not be scored, and those that name
 * persons, are left out unless `keep` names them.
 * @throws AssayError as `workspaceAccounts` does.
 */
export async function listAccounts(
  folder: string,
  { keep = [], outcome, time, asOf, now }: WorkspaceAccountsOptions & { readonly keep?: readonly string[] },
): Promise<AccountsList> {
  const accounts = await workspaceAccounts(folder, {
    now,
    isLookedAt: true,
    ...(outcome === undefined ? {} : { outcome }),
    ...(time === undefined ? {} : { time }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const { raw, roles } = workspaceInput(accounts);
  const names = raw.columns.map(({ name }) => name);
  const kept = new Set(resolveColumns(keep, { names, file: folder, option: '--keep' }));
  const left = accounts.columns
    .filter(({ attribute, sensitivity }) => isBarred(attribute === null ? sensitivity : attribute.sensitivity))
    .map(({ column }) => column.name)
    .filter((name) => !kept.has(name));
  const columns = accounts.columns.map(({ column }) => column.name).filter((name) => names.includes(name));
  return {
    csv: printAccounts(accounts, { isWanted: (name) => !left.includes(name) }),
    accounts: accounts.ids.length,
    decided: accounts.outcomes.filter((found) => found !== null).length,
    columns: columns.filter((name) => !left.includes(name)),
    outcome: roles.outcome ?? '',
    time: roles.time,
    notes: [
      ...raw.notes,
      ...(left.length === 0
        ? []
        : [`Left out, because people must not be scored by them: ${left.join(', ')}; --keep puts one in.`]),
    ],
  };
}

import { readOutcome } from '../intake/read-outcome.js';
import { findLeaks } from '../learn/find-leaks.js';
import type { SuspectedLeak } from '../model/leak.js';
import { takeRows } from '../model/take-rows.js';
import { type AccountsInput, workspaceInput } from './accounts-input.js';
import { judgeColumns } from './judge-columns.js';
import { codeAccounts } from './learn-part.js';
import { splitOutcome } from './split-outcome.js';
import { typeInput } from './type-input.js';
import type { WorkspaceAccounts } from './workspace-accounts.js';

/** Columns of accounts that may have been written after the outcome, by name; of accounts whose outcome is known. */
export function suspectColumns(accounts: WorkspaceAccounts): Map<string, SuspectedLeak> {
  const input = workspaceInput(accounts);
  const { raw, roles, known } = input;
  if (roles.outcome === undefined) return new Map();
  const { column, value } = outcomeOf(input, roles.outcome);
  const found = raw.columns.find(({ name }) => name === column);
  if (found === undefined) return new Map();
  const { labels } = readOutcome(found, { value });
  const rows = Int32Array.from(labels.keys()).filter((row) => labels[row] !== 255);
  const parts = new Set([column, roles.id ?? '', roles.time ?? '']);
  const nothing = new Set<string>();
  const typed = typeInput(input);
  const { attributes } = judgeColumns(
    { ...typed, known, sensitive: new Map() },
    { roles: parts, exclude: nothing, keep: nothing },
  );
  const names = new Set(attributes.map(({ name }) => name));
  const columns = typed.table.columns.filter(({ name }) => names.has(name)).map((one) => takeRows(one, rows));
  const leaks = findLeaks({
    coded: codeAccounts({ columns, rowCount: rows.length }),
    labels: Uint8Array.from(rows, (row) => labels[row]),
    outcome: column,
    isAsOf: (name) => known.get(name)?.isAsOf === true,
  });
  return new Map(leaks.map((leak) => [leak.attribute, leak]));
}

function outcomeOf({ raw }: AccountsInput, typed: string): { column: string; value?: string } {
  return splitOutcome(typed, { names: raw.columns.map(({ name }) => name), file: raw.source, option: '--outcome' });
}

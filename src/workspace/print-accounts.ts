import { writeCell } from '../intake/relate/write-cell.js';
import { outcomeColumn } from './accounts-input.js';
import { accountRoles } from './join-accounts.js';
import { isFormula } from './print-scores.js';
import type { WorkspaceAccounts } from './workspace-accounts.js';

/**
 * Accounts as CSV (RFC 4180, LF), as `assay learn` reads it; members of sets are apart by `;`, which alone is the empty set.
 * @param isWanted which columns, by name.
 */
export function printAccounts(
  { ids, outcomes, decidedAt, columns, source }: WorkspaceAccounts,
  { isWanted = () => true }: { isWanted?: (name: string) => boolean } = {},
): string {
  const [id, , time] = accountRoles;
  const outcome = outcomeColumn(source);
  const wanted = columns.map(({ column }) => column).filter(({ name }) => name !== outcome && isWanted(name));
  const lines = [[id, outcome, time, ...wanted.map(({ name }) => name)].map(field).join(',')];
  for (const [row, name] of ids.entries()) {
    const moment = decidedAt[row];
    const day = outcomes[row] !== null && Number.isFinite(moment) ? new Date(moment).toISOString().slice(0, 10) : '';
    const cells = wanted.map((column) => writeCell(column, row) ?? '');
    lines.push([name, outcomes[row] ?? '', day, ...cells].map(field).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function field(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

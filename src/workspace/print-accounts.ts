import type { Column } from '../model/table.js';
import { cellText } from '../store/cell-text.js';
import { isFormula } from './print-scores.js';
import type { WorkspaceAccounts } from './workspace-accounts.js';

/** Accounts as CSV (RFC 4180, LF), as `assay learn` reads it; members of sets are apart by `;`. */
export function printAccounts({ ids, outcomes, decidedAt, columns }: WorkspaceAccounts): string {
  const lines = [['id', 'outcome', 'decided_at', ...columns.map(({ name }) => name)].map(field).join(',')];
  for (const [row, id] of ids.entries()) {
    const moment = decidedAt[row];
    const day = outcomes[row] !== null && Number.isFinite(moment) ? new Date(moment).toISOString().slice(0, 10) : '';
    const cells = columns.map((column) => textOf(column, row));
    lines.push([id, outcomes[row] ?? '', day, ...cells].map(field).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function textOf(column: Column, row: number): string {
  if (column.type !== 'set') return cellText(column, row) ?? '';
  if (column.missing[row] === 1) return '';
  const codes = column.codes.subarray(column.offsets[row], column.offsets[row + 1]);
  return Array.from(codes, (code) => column.labels[code]).join(';');
}

function field(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { html } from './html.js';
import { type HtmlSection, htmlList } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { AuditRow, ProfileView } from './profile-view.js';

export const auditTitle = 'Are these the right accounts?';

/** Whether the accounts are those that the profile will be used on. */
export function htmlAudit({ audit }: Pick<ProfileView, 'audit'>): HtmlSection {
  const about = { id: 'audit', title: auditTitle };
  if (audit.length === 0) return { ...about, body: null };
  const columns: HtmlColumn<AuditRow>[] = [
    {
      head: 'what',
      cell: ({ kind, about: what, severity }) =>
        html`<span class="strong">${kind}</span><span class="note">${what}; ${severity}</span>`,
    },
    {
      head: 'found',
      cell: ({ finding, numbers }) => html`${finding}<details><summary>Numbers</summary>${htmlList(numbers)}</details>`,
    },
    { head: 'what to do', cell: ({ advice }) => advice },
  ];
  return { ...about, body: htmlTable('How the accounts came to be in the data', { columns, rows: audit }) };
}

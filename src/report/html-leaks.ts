import { html } from './html.js';
import type { HtmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { LeakRow, ProfileView } from './profile-view.js';

/** What may know the outcome, what became of it, and what happens without it. */
export function htmlLeaks({ leaks, leaksNote }: ProfileView): HtmlSection {
  const title = 'What may know the outcome';
  if (leaks.length === 0) return { id: 'leaks', title, body: null };
  const columns: HtmlColumn<LeakRow>[] = [
    {
      head: 'column',
      cell: ({ attribute, kind }) => html`<span class="strong">${attribute}</span><span class="note">${kind}</span>`,
    },
    { head: 'use', cell: ({ use, isKept }) => (isKept ? html`<span class="strong">${use}</span>` : use) },
    { head: 'why', cell: ({ detail }) => detail },
    { head: 'AUC with', kind: 'number', cell: (row) => row.with },
    { head: 'without', kind: 'number', cell: ({ without }) => without },
    { head: 'difference', kind: 'number', cell: ({ difference }) => difference },
  ];
  const table = htmlTable('Columns that may have been written after the outcome', { columns, rows: leaks });
  return { id: 'leaks', title, body: html`<p>${leaksNote}</p>\n${table}` };
}

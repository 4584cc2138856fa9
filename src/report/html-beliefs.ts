import { type Html, html } from './html.js';
import type { HtmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { CriterionGroup, CriterionRow, ProfileView } from './profile-view.js';

/** What is only believed, and what was believed and does not hold. */
export function htmlBeliefs({ beliefs, refuted }: ProfileView): HtmlSection[] {
  return [
    { id: 'beliefs', title: beliefs.title, body: beliefsTable(beliefs) },
    { id: 'refuted', title: refuted.title, body: refutedTable(refuted) },
  ];
}

function beliefsTable({ rows }: CriterionGroup): Html | null {
  if (rows.length === 0) return null;
  const columns: HtmlColumn<CriterionRow>[] = [
    {
      head: 'trait',
      cell: ({ trait, note }) => html`${trait}${note ? html`<span class="note">${note}</span>` : null}`,
    },
    { head: 'role', cell: ({ role }) => role },
    { head: 'worth as much as', cell: ({ belief }) => belief || '–' },
    { head: 'odds believed', kind: 'number', cell: ({ before }) => before || '–' },
  ];
  return htmlTable('Beliefs that data will confirm or refute line by line', { columns, rows });
}

function refutedTable({ rows }: CriterionGroup): Html | null {
  if (rows.length === 0) return null;
  const columns: HtmlColumn<CriterionRow>[] = [
    { head: 'trait', cell: ({ trait }) => trait },
    { head: 'lift', kind: 'interval', cell: ({ lift }) => (lift ? `${lift.text} (${lift.range})` : '–') },
    { head: 'note', cell: ({ note }) => note },
  ];
  return htmlTable('What was thought, and does not hold', { columns, rows });
}

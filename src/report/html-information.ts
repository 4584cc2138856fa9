import { html } from './html.js';
import type { HtmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { InformationRow, ProfileView } from './profile-view.js';

/** What each attribute tells by itself, the most telling first. */
export function htmlInformation({ information, informationNote }: ProfileView): HtmlSection {
  const title = 'What each attribute tells alone';
  if (information.length === 0) return { id: 'information', title, body: null };
  const columns: HtmlColumn<InformationRow>[] = [
    { head: 'attribute', cell: ({ attribute, trend }) => html`${attribute}<span class="note">${trend}</span>` },
    { head: 'information value', kind: 'number', cell: ({ value }) => value },
    { head: 'weight of evidence by values', cell: ({ bins }) => bins },
  ];
  const table = htmlTable('Attributes by information value', { columns, rows: information });
  return { id: 'information', title, body: html`<p>${informationNote}</p>\n${table}` };
}

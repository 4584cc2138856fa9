import { html } from './html.js';
import { type HtmlSection, htmlList } from './html-section.js';
import { htmlTable } from './html-table.js';
import type { ProfileView, TimeView } from './profile-view.js';

/** The proof of a profile of time: beside the baselines, by tier and by fifths. */
export function htmlTime({ time }: ProfileView): HtmlSection {
  const about = { id: 'time-proof', title: 'How we know' };
  if (time === null) return { ...about, body: null };
  const beside = htmlTable('This profile beside the baselines, on the same held-out accounts', {
    columns: time.heads.map((head, at) => ({
      head,
      ...(at === 0 ? {} : { kind: 'number' as const }),
      cell: ({ cells, isOurs }: TimeView['rows'][number]) =>
        isOurs ? html`<span class="strong">${cells[at]}</span>` : cells[at],
    })),
    rows: time.rows,
  });
  const tables = time.tables.map(({ title, heads, rows }) =>
    htmlTable(title, {
      columns: heads.map((head, at) => ({
        head,
        ...(at === 0 ? {} : { kind: 'number' as const }),
        cell: (row: readonly string[]) => row[at],
      })),
      rows,
    }),
  );
  return {
    ...about,
    body: html`<p>${time.split}</p>
${beside}${htmlList(time.sentences)}${tables}`,
  };
}

import { html } from './html.js';
import type { HtmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { ClusterTraitRow, ProfileView } from './profile-view.js';

/** The kinds of best account, each with what sets it apart. */
export function htmlClusters({ clusters }: ProfileView): HtmlSection {
  if (clusters === null) return { id: 'kinds', title: 'Kinds among the best', body: null };
  const columns: HtmlColumn<ClusterTraitRow>[] = [
    { head: 'trait', cell: ({ trait }) => trait },
    { head: 'of this kind', kind: 'number', cell: ({ inside, accounts }) => `${inside} (${accounts})` },
    { head: 'of the other best', kind: 'number', cell: ({ outside }) => outside },
    { head: 'times as often', kind: 'interval', cell: ({ ratio }) => `${ratio.text} (${ratio.range})` },
  ];
  const kinds = clusters.rows.map(
    ({ name, accounts, share, stability, traits }) => html`<h3>${name}</h3>
<p>${accounts} accounts, ${share} of the best; ${stability} of it is found again from half of them.</p>
${traits.length === 0 ? null : htmlTable(`What sets "${name}" apart from the other best accounts`, { columns, rows: traits })}`,
  );
  return { id: 'kinds', title: clusters.title, body: html`<p>${clusters.note}</p>\n${kinds}` };
}

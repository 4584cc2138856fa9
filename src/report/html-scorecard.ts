import { type Html, html } from './html.js';
import type { HtmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { ProfileView, ScorecardTerm } from './profile-view.js';

/** The whole scorecard as tables of points: enough to score an account by hand. */
export function htmlScorecard({ scorecard }: ProfileView): HtmlSection {
  const about = { id: 'scorecard', title: 'Scorecard' };
  if (!scorecard) return { ...about, body: null };
  return {
    ...about,
    body: html`<p>Every account starts at ${scorecard.base} points; each attribute adds the points of the one row that the account falls into. From ${scorecard.range} points are possible.</p>
<div class="cards">${scorecard.terms.map(term)}</div>
`,
  };
}

function term({ title, rows }: ScorecardTerm): Html {
  const columns: HtmlColumn<ScorecardTerm['rows'][number]>[] = [
    { head: 'value', cell: ({ value }) => value },
    {
      head: 'points',
      kind: 'number',
      cell: ({ points, weight }) => html`${bar(weight)}<span class="points">${points}</span>`,
    },
  ];
  return htmlTable(title, { columns, rows });
}

/** Only a picture of the number beside it, hence hidden from assistive technology. */
function bar(weight: number): Html {
  const size = Math.abs(weight).toFixed(3);
  return html`<i class="${weight < 0 ? 'bar minus' : 'bar'}" style="--size: ${size}" aria-hidden="true"></i>`;
}

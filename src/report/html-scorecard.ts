import { type Html, html } from './html.js';
import type { HtmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { LengthRow, ProfileView, ScorecardPair, ScorecardTerm, ScorecardView } from './profile-view.js';

/** The whole scorecard as tables of points: enough to score an account by hand. */
export function htmlScorecard({ scorecard }: ProfileView): HtmlSection {
  const about = { id: 'scorecard', title: 'Scorecard' };
  if (!scorecard) return { ...about, body: null };
  return {
    ...about,
    body: html`<p>Every account starts at ${scorecard.base} points; each attribute adds the points of the one row that the account falls into. From ${scorecard.range} points are possible. ${scorecard.unit}</p>
<div class="cards">${scorecard.terms.map(term)}</div>
${pairs(scorecard)}${lengths(scorecard)}`,
  };
}

function pairs({ pairs }: ScorecardView): Html {
  if (pairs.length === 0) return html``;
  return html`<p>Two attributes together add, beside their own points, those of one cell of each table:</p>
<div class="pairs">${pairs.map(pair)}</div>
`;
}

function pair({ title, columns, rows }: ScorecardPair): Html {
  const cells = columns.map(
    (head, column): HtmlColumn<ScorecardPair['rows'][number]> => ({
      head,
      kind: 'number',
      cell: ({ points }) => points[column],
    }),
  );
  return htmlTable(title, { columns: [{ head: '', cell: ({ value }) => value }, ...cells], rows });
}

function lengths({ lengths, lossName }: ScorecardView): Html {
  if (lengths.length === 0) return html``;
  const number = (head: string, cell: (row: LengthRow) => string): HtmlColumn<LengthRow> => ({
    head,
    kind: 'number',
    cell,
  });
  const columns = [
    number('attributes', ({ attributes }) => attributes),
    number('rows', ({ rows }) => rows),
    number('pairs', ({ pairs }) => pairs),
    number(lossName, ({ logLoss }) => logLoss),
    number('above the best', ({ excess }) => excess),
    { head: '', cell: ({ isChosen }: LengthRow) => (isChosen ? 'this card' : '') },
  ];
  return html`<p>What a longer or shorter card would cost, on accounts that each was made without:</p>
${htmlTable('Length against loss', { columns, rows: lengths })}`;
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

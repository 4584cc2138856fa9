import { type IntervalRow, liftAxis } from './charts/interval-chart.js';
import type { Plotter } from './charts/plotter.js';
import { html } from './html.js';
import { intervalFigure } from './html-criteria.js';
import type { HtmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { CriterionRow, ProfileView } from './profile-view.js';

/** What was believed, and what the outcomes seen so far make of each line. */
export function htmlWeighed({ weighed: { title, rows } }: ProfileView, plotter: Plotter): HtmlSection {
  if (rows.length === 0) return { id: 'weighed', title, body: null };
  const columns: HtmlColumn<CriterionRow>[] = [
    {
      head: 'belief',
      cell: ({ trait, role, note }) => html`${trait}<span class="note">${role}.${note ? ` ${note}` : ''}</span>`,
    },
    { head: 'status', cell: ({ status }) => html`<span class="strong">${status}</span>` },
    { head: 'worth as much as', cell: ({ belief }) => belief },
    { head: 'odds believed', kind: 'number', cell: ({ before }) => before || '–' },
    { head: 'odds now', kind: 'interval', cell: ({ after }) => (after ? `${after.text} (${after.range})` : '–') },
    { head: 'accounts with it', kind: 'number', cell: ({ accounts }) => accounts },
    { head: 'rate', kind: 'number', cell: ({ rate }) => rate },
    { head: 'lift', kind: 'number', cell: ({ lift }) => lift?.text ?? '–' },
    { head: '95\u00a0% interval', kind: 'interval', cell: ({ lift }) => lift?.range ?? '–' },
    { head: 'points', kind: 'number', cell: ({ points }) => points },
  ];
  const table = htmlTable('Each belief, what it counted for, and what the outcomes say', { columns, rows });
  const lines = rows.flatMap(({ trait, lift, accounts, status }): IntervalRow[] => {
    if (!lift) return [];
    const tone = status !== 'validated' ? 'muted' : lift.interval.estimate < 1 ? 'against' : 'for';
    return [{ label: trait, interval: lift.interval, tone, note: `n\u00a0${accounts}` }];
  });
  const figure = intervalFigure(lines, {
    plotter,
    axis: liftAxis,
    label: `Interval plot of the lift of ${lines.length} beliefs. The table below holds the numbers.`,
    caption:
      'How many times as often as the average account those with the trait have the outcome, with 95\u00a0% intervals. Grey: not validated.',
  });
  return { id: 'weighed', title, body: html`${figure}${table}` };
}

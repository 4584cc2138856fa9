import { type ChartSize, type IntervalRow, intervalChart, liftAxis } from './charts/interval-chart.js';
import type { Plotter } from './charts/plotter.js';
import { heldOutText } from './held-out-text.js';
import { type Html, html, trustHtml } from './html.js';
import type { HtmlSection } from './html-section.js';
import { type HtmlColumn, htmlTable } from './html-table.js';
import type { CriterionGroup, CriterionRow, ProfileView, SegmentRow } from './profile-view.js';

/** Who the best are and whom to avoid, each with a chart and a table of evidence; then what turns round. */
export function htmlCriteria(view: ProfileView, plotter: Plotter): HtmlSection[] {
  const { best, avoid, turned } = view;
  const charted = (of: CriterionGroup) =>
    of.rows.length === 0 ? null : html`${criteriaFigure(of, plotter)}${group(of)}`;
  return [
    { id: 'best', title: best.title, body: charted(best) },
    { id: 'avoid', title: avoid.title, body: charted(avoid) },
    { id: 'turned', title: turned.title, body: turnedTable(turned) },
  ];
}

/** The segments with what they did where they were found and where they were judged. */
export function htmlSegments(view: ProfileView, plotter: Plotter): HtmlSection {
  const { segments, segmentsNote, segmentsMeasure } = view;
  if (segments.length === 0) return { id: 'segments', title: 'Segments', body: null };
  const columns: HtmlColumn<SegmentRow>[] = [
    {
      head: 'segment',
      cell: ({ title, traits, status, refound, note }) =>
        html`${title}<span class="note">${traits ? `${traits}; ` : ''}${status}${refound ? `; found again in ${refound}` : ''}${note ? `. ${note}` : ''}</span>`,
    },
    { head: 'accounts', kind: 'number', cell: ({ accounts, share }) => `${accounts} (${share})` },
    ...(segments.some(({ rate }) => rate !== '')
      ? [{ head: 'rate', kind: 'number' as const, cell: ({ rate }: SegmentRow) => rate }]
      : []),
    { head: 'shared', kind: 'number', cell: ({ overlap }) => overlap || '–' },
    {
      head: `${segmentsMeasure} found`,
      kind: 'interval',
      cell: ({ lift }) => (lift ? `${lift.text} (${lift.range})` : '–'),
    },
    {
      head: `${segmentsMeasure} held out`,
      kind: 'interval',
      cell: heldOutText,
    },
    { head: 'accounts held out', kind: 'number', cell: ({ heldOut }) => heldOut?.accounts ?? '–' },
    { head: 'p', kind: 'number', cell: ({ heldOut }) => heldOut?.p ?? '–' },
    ...(segments.some(({ value }) => value !== '')
      ? [{ head: 'mean value', kind: 'interval' as const, cell: ({ value }: SegmentRow) => value || '–' }]
      : []),
  ];
  const table = htmlTable('Segments, where they were found and on accounts that the search had not seen', {
    columns,
    rows: segments,
  });
  return {
    id: 'segments',
    title: 'Segments',
    body: html`<p>${segmentsNote}</p>
${segmentFigure(segments, plotter)}${table}`,
  };
}

/** The same chart for wide and for narrow screens; the style sheet shows one of them. */
export function intervalFigure(
  rows: readonly IntervalRow[],
  about: Omit<Parameters<typeof intervalChart>[1], 'size'> & { readonly plotter: Plotter; readonly caption: string },
): Html | null {
  if (rows.length === 0) return null;
  const draw = (size: ChartSize) => trustHtml(about.plotter(intervalChart(rows, { ...about, size })));
  return html`<figure><div class="wide">${draw('wide')}</div><div class="narrow">${draw('narrow')}</div>
<figcaption>${about.caption}</figcaption></figure>
`;
}

/** Rows of one chart and group; the tables have all of them. */
const mostDrawn = 16;

function criteriaFigure({ title, rows }: CriterionGroup, plotter: Plotter): Html | null {
  const drawn = rows.slice(0, mostDrawn).flatMap(({ trait, lift, accounts }): IntervalRow[] => {
    if (lift === null) return [];
    return [
      { label: trait, interval: lift.interval, tone: toneOf(lift.interval.estimate), note: `n\u00a0${accounts}` },
    ];
  });
  return intervalFigure(drawn, {
    plotter,
    axis: liftAxis,
    label: `${title}: interval plot of the lift of ${drawn.length} trait${drawn.length === 1 ? '' : 's'}. The table below holds the numbers.`,
    caption:
      'How many times as often as the average account those with the trait have the outcome, with 95\u00a0% intervals. An interval that touches the line at 1 could be chance.',
  });
}

function turnedTable({ title, rows }: CriterionGroup): Html | null {
  if (rows.length === 0) return null;
  const columns: HtmlColumn<CriterionRow>[] = [
    {
      head: 'trait',
      cell: ({ trait, note }) => html`${trait}${note ? html`<span class="note">${note}</span>` : null}`,
    },
    { head: 'lift', kind: 'interval', cell: ({ lift }) => (lift ? `${lift.text} (${lift.range})` : '–') },
    { head: 'accounts', kind: 'number', cell: ({ accounts }) => accounts },
    { head: 'points', kind: 'number', cell: ({ points }) => points },
    { head: 'counts', cell: ({ turn }) => turn },
  ];
  return htmlTable(`${title}: alone and with all else equal`, { columns, rows });
}

function toneOf(lift: number): 'for' | 'against' {
  return lift < 1 ? 'against' : 'for';
}

function segmentFigure(segments: readonly SegmentRow[], plotter: Plotter): Html | null {
  const rows = segments.flatMap(({ title: label, lift, heldOut, accounts }): IntervalRow[] => {
    if (heldOut) {
      const before = lift ? { before: lift.interval } : {};
      return [
        {
          label,
          interval: heldOut.lift.interval,
          ...before,
          tone: toneOf(heldOut.lift.interval.estimate),
          note: `n\u00a0${heldOut.accounts}`,
        },
      ];
    }
    return lift ? [{ label, interval: lift.interval, tone: 'muted', note: `n\u00a0${accounts}` }] : [];
  });
  return intervalFigure(rows, {
    plotter,
    axis: liftAxis,
    label: `Interval plot of the lift of ${rows.length} segments. The table below holds the numbers.`,
    caption:
      'Filled: lift on accounts that the search had not seen, with its 95\u00a0% interval. Hollow: lift where the segment was found, which is always flattering. Grey: found, but too few were held out to tell.',
  });
}

function group({ title, rows }: CriterionGroup): Html | null {
  if (rows.length === 0) return null;
  const hasLift = rows.some(({ lift }) => lift !== null);
  const hasPoints = rows.some(({ points }) => /\d/.test(points));
  const measured: HtmlColumn<CriterionRow>[] = [
    { head: 'lift', kind: 'number', cell: ({ lift }) => html`<span class="strong">${lift?.text ?? '–'}</span>` },
    { head: '95\u00a0% interval', kind: 'interval', cell: ({ lift }) => lift?.range ?? '–' },
    { head: 'rate', kind: 'number', cell: ({ rate }) => rate },
  ];
  const columns: HtmlColumn<CriterionRow>[] = [
    {
      head: 'trait',
      cell: ({ trait, role, status, note }) =>
        html`${trait}<span class="note">${role}, ${status}.${note ? ` ${note}` : ''}</span>`,
    },
    ...(hasLift ? measured : []),
    { head: 'accounts', kind: 'number', cell: ({ accounts }) => accounts },
    { head: 'share', kind: 'number', cell: ({ share }) => share },
    ...(hasLift ? [{ head: 'q', kind: 'number' as const, cell: ({ q }: CriterionRow) => q }] : []),
    ...(hasPoints ? [{ head: 'points', kind: 'number' as const, cell: ({ points }: CriterionRow) => points }] : []),
    ...(rows.some(({ refound }) => refound !== '')
      ? [{ head: 'found again', cell: ({ refound }: CriterionRow) => refound || '–' }]
      : []),
  ];
  return htmlTable(`${title}: the evidence`, { columns, rows });
}

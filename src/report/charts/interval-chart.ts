import type { Interval } from '../../model/estimate.js';
import type { Chart } from './plotter.js';
import { wrapLabel } from './wrap-label.js';

export interface IntervalRow {
  readonly label: string;
  readonly interval: Interval;
  /** Drawn thin and hollow above the row: what was found before it was judged. */
  readonly before?: Interval;
  readonly tone: 'for' | 'against' | 'muted';
  /** Short text at the right end, e.g. `n 812`. */
  readonly note: string;
}

export interface IntervalAxis {
  readonly type: 'log' | 'linear';
  readonly label: string;
  /** Where nothing would be: lift 1, AUC 0.5. */
  readonly reference: number;
  readonly ticks: readonly (readonly [at: number, label: string])[];
  /** Ticks beside them where the axis spans little more than a doubling. */
  readonly fine?: readonly (readonly [at: number, label: string])[];
  /** The furthest that the axis may reach; intervals are cut there. */
  readonly limits: readonly [number, number];
}

export type ChartSize = 'wide' | 'narrow';

/** Doublings of lift, as far as an eye can use them. */
export const liftAxis: IntervalAxis = {
  type: 'log',
  label: 'lift (times the average; log scale)',
  reference: 1,
  ticks: [
    [0.125, '⅛'],
    [0.25, '¼'],
    [0.5, '½'],
    [1, '1'],
    [2, '2'],
    [4, '4'],
    [8, '8'],
  ],
  fine: [0.6, 0.7, 0.8, 0.9, 1.2, 1.4, 1.6, 1.8, 2.5, 3].map((at) => [at, String(at)] as const),
  limits: [0.1, 10],
};

export const aucAxis: IntervalAxis = {
  type: 'linear',
  label: 'AUC (0.5 is chance, 1 is perfect)',
  reference: 0.5,
  ticks: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((at) => [at, at.toFixed(1)] as const),
  limits: [0.35, 1],
};

export const aheadAxis: IntervalAxis = {
  type: 'linear',
  label: 'AUC ahead (0: the same)',
  reference: 0,
  ticks: [-0.4, -0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5].map(
    (at) => [at, String(at).replace('-', '−')] as const,
  ),
  limits: [-0.5, 0.6],
};

/** Estimates with their 95 % intervals, one a row, against the line where nothing would be. */
export function intervalChart(
  rows: readonly IntervalRow[],
  { axis, size, label }: { readonly axis: IntervalAxis; readonly size: ChartSize; readonly label: string },
): Chart {
  const domain = domainOf(rows, axis);
  const cut = (value: number) => Math.min(domain[1], Math.max(domain[0], value));
  const { width, left, columns } = sizes[size];
  const labels = rows.map((row) => wrapLabel(row.label, { columns, lines: mostLines }));
  const more = lineHeight * (Math.max(1, ...labels.map(({ length }) => length)) - 1);
  // Beside the labels an interval stands in the middle of its row, under them it stands below all their lines.
  const [row, dy] = size === 'wide' ? [30 + more, 0] : [46 + more, 6 + more / 2];
  const data = rows.map(({ interval, tone, note }, y) => {
    return { ...cutInterval(interval, cut), y, note, label: labels[y].join('\n'), color: `var(--${tone})` };
  });
  const before = rows.flatMap((row, y) => (row.before ? [{ ...cutInterval(row.before, cut), y }] : []));
  const ticks = [...axis.ticks, ...(domain[1] / domain[0] < 3.2 ? (axis.fine ?? []) : [])]
    .filter(([at]) => at >= domain[0] && at <= domain[1])
    .map(([at, text]) => ({ at, text }));
  const halo = { stroke: 'var(--paper)', strokeWidth: 5 };
  const place = size === 'wide' ? { dx: -left } : { dx: -4, dy: dy - 13, lineAnchor: 'bottom' as const, ...halo };
  return {
    label,
    options: (Plot) => ({
      width,
      height: rows.length * row + 56,
      marginLeft: size === 'wide' ? left : 4,
      marginRight: 64,
      marginTop: 8,
      marginBottom: 48,
      style: { fontSize: `${fontSize[size]}px` },
      x: { type: axis.type, domain, axis: null },
      y: { type: 'point', domain: rows.map((_row, y) => y), axis: null, padding: 0.5 },
      marks: [
        Plot.text(ticks, { x: 'at', text: 'text', frameAnchor: 'bottom', dy: 17, fill: 'var(--muted)' }),
        Plot.text([axis.label], { frameAnchor: 'bottom', dy: 38, fill: 'var(--muted)' }),
        Plot.gridX(ticks, { x: 'at', stroke: 'var(--rule)', strokeOpacity: 1 }),
        Plot.ruleX([axis.reference], { stroke: 'var(--ink)', strokeWidth: 1.25 }),
        Plot.ruleY(before, { y: 'y', x1: 'lower', x2: 'upper', stroke: 'var(--muted)', strokeWidth: 1, dy: dy - 7 }),
        Plot.dot(before, { y: 'y', x: 'estimate', r: 3, stroke: 'var(--muted)', fill: 'var(--paper)', dy: dy - 7 }),
        Plot.ruleY(data, { y: 'y', x1: 'lower', x2: 'upper', stroke: 'color', strokeWidth: 2.5, dy }),
        Plot.dot(data, { y: 'y', x: 'estimate', r: 4.5, fill: 'color', dy }),
        Plot.text(data, {
          ...place,
          y: 'y',
          text: 'label',
          frameAnchor: 'left',
          lineHeight: lineHeight / fontSize[size],
          fill: 'var(--ink)',
        }),
        Plot.text(data, {
          y: 'y',
          text: 'note',
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 8,
          dy,
          fill: 'var(--muted)',
        }),
      ],
    }),
  };
}

/** Lines of one label; as many hold three traits, so that segments which share two of them do not look alike. */
const mostLines = 3;
const lineHeight = 15;
const fontSize = { wide: 13, narrow: 12 } as const;

/** `columns`: characters of the page's type that the label's room holds. */
const sizes = {
  wide: { width: 736, left: 252, columns: 36 },
  narrow: { width: 352, left: 4, columns: 48 },
} as const;

function domainOf(rows: readonly IntervalRow[], { limits, reference, type }: IntervalAxis): [number, number] {
  const ends = rows
    .flatMap(({ interval, before }) => [interval, ...(before ? [before] : [])])
    .flatMap(({ lower, upper }) => [lower, upper]);
  const known = [...ends.filter(Number.isFinite), reference];
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const room = type === 'log' ? [least / 1.12, most * 1.12] : [least - 0.03, most + 0.03];
  return [Math.max(limits[0], room[0]), Math.min(limits[1], room[1])];
}

function cutInterval({ estimate, lower, upper }: Interval, cut: (value: number) => number): Interval {
  return { estimate: cut(estimate), lower: cut(lower), upper: cut(upper) };
}

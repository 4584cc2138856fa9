import type { Interval } from '../../model/estimate.js';
import type { Chart } from './plotter.js';

export interface WidthPoint {
  /** Share of the accounts, 0–1. */
  readonly coverage: number;
  readonly mean: Interval;
}

/** The mean of the accounts at or above each cut, with its interval, by how many there are; marks for the ICP and for the recommended cut. */
export function widthChart(
  points: readonly WidthPoint[],
  {
    marks,
    breakEven,
    isRate,
    label,
  }: {
    readonly marks: readonly (WidthPoint & { readonly name: string })[];
    readonly breakEven: number;
    readonly isRate: boolean;
    readonly label: string;
  },
): Chart {
  const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;
  const top = Math.max(breakEven, ...[...points, ...marks].map(({ mean }) => finite(mean.upper, mean.estimate)));
  const rows = points.map(({ coverage, mean }) => ({
    coverage,
    mean: mean.estimate,
    lower: Math.max(0, finite(mean.lower, mean.estimate)),
    upper: finite(mean.upper, mean.estimate),
  }));
  const named = marks.map(({ name, coverage, mean }) => ({ name, coverage, mean: mean.estimate }));
  const isLate = ({ coverage }: { coverage: number }) => coverage > 0.7;
  return {
    label,
    options: (Plot) => ({
      width: 736,
      height: 320,
      marginLeft: 54,
      marginRight: 24,
      marginTop: 30,
      marginBottom: 44,
      style: { fontSize: '12px' },
      x: { domain: [0, 1], label: null },
      y: { domain: [0, top * 1.08], label: null },
      marks: [
        Plot.gridY({ ticks: 5, stroke: 'var(--rule)', strokeOpacity: 1 }),
        Plot.axisX([0, 0.2, 0.4, 0.6, 0.8, 1], { tickFormat: percent, tickSize: 0, color: 'var(--muted)' }),
        Plot.axisY({ ticks: 5, tickFormat: isRate ? percent : 's', tickSize: 0, color: 'var(--muted)' }),
        Plot.axisX([], {
          label: 'share of the accounts that are worked, the best-scored first',
          labelAnchor: 'center',
          labelArrow: 'none',
          color: 'var(--muted)',
        }),
        Plot.text([isRate ? 'rate among them' : 'mean amount among them'], {
          frameAnchor: 'top-left',
          dx: -44,
          dy: -20,
          fill: 'var(--muted)',
        }),
        Plot.ruleY([breakEven], { stroke: 'var(--muted)', strokeDasharray: '4 4' }),
        Plot.areaY(rows, { x: 'coverage', y1: 'lower', y2: 'upper', fill: 'var(--for)', fillOpacity: 0.12 }),
        Plot.line(rows, { x: 'coverage', y: 'mean', stroke: 'var(--for)', strokeWidth: 2.5 }),
        Plot.dot(named, { x: 'coverage', y: 'mean', r: 5, fill: 'var(--ink)' }),
        ...[true, false].map((late) =>
          Plot.text(
            named.filter((one) => isLate(one) === late),
            {
              x: 'coverage',
              y: 'mean',
              text: 'name',
              dx: late ? -8 : 8,
              dy: -12,
              textAnchor: late ? 'end' : 'start',
              fill: 'var(--ink)',
              stroke: 'var(--paper)',
              strokeWidth: 4,
            },
          ),
        ),
      ],
    }),
  };
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}

import type { DecisionPoint } from '../../model/proof.js';
import type { Chart } from './plotter.js';

/** Net benefit by threshold with its 95 % band, between acting on all and on none. */
export function decisionChart(
  points: readonly DecisionPoint[],
  { label, width }: { readonly label: string; readonly width: number },
): Chart {
  const rows = points.map(({ threshold, net, all }) => ({
    threshold,
    net: 1000 * net.estimate,
    lower: 1000 * net.lower,
    upper: 1000 * net.upper,
    all: 1000 * all,
  }));
  const top = Math.max(0, ...rows.map(({ upper }) => upper));
  const bottom = Math.min(0, ...rows.map(({ lower }) => lower)) - 0.08 * top;
  const [from, to] = [rows[0]?.threshold ?? 0, rows.at(-1)?.threshold ?? 1];
  const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;
  return {
    label,
    options: (Plot) => ({
      width,
      height: 320,
      marginLeft: 56,
      marginRight: 24,
      marginTop: 30,
      marginBottom: 44,
      style: { fontSize: '13px' },
      x: { domain: [from, to], label: null },
      y: { domain: [bottom, top], label: null, clamp: true },
      marks: [
        Plot.gridY({ ticks: 5, stroke: 'var(--rule)', strokeOpacity: 1 }),
        Plot.axisX({ ticks: 6, tickFormat: percent, tickSize: 0, color: 'var(--muted)' }),
        Plot.axisY({ ticks: 5, tickSize: 0, color: 'var(--muted)' }),
        Plot.axisX([], {
          label: 'chance from which on one acts',
          labelAnchor: 'center',
          labelArrow: 'none',
          color: 'var(--muted)',
        }),
        Plot.text(['net wins for each 1,000 accounts'], {
          frameAnchor: 'top-left',
          dx: -48,
          dy: -20,
          fill: 'var(--muted)',
        }),
        Plot.ruleY([0], { stroke: 'var(--muted)' }),
        Plot.areaY(rows, { x: 'threshold', y1: 'lower', y2: 'upper', fill: 'var(--for)', fillOpacity: 0.15 }),
        Plot.line(
          rows.filter(({ all }) => all >= bottom),
          { x: 'threshold', y: 'all', stroke: 'var(--muted)', strokeDasharray: '4 4' },
        ),
        Plot.line(rows, { x: 'threshold', y: 'net', stroke: 'var(--for)', strokeWidth: 2.5 }),
        Plot.dot(rows, { x: 'threshold', y: 'net', r: 3, fill: 'var(--for)' }),
      ],
    }),
  };
}

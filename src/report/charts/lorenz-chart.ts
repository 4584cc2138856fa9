import type { Chart } from './plotter.js';
import { squareChart } from './square-chart.js';

/** Share of all value that the best share of accounts holds, against the diagonal on which all are alike. */
export function lorenzChart(
  curve: readonly (readonly [number, number])[],
  { label, width = 640 }: { readonly label: string; readonly width?: number },
): Chart {
  const points = curve.map(([x, y]) => ({ x, y }));
  const even = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  return {
    label,
    options: (Plot) => ({
      ...squareChart(Plot, {
        x: 'share of accounts, the best first',
        y: 'share of all value',
        marks: [
          Plot.line(even, { x: 'x', y: 'y', stroke: 'var(--muted)', strokeDasharray: '4 4' }),
          Plot.areaY(points, { x: 'x', y1: 'x', y2: 'y', fill: 'var(--for)', fillOpacity: 0.1 }),
          Plot.line(points, { x: 'x', y: 'y', stroke: 'var(--for)', strokeWidth: 2.5 }),
        ],
      }),
      ...{ width, height: width < 480 ? 300 : 360, marginLeft: 56, style: { fontSize: '13px' } },
    }),
  };
}

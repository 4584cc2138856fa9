import type { Proof } from '../../model/proof.js';
import type { Chart } from './plotter.js';
import { squareChart } from './square-chart.js';

/** Share of all positives found among the best-scored share of accounts, between chance and a perfect score. */
export function gainsChart({ gains, baseRate }: Proof, label: string): Chart {
  const ours = withEnds(gains.map(({ share, captured }) => ({ x: share, y: captured })));
  const random = [corner, far];
  const perfect = [corner, { x: Math.min(1, Math.max(baseRate, 1e-6)), y: 1 }, far];
  const isLate = baseRate > 0.5;
  return {
    label,
    options: (Plot) =>
      squareChart(Plot, {
        x: 'best-scored share of accounts',
        y: 'share found of those with the outcome',
        marks: [
          Plot.line(random, { x: 'x', y: 'y', stroke: 'var(--muted)', strokeDasharray: '4 4' }),
          Plot.line(perfect, { x: 'x', y: 'y', stroke: 'var(--muted)', strokeWidth: 1 }),
          Plot.areaY(ours, { x: 'x', y1: 'x', y2: 'y', fill: 'var(--for)', fillOpacity: 0.1 }),
          Plot.line(ours, { x: 'x', y: 'y', stroke: 'var(--for)', strokeWidth: 2.5 }),
          Plot.text([{ x: 0.66, y: 0.6 }], {
            x: 'x',
            y: 'y',
            text: ['chance'],
            fill: 'var(--muted)',
            textAnchor: 'start',
          }),
          Plot.text([perfect[1]], {
            x: 'x',
            y: 'y',
            text: ['perfect'],
            fill: 'var(--muted)',
            textAnchor: isLate ? 'end' : 'start',
            dx: isLate ? -6 : 6,
            dy: 9,
          }),
        ],
      }),
  };
}

const corner = { x: 0, y: 0 };
const far = { x: 1, y: 1 };

function withEnds(points: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  const inner = points.filter(({ x }) => x > 0 && x < 1);
  return [corner, ...inner, far];
}

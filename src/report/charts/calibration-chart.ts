import type { Proof } from '../../model/proof.js';
import type { Chart } from './plotter.js';
import { squareChart } from './square-chart.js';

/** Predicted chance against what came true, one point with its 95 % interval a bin; on the diagonal both agree. */
export function calibrationChart({ calibration }: Proof, label: string): Chart {
  const bins = calibration.map(({ predicted, observed }) => ({ predicted, ...observed }));
  const diagonal = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  return {
    label,
    options: (Plot) =>
      squareChart(Plot, {
        x: 'predicted chance',
        y: 'share that had the outcome',
        marks: [
          Plot.line(diagonal, { x: 'x', y: 'y', stroke: 'var(--muted)', strokeDasharray: '4 4' }),
          Plot.ruleX(bins, { x: 'predicted', y1: 'lower', y2: 'upper', stroke: 'var(--for)', strokeWidth: 2 }),
          Plot.dot(bins, { x: 'predicted', y: 'estimate', r: 4, fill: 'var(--for)' }),
        ],
      }),
  };
}

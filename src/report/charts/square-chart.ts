import type { Markish, PlotOptions } from '@observablehq/plot';
import type { PlotModule } from './plotter.js';

/** The frame of a chart with a share on both axes: the same size, grid and ticks for each. */
export function squareChart(
  Plot: PlotModule,
  { x, y, marks }: { readonly x: string; readonly y: string; readonly marks: readonly Markish[] },
): PlotOptions {
  const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return {
    width: 356,
    height: 336,
    marginLeft: 46,
    marginRight: 24,
    marginTop: 28,
    marginBottom: 44,
    style: { fontSize: '12px' },
    x: { domain: [0, 1], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      Plot.gridX(ticks, { stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.gridY(ticks, { stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisX(ticks, { tickFormat: percent, tickSize: 0, color: 'var(--muted)' }),
      Plot.axisY(ticks, { tickFormat: percent, tickSize: 0, color: 'var(--muted)' }),
      Plot.axisX([], { label: x, labelAnchor: 'center', labelArrow: 'none', color: 'var(--muted)' }),
      Plot.text([y], { frameAnchor: 'top-left', dx: -38, dy: -18, fill: 'var(--muted)' }),
      ...marks,
    ],
  };
}

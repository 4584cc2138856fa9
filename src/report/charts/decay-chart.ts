import type { Interval } from '../../model/estimate.js';
import type { Chart } from './plotter.js';

/** A share over time with its 95 % band; the number of accounts behind it under the axis. */
export function decayChart(
  points: readonly (Interval & { readonly at: number; readonly accounts?: number })[],
  {
    label,
    x,
    y,
    from,
    width = 640,
  }: {
    readonly label: string;
    readonly x: string;
    readonly y: string;
    readonly from?: readonly Interval[] /** 352 for phones: as text of a size that can be read. */;
    readonly width?: number;
  },
): Chart {
  const shown = points.filter(({ estimate }) => Number.isFinite(estimate));
  const last = shown[shown.length - 1]?.at ?? 1;
  const top = Math.max(0.01, ...(from ?? shown).map(({ upper }) => upper));
  const step = Math.max(1, Math.ceil(shown.length / (width < 480 ? 4 : 8)));
  const counted = shown.filter(({ accounts }, i) => accounts !== undefined && i % step === 0);
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return {
    label,
    options: (Plot) => ({
      width,
      height: 320,
      marginLeft: 56,
      marginBottom: width < 480 ? 80 : 64,
      style: { fontSize: '13px' },
      x: {
        domain: [shown[0]?.at ?? 0, last],
        label: null,
        ticks: width < 480 ? 5 : 8,
        tickFormat: (at: number) => String(at),
      },
      y: { domain: [0, Math.min(1, top * 1.05)], label: null, grid: true, ticks: 5, tickFormat: percent },
      marks: [
        Plot.areaY(shown, { x: 'at', y1: 'lower', y2: 'upper', fill: 'var(--for)', fillOpacity: 0.18 }),
        Plot.line(shown, { x: 'at', y: 'estimate', stroke: 'var(--for)', strokeWidth: 2.25 }),
        Plot.text(counted, {
          x: 'at',
          text: ({ accounts }: { accounts?: number }) => `n ${compact(accounts ?? 0)}`,
          frameAnchor: 'bottom',
          dy: 38,
          fill: 'var(--muted)',
        }),
        Plot.text([width < 480 ? x.replace('; ', ';\n') : x], {
          ...{ frameAnchor: 'bottom', lineAnchor: 'top', dy: 44, fill: 'var(--muted)' },
        }),
        Plot.text([y], { frameAnchor: 'top-left', dx: 4, dy: -14, fill: 'var(--muted)' }),
        Plot.ruleY([0], { stroke: 'var(--muted)' }),
      ],
      marginTop: 28,
    }),
  };
}

function compact(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1_000_000 ? `${Math.round(count / 1000)}k` : `${(count / 1e6).toFixed(1)}M`;
}

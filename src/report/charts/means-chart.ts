import type { Interval } from '../../model/estimate.js';
import { type ChartSize, type IntervalAxis, intervalChart } from './interval-chart.js';
import type { Chart } from './plotter.js';

/** Mean value of groups with its interval and the number of accounts, against the mean of all. */
export function meansChart(
  rows: readonly { readonly name: string; readonly mean: Interval; readonly accounts: number }[],
  {
    label,
    reference,
    axis: name,
    size = 'wide',
  }: { readonly label: string; readonly reference: number; readonly axis: string; readonly size?: ChartSize },
): Chart {
  const most = Math.max(
    reference,
    ...rows.map(({ mean }) => (Number.isFinite(mean.upper) ? mean.upper : mean.estimate)),
  );
  const axis: IntervalAxis = {
    type: 'linear',
    label: name,
    reference,
    ticks: ticksTo(most).map((at) => [at, at >= 1000 ? `${(at / 1000).toLocaleString('en')}k` : String(at)] as const),
    limits: [0, most * 1.05],
  };
  return intervalChart(
    rows.map(({ name: group, mean, accounts }) => ({
      label: group,
      interval: Number.isFinite(mean.lower)
        ? mean
        : { estimate: mean.estimate, lower: mean.estimate, upper: mean.estimate },
      tone:
        mean.lower > reference ? ('for' as const) : mean.upper < reference ? ('against' as const) : ('muted' as const),
      note: `n ${accounts}`,
    })),
    { axis, size, label },
  );
}

function ticksTo(most: number): number[] {
  if (!(most > 0)) return [0];
  const raw = most / 5;
  const base = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((times) => times * base).find((size) => size >= raw) ?? base;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}

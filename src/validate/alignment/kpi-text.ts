import type { Interval } from '../../model/estimate.js';
import type { KpiKind } from './measure-alignment.js';

/** A KPI in words: `42 %`, `1,250`, `+31`. */
export function kpiValue(value: number, kind: KpiKind): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
  if (kind === 'rate') return `${fixed(100 * value, 1)} %`;
  if (kind === 'nps') return `${value > 0 ? '+' : ''}${fixed(value, 0)}`;
  return fixed(value, Math.abs(value) < 100 ? 1 : 0);
}

/** `42 % (38–46 %)` */
export function kpiInterval({ estimate, lower, upper }: Interval, kind: KpiKind): string {
  const bare = (value: number) => kpiValue(value, kind).replace(' %', '');
  return `${kpiValue(estimate, kind)} (${bare(lower)} to ${bare(upper)})`;
}

/** Ideal less the rest; of medians how many times as long. */
export function kpiDifference({ estimate, lower, upper }: Interval, kind: KpiKind): string {
  if (kind === 'median') return `×${fixed(estimate, 2)} (${fixed(lower, 2)} to ${fixed(upper, 2)})`;
  const [scale, unit] = kind === 'rate' ? [100, ' points'] : [1, ''];
  const said = (value: number) => {
    const size = value * scale;
    return `${size > 0 ? '+' : ''}${fixed(size, kind === 'nps' || Math.abs(size) >= 100 ? 0 : 1)}`;
  };
  return `${said(estimate)}${unit} (${said(lower)} to ${said(upper)})`;
}

function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const [whole, rest] = Math.abs(value).toFixed(decimals).split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = rest === undefined ? parted : `${parted}.${rest}`;
  return value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? `−${digits}` : digits;
}

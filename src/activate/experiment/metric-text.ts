import type { Interval } from '../../model/estimate.js';

/** A rate as `18.2 %`, an amount with as many digits as it needs. */
export function metricText(value: number, isRate: boolean): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
  return isRate ? `${fixed(100 * value, 1)} %` : amount(value);
}

/** A difference with its sign: `+4.1 points` of per cent, or `+120`. */
export function differenceText(value: number, isRate: boolean): string {
  const sign = value > 0 ? '+' : '';
  return isRate ? `${sign}${fixed(100 * value, 1)} points` : `${sign}${amount(value)}`;
}

/** `+1.2 to +7.0 points` */
export function differenceRange({ lower, upper }: Interval, isRate: boolean): string {
  const low = differenceText(lower, isRate).replace(' points', '');
  return `${low} to ${differenceText(upper, isRate)}`;
}

/** `6,152` */
export function countText(count: number): string {
  return fixed(count, 0);
}

function amount(value: number): string {
  const size = Math.abs(value);
  return fixed(value, size >= 100 ? 0 : size >= 1 ? 1 : 3);
}

function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const digits = Math.abs(value)
    .toFixed(decimals)
    .replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  return value < 0 && Number(digits.replaceAll(',', '')) !== 0 ? `−${digits}` : digits;
}

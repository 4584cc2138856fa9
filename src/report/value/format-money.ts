import type { Interval } from '../../model/estimate.js';
import { formatDecimal, noNumber } from '../format-number.js';

/** Amounts as they are read: thousands apart, and cents only where they can be told: `12,345 USD`, `0.42 USD`. */
export type MoneyFormat = (value: number) => string;

export function formatMoney(currency: string | null): MoneyFormat {
  const behind = currency === null ? '' : `\u00a0${currency}`;
  return (value) => (Number.isFinite(value) ? `${grouped(value)}${behind}` : noNumber);
}

/** An exact decimal text with thousands apart: `2,500,315.63`. */
export function formatExact(text: string, currency: string | null): string {
  if (text === '') return noNumber;
  const [whole, decimals] = text.replace('-', '−').split('.');
  const behind = currency === null ? '' : `\u00a0${currency}`;
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${decimals === undefined ? '' : `.${decimals}`}${behind}`;
}

/** `1,200 (1,100–1,300)`; without an interval where it is open. */
export function formatMoneyInterval({ estimate, lower, upper }: Interval, format: MoneyFormat): string {
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return format(estimate);
  return `${format(estimate)} (${grouped(lower)}–${grouped(upper)})`;
}

function grouped(value: number): string {
  const size = Math.abs(value);
  const text = formatDecimal(value, size >= 100 || size === 0 ? 0 : size >= 1 ? 2 : 3);
  const [whole, decimals] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${decimals === undefined ? '' : `.${decimals}`}`;
}

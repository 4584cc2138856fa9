import type { Interval } from '../../model/estimate.js';

/** How rates or amounts are said in sentences about width. */
export function widthText(isRate: boolean) {
  const number = (value: number) => {
    if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '–';
    const digits = isRate
      ? (100 * Math.abs(value)).toFixed(1)
      : grouped(Math.abs(value), Math.abs(value) < 100 ? 1 : 0);
    return `${value < 0 ? '−' : ''}${digits}`;
  };
  const unit = isRate ? ' %' : '';
  return {
    mean: (value: number) => `${number(value)}${unit}`,
    interval: ({ estimate, lower, upper }: Interval) =>
      Number.isNaN(estimate) ? 'unknown' : `${number(estimate)}${unit} (${number(lower)}–${number(upper)}${unit})`,
    difference: ({ estimate, lower, upper }: Interval) =>
      `${estimate > 0 ? '+' : ''}${number(estimate)}${isRate ? ' points' : ''}, ${number(lower)} to ${number(upper)}`,
    share: (share: number) => `${(100 * share).toFixed(share < 0.095 ? 1 : 0)} %`,
    count: (count: number) => grouped(count, 0),
    total: (sum: number) => (isRate ? `${grouped(sum, 0)} wins` : `an amount of ${grouped(sum, 0)}`),
    all: isRate ? 'the wins' : 'the amounts',
  };
}

function grouped(value: number, decimals: number): string {
  const [whole, rest] = value.toFixed(decimals).split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? parted : `${parted}.${rest}`;
}

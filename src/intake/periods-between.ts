import type { Period } from '../model/time-proof.js';

const day = 86_400_000;
const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/**
 * Whole periods from one moment to another (milliseconds, UTC), and whether a part of one is left. Months go by the calendar:
 * from the 31st a month is over on the last day of a shorter one.
 */
export function periodsBetween(from: number, to: number, period: Period): { whole: number; isMore: boolean } {
  if (period === 'day' || period === 'week') {
    const length = period === 'day' ? day : 7 * day;
    const whole = Math.floor((to - from) / length);
    return { whole, isMore: to - from > whole * length };
  }
  const step = monthsOf[period];
  const [a, b] = [new Date(from), new Date(to)];
  const months = 12 * (b.getUTCFullYear() - a.getUTCFullYear()) + b.getUTCMonth() - a.getUTCMonth();
  const over = addMonths(from, months) <= to ? months : months - 1;
  const whole = Math.max(0, Math.floor(over / step));
  return { whole, isMore: addMonths(from, whole * step) < to };
}

function addMonths(moment: number, months: number): number {
  const at = new Date(moment);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first + (Math.min(at.getUTCDate(), length) - 1) * day + (((moment % day) + day) % day);
}

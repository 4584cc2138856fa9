import type { Period } from './time-proof.js';

/** A time in words: `12 months`, `1 year`, `30 periods`. */
export function horizonText(time: number, period: Period | undefined): string {
  return `${Number(time.toPrecision(4))} ${period ?? 'period'}${time === 1 ? '' : 's'}`;
}

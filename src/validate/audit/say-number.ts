import type { AuditNumber } from '../../model/audit.js';
import type { Interval } from '../../model/estimate.js';

/** An estimate as a number of a finding. */
export function intervalNumber(name: string, { estimate, lower, upper }: Interval): AuditNumber {
  return { name, value: estimate, lower, upper };
}

/** `4.2 %` of a share; the sign stands behind a no-break space. */
export function sayShare(share: number): string {
  if (Number.isNaN(share)) return '–';
  const percent = 100 * share;
  return `${percent === 0 || percent >= 9.95 ? percent.toFixed(0) : percent.toFixed(1)}\u00a0%`;
}

export function sayInterval({ estimate, lower, upper }: Interval): string {
  return `${sayShare(estimate)} (${sayShare(lower)} to ${sayShare(upper)})`;
}

/** `1,204`. */
export function sayCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

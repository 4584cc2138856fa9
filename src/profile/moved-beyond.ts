import type { Interval } from '../model/estimate.js';

/** Whether an estimate left the interval that was given for it before, or would have left the one given now. */
export function movedBeyond(before: Interval, after: Interval): boolean {
  const holds = ({ lower, upper }: Interval, value: number) => lower <= value && value <= upper;
  return !holds(before, after.estimate) || !holds(after, before.estimate);
}

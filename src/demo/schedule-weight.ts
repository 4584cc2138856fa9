import type { Schedule } from './company-spec.js';
import { dayMs } from './draw-date.js';

/**
 * How much of a scheduled effect is there at a time, 0–1. Sudden: nothing before `from`, all of it from then on, nothing
 * from `until` on. Gradual: in equal daily steps over the `overDays` days after each date.
 * @param time milliseconds since 1970 UTC; a missing time (NaN) has none of it.
 */
export function scheduleWeight({ from, until, overDays = 0 }: Schedule, time: number): number {
  if (Number.isNaN(time)) return 0;
  const passed = (date: string) => {
    const elapsed = time - Date.parse(date);
    if (overDays === 0) return elapsed >= 0 ? 1 : 0;
    return Math.min(1, Math.max(0, elapsed / (overDays * dayMs)));
  };
  return (from === undefined ? 1 : passed(from)) - (until === undefined ? 0 : passed(until));
}

import type { SurvivalCurve } from './kaplan-meier.js';
import { keptShare } from './kept-share.js';

/** A time with its 95 % interval; null where it lies beyond what was watched. */
export interface TimeInterval {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The time after which at most half are left. Its interval holds every time at which the interval of the share kept
 * holds one half. Source: R. Brookmeyer and J. Crowley, Biometrics 38 (1982) 29–41.
 */
export function medianDuration(curve: SurvivalCurve): TimeInterval {
  const first = (isBelow: (time: number) => boolean) => curve.times.find(isBelow) ?? null;
  return {
    estimate: medianOf(curve),
    lower: first((time) => keptShare(curve, time).lower <= 0.5),
    upper: first((time) => keptShare(curve, time).upper <= 0.5),
  };
}

/** Where exactly half are left for a while, the middle of that while. */
function medianOf({ times, kept }: SurvivalCurve): number | null {
  const at = kept.findIndex((share) => share <= 0.5 + 1e-12);
  if (at < 0) return null;
  const isHalf = Math.abs(kept[at] - 0.5) < 1e-12 && at + 1 < times.length;
  return isHalf ? (times[at] + times[at + 1]) / 2 : times[at];
}

import type { Durations } from '../model/duration.js';
import { kaplanMeier, stepAt } from './kaplan-meier.js';

/** The chance that an account is still watched, by time: what reweights those who were not watched long enough. */
export interface CensoringCurve {
  /** Still watched after `time`. */
  readonly after: (time: number) => number;
  /** Still watched just before `time`. */
  readonly before: (time: number) => number;
}

/**
 * Kaplan and Meier's estimate with the end of watching as the event; at equal times the account's own event comes first, so
 * that it cannot be censored any more.
 */
export function censoringCurve({ durations, events }: Durations): CensoringCurve {
  const times = Float64Array.from(new Set(durations)).sort();
  const place = (time: number) => stepAt({ times }, time) - 1;
  // Twice the rank, one more for the censored: an event at a time stands before the censored of that time.
  const codes = durations.map((time, i) => 2 * place(time) + (events[i] === 1 ? 0 : 1));
  const curve = kaplanMeier({ durations: codes, events: events.map((event) => 1 - event) });
  const at = (code: number) => {
    const step = stepAt(curve, code) - 1;
    return step < 0 ? 1 : curve.kept[step];
  };
  return {
    after: (time) => at(2 * place(time) + 1),
    before: (time) => {
      const rank = place(time);
      return at(rank >= 0 && times[rank] === time ? 2 * rank : 2 * rank + 1);
    },
  };
}

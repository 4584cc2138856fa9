import type { Durations } from '../model/duration.js';
import type { CensoringCurve } from './censoring-curve.js';

/** Squared error of foretold shares kept, over a span of time. */
export interface IntegratedBrier {
  /** 0 is perfect; .25 is what one half for everybody gets. */
  readonly score: number;
  /** What each account adds, times the number of accounts: their mean is the score. */
  readonly losses: Float64Array;
}

/**
 * The Brier score of foretold survival, averaged over the times (trapezoids, from 0). Accounts that were not watched long enough
 * count through those like them: weights are 1 over the chance of being watched.
 * Source: E. Graf et al., Statistics in Medicine 18 (1999) 2529–2545.
 * @param keptOf the share that account `row` is foretold to be kept with after `times[k]`. @param of `times` ascending, above 0.
 */
export function integratedBrier(
  keptOf: (row: number, k: number) => number,
  of: Durations & { readonly times: ArrayLike<number>; readonly censoring: CensoringCurve },
): IntegratedBrier {
  const { durations, events, times, censoring } = of;
  const last = times.length - 1;
  const span = times[last];
  const shares = Float64Array.from({ length: times.length }, (_, k) => {
    const [before, after] = [k === 0 ? 0 : times[k - 1], k === last ? times[k] : times[k + 1]];
    // Before the first time nothing has happened, and nothing is foretold.
    return (after - before) / 2 / span;
  });
  const watched = Float64Array.from({ length: times.length }, (_, k) => censoring.after(times[k]));
  const losses = new Float64Array(durations.length);
  for (let row = 0; row < durations.length; row++) {
    const ended = events[row] === 1 ? censoring.before(durations[row]) : 0;
    let sum = 0;
    for (let k = 0; k <= last; k++) {
      if (durations[row] > times[k]) sum += (shares[k] * (1 - keptOf(row, k)) ** 2) / Math.max(watched[k], 1e-9);
      else if (events[row] === 1) sum += (shares[k] * keptOf(row, k) ** 2) / Math.max(ended, 1e-9);
    }
    losses[row] = sum;
  }
  return { score: losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length), losses };
}

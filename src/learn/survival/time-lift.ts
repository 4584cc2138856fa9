import type { Durations } from '../../model/duration.js';
import { kaplanMeier, type SurvivalCurve, stepAt } from '../../stats/kaplan-meier.js';
import { keptShare } from '../../stats/kept-share.js';
import type { TraitLift } from '../find-lifted-criteria.js';

/**
 * The share kept after the horizon with a trait, over that of all, both by Kaplan and Meier's estimate; 95 % interval by
 * Greenwood's variances on the logarithm. `crude` is the logarithm of how many times as fast the others end (observed over
 * expected ends, as in the log-rank test).
 * @returns a function of `has`: 1 where an account has the trait; 0 and 255 (not known) where it has not. `positives` ended.
 */
export function timeLift(of: Durations, horizon: number): (has: Uint8Array) => TraitLift {
  const whole = kaplanMeier(of);
  const expected = expectedEnds(of, whole);
  return (has) => {
    const [inside, outside] = [1, 0].map((side) =>
      Int32Array.from(has, (_, row) => row).filter((row) => (has[row] === 1 ? 1 : 0) === side),
    );
    const [a, b] = [inside, outside].map((rows) => kaplanMeier(of, rows));
    const [own, other] = [keptShare(a, horizon).estimate, keptShare(b, horizon).estimate];
    const share = inside.length / Math.max(1, has.length);
    const all = share * own + (1 - share) * other;
    const ends = (rows: Int32Array) => rows.reduce((sum, row) => sum + of.events[row], 0);
    const due = (rows: Int32Array) => rows.reduce((sum, row) => sum + expected[row], 0);
    const pace = (rows: Int32Array) => (ends(rows) + 0.5) / (due(rows) + 0.5);
    const crude = Math.log(pace(outside)) - Math.log(pace(inside));
    const counts = { accounts: inside.length, positives: ends(inside), crude };
    if (!(own > 0) || !(all > 0)) return { ...counts, lift: { estimate: 0, lower: 0, upper: 1 / Math.max(all, 0.05) } };
    const weight = ((1 - share) * other) / all;
    const error = weight * Math.sqrt(varianceAt(a, horizon) + varianceAt(b, horizon));
    const factor = Math.exp(1.959964 * error);
    const estimate = own / all;
    return { ...counts, lift: { estimate, lower: estimate / factor, upper: estimate * factor } };
  };
}

function varianceAt(curve: SurvivalCurve, time: number): number {
  const step = stepAt(curve, time) - 1;
  return step < 0 ? 0 : curve.variance[step];
}

/** Nelson and Aalen's cumulative hazard of all, at the duration of each account. */
export function expectedEnds({ durations }: Durations, whole: SurvivalCurve): Float64Array {
  const cumulative = new Float64Array(whole.times.length + 1);
  whole.times.forEach((_, k) => {
    cumulative[k + 1] = cumulative[k] + whole.events[k] / whole.atRisk[k];
  });
  return durations.map((time) => cumulative[stepAt(whole, time)]);
}

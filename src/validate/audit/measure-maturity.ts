import type { Interval } from '../../model/estimate.js';
import { cumulativeIncidence } from '../../stats/cumulative-incidence.js';
import { kaplanMeier, stepAt } from '../../stats/kaplan-meier.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';

/** Accounts by how long they have been waited for, in days. */
export interface WaitedAccounts {
  /** From creation to the decision, or to the day of the data for those that are open. */
  readonly days: Float64Array;
  /** From creation to the day of the data. */
  readonly age: Float64Array;
  /** 1 had the outcome, 2 was decided otherwise, 0 is open. */
  readonly ends: Uint8Array;
}

/** What waiting longer would show. */
export interface Maturity {
  readonly accounts: number;
  readonly open: number;
  /** Days after which nine in ten of all that are ever decided have been: younger accounts do not tell yet. */
  readonly matureDays: number;
  /** Share decided by then (one less Kaplan and Meier). */
  readonly decidedByThen: number;
  /** Accounts younger than that, and those of them that are open. */
  readonly young: number;
  readonly youngOpen: number;
  /** Had the outcome, of those decided so far; of all, were open ones lost; of those old enough, decided. */
  readonly ofDecided: Interval;
  readonly ofAll: Interval;
  readonly ofMature: Interval;
  /** Share of all to come to the outcome by then, open ones counted as long as they were watched (Aalen and Johansen). */
  readonly wonByThen: Interval;
  /** The same over the share decided, by the last day on which 20 accounts were still waited for: what the rate of the decided comes to. */
  readonly corrected: number;
  readonly lastDay: number;
}

const wanted = 0.9;
/** Beyond where fewer are watched the curve is not read. */
const leastAtRisk = 20;

/** Null where too few have been decided to tell. */
export function measureMaturity({ days, age, ends }: WaitedAccounts): Maturity | null {
  const events = Uint8Array.from(ends, (end) => Number(end > 0));
  const curve = kaplanMeier({ durations: days, events });
  let last = -1;
  while (last + 1 < curve.times.length && curve.atRisk[last + 1] >= leastAtRisk) last++;
  if (last < 0) return null;
  const most = 1 - curve.kept[last];
  const step = curve.kept.findIndex((kept, k) => k <= last && 1 - kept >= wanted * most - 1e-12);
  const matureDays = Math.ceil(curve.times[step]);
  const at = stepAt(curve, matureDays) - 1;
  const decidedByThen = 1 - curve.kept[at];
  const count = { won: 0, decided: 0, open: 0, young: 0, youngOpen: 0, matureWon: 0, matureDecided: 0 };
  for (let row = 0; row < ends.length; row++) {
    const isYoung = age[row] < matureDays;
    if (ends[row] === 0) count.open++;
    else count.decided++;
    if (ends[row] === 1) count.won++;
    if (isYoung) count.young++;
    if (isYoung && ends[row] === 0) count.youngOpen++;
    if (!isYoung && ends[row] !== 0) count.matureDecided++;
    if (!isYoung && ends[row] === 1) count.matureWon++;
  }
  const wonByThen = cumulativeIncidence({ durations: days, ends }, matureDays);
  const lastDay = curve.times[last];
  const wonByLast = cumulativeIncidence({ durations: days, ends }, lastDay);
  return {
    accounts: ends.length,
    open: count.open,
    matureDays,
    decidedByThen,
    young: count.young,
    youngOpen: count.youngOpen,
    ofDecided: wilsonInterval(count.won, count.decided),
    ofAll: wilsonInterval(count.won, ends.length),
    ofMature: wilsonInterval(count.matureWon, count.matureDecided),
    wonByThen,
    corrected: wonByLast.estimate / most,
    lastDay,
  };
}

import type { Interval } from '../model/estimate.js';

/** How long each account was watched, and what ended it: 1 the event that is asked about, 2 another one, 0 neither yet. */
export interface CompetingEnds {
  readonly durations: Float64Array;
  readonly ends: Uint8Array;
}

/**
 * The share of accounts to which the event came by `time`, when another one may come first: Aalen and Johansen's estimate,
 * which counts accounts without an end as long as they were watched. Without other ends it is 1 − Kaplan and Meier's.
 * The 95 % interval is on the scale of log(−log), by the variance that follows Greenwood's.
 * Source: O. Aalen and S. Johansen, Scandinavian Journal of Statistics 5 (1978) 141–150; variance: E. Marubini and
 * M. Valsecchi, Analysing Survival Data from Clinical Trials and Observational Studies (1995), chapter 10.
 */
export function cumulativeIncidence({ durations, ends }: CompetingEnds, time: number): Interval {
  const steps = countSteps({ durations, ends }, time);
  let [share, kept] = [0, 1];
  const shares = steps.map(({ atRisk, own, other }) => {
    const before = kept;
    share += (before * own) / atRisk;
    kept *= 1 - (own + other) / atRisk;
    return { share, before };
  });
  if (share === 0) return { estimate: 0, lower: 0, upper: noneIn(durations.length) };
  let variance = 0;
  steps.forEach(({ atRisk: n, own, other }, k) => {
    const { share: here, before } = shares[k];
    const gap = share - here;
    const all = own + other;
    if (n > all) variance += (gap * gap * all) / (n * (n - all));
    variance += (before * before * own * (n - own)) / n ** 3;
    variance -= (2 * gap * before * own) / (n * n);
  });
  if (!(share < 1)) return { estimate: share, lower: 1 - noneIn(durations.length), upper: 1 };
  const error = Math.sqrt(Math.max(0, variance)) / Math.abs(share * Math.log(share));
  const factor = Math.exp(1.959964 * error);
  return { estimate: share, lower: share ** factor, upper: share ** (1 / factor) };
}

interface Step {
  readonly atRisk: number;
  readonly own: number;
  readonly other: number;
}

/** The times up to `time` at which something ended, ascending. */
function countSteps({ durations, ends }: CompetingEnds, time: number): Step[] {
  const sorted = durations.slice().sort();
  const counts = new Map<number, { own: number; other: number }>();
  ends.forEach((end, row) => {
    if (end === 0 || durations[row] > time) return;
    const at = counts.get(durations[row]) ?? { own: 0, other: 0 };
    counts.set(durations[row], end === 1 ? { ...at, own: at.own + 1 } : { ...at, other: at.other + 1 });
  });
  let before = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([at, step]) => {
      while (before < sorted.length && sorted[before] < at) before++;
      return { atRisk: sorted.length - before, ...step };
    });
}

/** Upper 95 % bound of a share that none of `accounts` have (Clopper and Pearson). */
function noneIn(accounts: number): number {
  return 1 - 0.025 ** (1 / Math.max(1, accounts));
}

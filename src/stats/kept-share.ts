import type { Interval } from '../model/estimate.js';
import { type SurvivalCurve, stepAt } from './kaplan-meier.js';

/**
 * The share kept after `time`, with the 95 % interval on the scale of log(−log) by Greenwood's variance. Where no event (or
 * nothing but events) has come, the exact bound for none in so many accounts stands in for it.
 * Source: J. Kalbfleisch and R. Prentice, The Statistical Analysis of Failure Time Data (1980) 1.3.
 */
export function keptShare(curve: SurvivalCurve, time: number): Interval {
  const step = stepAt(curve, time) - 1;
  if (curve.accounts === 0) return { estimate: 1, lower: 0, upper: 1 };
  if (step < 0) return { estimate: 1, lower: noneIn(curve.accounts), upper: 1 };
  const estimate = curve.kept[step];
  if (!(estimate > 0)) return { estimate: 0, lower: 0, upper: 1 - noneIn(curve.accounts) };
  const error = Math.sqrt(curve.variance[step]) / Math.abs(Math.log(estimate));
  const factor = Math.exp(1.959964 * error);
  return { estimate, lower: estimate ** factor, upper: estimate ** (1 / factor) };
}

/** Lower 95 % bound of a share that all of `accounts` have (Clopper and Pearson). */
function noneIn(accounts: number): number {
  return 0.025 ** (1 / Math.max(1, accounts));
}

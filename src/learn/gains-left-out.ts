import { laplaceLeaveOneOut } from '../stats/laplace-leave-one-out.js';
import { accountCovariance } from './account-covariance.js';
import type { FullTerms, MainFit } from './fit-mains.js';

/**
 * How much tables of pairs would help accounts that were left out one at a time, for each precision: gain in nats against
 * the additive part alone. For few accounts, where folds leave too much out; the cost is cubic in the accounts.
 * @param by `precisions` of the tables; `until`: no further ones are tried where the gain is so much below the best.
 */
export function gainsLeftOut(
  data: { readonly terms: FullTerms; readonly labels: Uint8Array },
  by: { readonly mains: MainFit; readonly precisions: readonly number[]; readonly until: number },
): number[] {
  const { mains, pairs, mean } = accountCovariance(data.terms, by.mains);
  const without = laplaceLeaveOneOut(mains, { labels: data.labels, mean, start: by.mains.final.logOdds });
  const gains: number[] = [];
  let start = without.logOdds;
  for (const precision of by.precisions) {
    const covariance = mains.map((value, k) => value + pairs[k] / precision);
    const { logLikelihood, logOdds } = laplaceLeaveOneOut(covariance, { labels: data.labels, mean, start });
    start = logOdds;
    gains.push(logLikelihood - without.logLikelihood);
    if (gains[gains.length - 1] < Math.max(0, ...gains) - by.until) break;
  }
  return gains;
}

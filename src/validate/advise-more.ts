import type { Proof } from '../model/proof.js';

/** Beyond this factor "more accounts" is no advice. */
const mostTimes = 20;

/**
 * What data would help a proof that does not beat chance. Intervals narrow with the root of the accounts: if what was
 * seen is real, so many would show it.
 */
export function adviseMore({ accounts, auc, liftTopFifth, split }: Proof): string[] {
  const times = Math.max(
    timesToExclude(0.5, auc),
    timesToExclude(0, {
      estimate: Math.log(liftTopFifth.estimate),
      lower: Math.log(liftTopFifth.lower),
    }),
  );
  const others =
    'Add attributes that were known before the outcome and could bear on it: these hardly tell the two apart.';
  const advice = split.method === 'time' || split.method === 'order' ? [turnedAdvice(auc), others] : [others];
  if (!(times <= mostTimes)) return advice;
  const needed = Math.ceil((accounts * Math.max(times, 1.1)) / 10) * 10;
  return [
    `If the order seen here is real, about ${needed} held-out accounts with known outcomes would show it.`,
    ...advice,
  ];
}

/** The latest accounts were judged by what the earlier ones taught. */
function turnedAdvice({ upper }: Proof['auc']): string {
  const what =
    upper < 0.5
      ? 'What held earlier is the other way round in the latest accounts: the market has turned.'
      : 'If the market has turned, what held earlier says little of the latest accounts.';
  return `${what} Learn from the recent ones alone (--since) and look at the difference (assay diff).`;
}

/** By how much the sample must grow for the lower bound to reach `chance`; infinite when the estimate is on the wrong side. */
function timesToExclude(chance: number, interval: { estimate: number; lower: number }): number {
  if (!(interval.estimate > chance)) return Number.POSITIVE_INFINITY;
  return ((interval.estimate - interval.lower) / (interval.estimate - chance)) ** 2;
}

import type { GuardRail } from '../../model/experiment.js';
import type { ArmComparison } from './compare-arms.js';
import type { GuardReading } from './experiment-reading.js';
import { differenceRange, metricText } from './metric-text.js';

/** Whether a guard rail holds. A broken one stands whatever the outcome says. */
export function judgeGuard(comparison: ArmComparison, { arm, rail }: { arm: string; rail: GuardRail }): GuardReading {
  const { difference, mean, otherMean, isReadable } = comparison;
  const isRate = rail.is !== undefined;
  // Turned so that above zero is worse.
  const [least, most] =
    rail.worse === 'higher' ? [difference.lower, difference.upper] : [-difference.upper, -difference.lower];
  const state = !isReadable ? 'open' : least > 0 ? 'broken' : most < rail.margin ? 'held' : 'open';
  const numbers = `${metricText(mean, isRate)} against ${metricText(otherMean, isRate)} (${differenceRange(difference, isRate)})`;
  const margin = metricText(rail.margin, isRate).replace('%', 'points');
  const said = {
    held: `is not worse by ${margin}`,
    broken: 'got worse',
    open: `may be worse by ${margin}, or not: cannot tell yet`,
  }[state];
  const name = rail.is === undefined ? rail.column : `${rail.column} = ${rail.is.join(' or ')}`;
  return { arm, rail, comparison, state, sentence: `${name} ${said}: ${numbers}.` };
}

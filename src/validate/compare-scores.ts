import type { Ahead } from '../model/proof.js';
import { type Influence, influenceDifference } from '../stats/influence.js';
import type { ScoreInfluences } from './score-influences.js';

/**
 * By how much the first scores do better than the second on the same accounts, with 95 % intervals that know the two are judged by the
 * same accounts; above 0 the first do better, whatever the measure.
 * @param positives of `accounts` judged; Student's t rests on the rarer class where only order counts.
 */
export function compareScores(
  of: readonly [ScoreInfluences, ScoreInfluences],
  {
    accounts,
    positives,
    designEffect,
  }: { readonly accounts: number; readonly positives: number; readonly designEffect: number },
): Ahead {
  const [ours, theirs] = of;
  const ofOrder = { designEffect, df: Math.min(positives, accounts - positives) - 1 };
  const ofChance = { designEffect, df: accounts - 1 };
  const more = (measure: 'auc' | 'averagePrecision' | 'liftTopFifth') =>
    influenceDifference(pair(ours[measure], theirs[measure]), ofOrder);
  const less = (measure: 'logLoss' | 'brier') => influenceDifference(pair(theirs[measure], ours[measure]), ofChance);
  return {
    auc: more('auc'),
    averagePrecision: more('averagePrecision'),
    liftTopFifth: more('liftTopFifth'),
    logLoss: less('logLoss'),
    brier: less('brier'),
  };
}

function pair(first: Influence, second: Influence): readonly [Influence, Influence] {
  return [first, second];
}

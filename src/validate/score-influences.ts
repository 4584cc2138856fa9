import { aucInfluence } from '../stats/auc-influence.js';
import { averagePrecisionInfluence } from '../stats/average-precision-influence.js';
import type { Influence } from '../stats/influence.js';
import { meanInfluence } from '../stats/mean-influence.js';
import { rankRows } from '../stats/rank-rows.js';
import { topLiftInfluence } from '../stats/top-lift-influence.js';

/** The measures that scorers are compared by, each with how far every account pulls it. */
export interface ScoreInfluences {
  readonly auc: Influence;
  readonly averagePrecision: Influence;
  readonly liftTopFifth: Influence;
  /** Less is better, as it is of `brier`. */
  readonly logLoss: Influence;
  readonly brier: Influence;
}

/** A probability of 0 or 1 that was wrong must not make a mean infinite. */
const margin = 1e-15;

/** @param held one entry an account, in any order that is the same for all scorers. */
export function scoreInfluences(held: {
  readonly points: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}): ScoreInfluences {
  const { points, probabilities, labels } = held;
  const ranked = rankRows(points, labels);
  const losses = new Float64Array(labels.length);
  const squares = new Float64Array(labels.length);
  for (let row = 0; row < losses.length; row++) {
    const p = Math.min(Math.max(probabilities[row], margin), 1 - margin);
    losses[row] = labels[row] > 0 ? -Math.log(p) : -Math.log1p(-p);
    squares[row] = (probabilities[row] - (labels[row] > 0 ? 1 : 0)) ** 2;
  }
  return {
    auc: aucInfluence(ranked),
    averagePrecision: averagePrecisionInfluence(ranked),
    liftTopFifth: topLiftInfluence(ranked, 0.2),
    logLoss: meanInfluence(losses),
    brier: meanInfluence(squares),
  };
}

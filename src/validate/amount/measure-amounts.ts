import type { AmountMeasures } from '../../model/amount-proof.js';
import { rankCorrelation } from '../../stats/rank-correlation.js';
import { topValueShare } from '../../stats/top-value-share.js';
import { tweedieDeviance } from '../../stats/tweedie-deviance.js';

/**
 * What order and size of expected amounts are worth on accounts that had no part in them.
 * @param held `expected` above zero; `points` where the order is another's; `mean` of the amounts that were learnt from.
 */
export function measureAmounts(held: {
  readonly expected: Float64Array;
  readonly points?: ArrayLike<number>;
  readonly amounts: Float64Array;
  readonly mean: number;
  readonly designEffect: number;
}): AmountMeasures {
  const { expected, points = expected, amounts, mean, designEffect } = held;
  const alone = tweedieDeviance(new Float64Array(amounts.length).fill(mean), amounts);
  const error = amounts.reduce((sum, amount, i) => sum + Math.abs(amount - expected[i]), 0);
  return {
    rank: rankCorrelation(points, amounts, { designEffect }),
    shareTopFifth: topValueShare(points, amounts, { share: 0.2, designEffect }),
    meanError: error / amounts.length,
    deviance: tweedieDeviance(expected, amounts) / alone,
  };
}

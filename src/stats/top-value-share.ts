import type { Interval } from '../model/estimate.js';
import { createRandom } from './random.js';
import { valueCurve } from './value-curve.js';

/** Draws of accounts in all; each resample takes as many as there are accounts. */
const mostDraws = 4_000_000;
const resamples = { least: 100, most: 500 };

/**
 * Share of all value that the best-scored `share` of accounts holds, with a 95 % bootstrap interval over accounts: no formula
 * holds for heavy tails. Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993) 13.
 * @param options `designEffect`: variance over that of independent judgements; it widens the interval about the estimate.
 */
export function topValueShare(
  points: ArrayLike<number>,
  amounts: ArrayLike<number>,
  options: { readonly share: number; readonly designEffect?: number; readonly seed?: number },
): Interval {
  const { share, designEffect = 1, seed = 1 } = options;
  const [{ held: estimate }] = valueCurve(points, amounts, [share]);
  const count = points.length;
  if (count === 0) return { estimate: 0, lower: 0, upper: 1 };
  const rounds = Math.max(resamples.least, Math.min(resamples.most, Math.floor(mostDraws / count)));
  const order = Float64Array.from({ length: count }, (_, i) => i).sort((a, b) => points[b] - points[a]);
  const tieOf = new Int32Array(count);
  for (let k = 1; k < count; k++) tieOf[k] = tieOf[k - 1] + (points[order[k]] === points[order[k - 1]] ? 0 : 1);
  const value = Float64Array.from(order, (i) => amounts[i]);
  const [accountsOf, heldOf] = [new Float64Array(tieOf[count - 1] + 1), new Float64Array(tieOf[count - 1] + 1)];
  const random = createRandom(seed);
  const shares = Float64Array.from({ length: rounds }, () => {
    accountsOf.fill(0);
    heldOf.fill(0);
    let all = 0;
    for (let k = 0; k < count; k++) {
      const drawn = random.int(count);
      accountsOf[tieOf[drawn]]++;
      heldOf[tieOf[drawn]] += value[drawn];
      all += value[drawn];
    }
    let [left, held] = [share * count, 0];
    for (let tie = 0; left > 0 && tie < heldOf.length; tie++) {
      if (accountsOf[tie] === 0) continue;
      held += Math.min(1, left / accountsOf[tie]) * heldOf[tie];
      left -= accountsOf[tie];
    }
    return all > 0 ? held / all : estimate;
  }).sort();
  const wide = (bound: number) => Math.max(0, Math.min(1, estimate + Math.sqrt(designEffect) * (bound - estimate)));
  return {
    estimate,
    lower: wide(shares[Math.floor(0.025 * rounds)]),
    upper: wide(shares[Math.ceil(0.975 * rounds) - 1]),
  };
}

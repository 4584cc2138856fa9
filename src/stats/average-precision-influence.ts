import type { Influence } from './influence.js';
import type { RankedRows } from './rank-rows.js';

/**
 * Average precision with its influence values. With P(s) the precision at and above score s, π the rate, and F(s) the share
 * of accounts at or above s, an account of score x and outcome y pulls by
 * (1/π) · { y (P(x) − AP) + E⁺[1{s ≤ x} (y − P(s)) / F(s)] }, E⁺ over positives: by its own precision, and by the precision
 * of all positives below it. Their mean is 0.
 * Derived here from the definition; test/laws/proof-coverage.test.ts measures it.
 */
export function averagePrecisionInfluence({ tally, place, labels }: RankedRows): Influence {
  const { scores, accounts, positives, totalAccounts, totalPositives } = tally;
  const size = scores.length;
  const precision = new Float64Array(size);
  const above = new Float64Array(size);
  let [seen, hits, sum] = [0, 0, 0];
  for (let i = size - 1; i >= 0; i--) {
    seen += accounts[i];
    hits += positives[i];
    above[i] = seen / totalAccounts;
    precision[i] = hits / seen;
    sum += positives[i] * precision[i];
  }
  const estimate = sum / totalPositives;
  const rate = totalPositives / totalAccounts;
  const ofPositive = new Float64Array(size);
  const ofNegative = new Float64Array(size);
  let [lift, drag] = [0, 0];
  for (let i = 0; i < size; i++) {
    const weight = positives[i] / totalAccounts / above[i];
    lift += weight * (1 - precision[i]);
    drag += weight * precision[i];
    ofPositive[i] = (precision[i] - estimate + lift) / rate;
    ofNegative[i] = -drag / rate;
  }
  const values = new Float64Array(place.length);
  for (let row = 0; row < values.length; row++)
    values[row] = labels[row] > 0 ? ofPositive[place[row]] : ofNegative[place[row]];
  return { estimate, values };
}

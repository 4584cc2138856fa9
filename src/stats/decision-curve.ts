import type { DecisionPoint } from '../model/proof.js';
import { influenceInterval } from './influence.js';
import { meanInfluence } from './mean-influence.js';

/** Chances from which on one might act. */
const thresholds = [
  0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
];
/** Accounts on each side of a threshold, and of each outcome among those acted upon, below which its interval is not to be trusted. */
const leastAside = 20;
const leastOfEach = 5;

/**
 * Decision curve: what acting on the accounts of at least a chance t is worth, in wins for each account judged, where a
 * win is worth as much as (1 − t) / t misses cost (that is what makes t the chance from which on acting pays):
 * wins acted upon − misses acted upon · t / (1 − t), over all accounts; beside acting on all (on none it is 0). `ahead` is what the
 * scores add to the better of these two.
 * Thresholds that leave too few accounts on a side are left out.
 * Source: A. Vickers and E. Elkin, Medical Decision Making 26 (2006) 565–574.
 * @param designEffect variance over that of independent accounts, 1 unless told.
 */
export function decisionCurve(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  { designEffect = 1 }: { readonly designEffect?: number } = {},
): DecisionPoint[] {
  const count = labels.length;
  let positives = 0;
  for (let row = 0; row < count; row++) positives += labels[row] > 0 ? 1 : 0;
  const rate = positives / count;
  return thresholds.flatMap((threshold) => {
    const cost = threshold / (1 - threshold);
    const net = new Float64Array(count);
    const ahead = new Float64Array(count);
    const all = rate - (1 - rate) * cost;
    let [acted, hits] = [0, 0];
    for (let row = 0; row < count; row++) {
      const gain = labels[row] > 0 ? 1 : -cost;
      if (probabilities[row] >= threshold) {
        net[row] = gain;
        acted++;
        hits += labels[row] > 0 ? 1 : 0;
      }
      ahead[row] = all > 0 ? net[row] - gain : net[row];
    }
    const aside = count - acted;
    const passedBy = positives - hits;
    const isKnown = Math.min(acted, aside) >= leastAside && Math.min(hits, acted - hits) >= leastOfEach;
    if (!isKnown || Math.min(passedBy, aside - passedBy) < leastOfEach) return [];
    const interval = (of: Float64Array) => influenceInterval(meanInfluence(of), { designEffect, df: count - 1 });
    return [{ threshold, share: acted / count, net: interval(net), all, ahead: interval(ahead) }];
  });
}

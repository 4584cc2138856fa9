import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../../model/estimate.js';
import type { BinCounts } from './optimal-bins.js';

/**
 * Weight of evidence of each bin: ln(share of the positives / share of the negatives), half an account added to each
 * cell (Laplace's rule in Jeffreys' measure), with its 95 % interval from the two multinomials.
 * Source: I. J. Good, "Probability and the Weighing of Evidence", 1950; variance by the delta method.
 * @returns above 0 where positives are more frequent than overall.
 */
export function weightOfEvidence({ accounts, positives }: BinCounts): Interval[] {
  const z = normalQuantile(0.975, 0, 1);
  const hits = Array.from(positives, (count) => count + 0.5);
  const others = Array.from(accounts, (count, bin) => count - positives[bin] + 0.5);
  const [allHits, allOthers] = [hits, others].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  return hits.map((count, bin) => {
    const estimate = Math.log(count / allHits / (others[bin] / allOthers));
    const variance = 1 / count - 1 / allHits + 1 / others[bin] - 1 / allOthers;
    const half = z * Math.sqrt(Math.max(0, variance));
    return { estimate, lower: estimate - half, upper: estimate + half };
  });
}

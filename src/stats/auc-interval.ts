import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../model/estimate.js';
import { aucOfTally } from './auc.js';
import { type ScoreTally, tallyScores } from './score-tally.js';

/** Below this many accounts in the smaller class DeLong's variance is itself too uncertain; Newcombe's interval is used. */
const smallestClass = 5;

/**
 * AUC with a 95 % interval: DeLong's variance on the logit scale, with Student's t at Welch's degrees of freedom because the
 * variance of a class of few accounts is itself uncertain. Where that variance says nothing (an AUC of 0 or 1,
 * or a class of fewer than five accounts) Newcombe's interval takes its place. `{ NaN, 0, 1 }` when a class is empty.
 * A constant score has an AUC of exactly .5, without error.
 * Sources: E. R. DeLong et al., Biometrics 44 (1988) 837–845; M. Pepe, The Statistical Evaluation of Medical Tests (2003) 5.2;
 * B. L. Welch, Biometrika 34 (1947) 28–35;
 * R. G. Newcombe, Statistics in Medicine 25 (2006) 559–573, method 5.
 * @param designEffect variance over that of independent accounts, 1 unless told.
 */
export function aucInterval(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  { designEffect = 1 }: { readonly designEffect?: number } = {},
): Interval {
  const tally = tallyScores(scores, labels);
  const positives = tally.totalPositives;
  const negatives = tally.totalAccounts - positives;
  if (positives === 0 || negatives === 0) return { estimate: Number.NaN, lower: 0, upper: 1 };
  const estimate = aucOfTally(tally);
  if (tally.scores.length === 1) return { estimate, lower: estimate, upper: estimate };
  const { variance, df } = aucVariance(tally, estimate);
  if (estimate === 0 || estimate === 1 || !(variance > 0) || Math.min(positives, negatives) < smallestClass) {
    return newcombeInterval(estimate, { positives, negatives, designEffect });
  }
  const logit = Math.log(estimate / (1 - estimate));
  const half = (studentQuantile(df) * Math.sqrt(designEffect * variance)) / (estimate * (1 - estimate));
  return { estimate, lower: expit(logit - half), upper: expit(logit + half) };
}

/** DeLong's variance from counts by score: every account of one class and score has the same placement. */
function aucVariance(tally: ScoreTally, estimate: number): { variance: number; df: number } {
  const positives = tally.totalPositives;
  const negatives = tally.totalAccounts - positives;
  let [negativesBelow, positivesBelow, ofPositives, ofNegatives] = [0, 0, 0, 0];
  for (let i = 0; i < tally.scores.length; i++) {
    const hits = tally.positives[i];
    const misses = tally.accounts[i] - hits;
    ofPositives += hits * ((negativesBelow + misses / 2) / negatives - estimate) ** 2;
    ofNegatives += misses * ((positives - positivesBelow - hits / 2) / positives - estimate) ** 2;
    negativesBelow += misses;
    positivesBelow += hits;
  }
  const [a, b] = [ofPositives / ((positives - 1) * positives), ofNegatives / ((negatives - 1) * negatives)];
  return { variance: a + b, df: (a + b) ** 2 / (a ** 2 / (positives - 1) + b ** 2 / (negatives - 1)) };
}

/** The 97.5 % point of Student's t: t² / (df + t²) is a Beta(½, df/2) variable. */
function studentQuantile(df: number): number {
  const b = betaQuantile(0.95, 0.5, df / 2);
  return Math.sqrt((df * b) / (1 - b));
}

/** All θ with |θ − estimate| ≤ z·√V(θ), V of Hanley and McNeil with the classes' mean size: bounded away from 0 and 1 errors. */
function newcombeInterval(
  estimate: number,
  given: { positives: number; negatives: number; designEffect: number },
): Interval {
  const { positives, negatives, designEffect } = given;
  const z = normalQuantile(0.975, 0, 1) * Math.sqrt(designEffect);
  const rest = (positives + negatives) / 2 - 1;
  const error = (x: number) =>
    z * Math.sqrt((x * (1 - x) * (1 + rest * ((1 - x) / (2 - x) + x / (1 + x)))) / (positives * negatives));
  const search = (end: number) => {
    let [inside, outside] = [estimate, end];
    for (let step = 0; step < 60; step++) {
      const middle = (inside + outside) / 2;
      if (Math.abs(middle - estimate) <= error(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { estimate, lower: search(0), upper: search(1) };
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

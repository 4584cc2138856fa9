import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/model/estimate.js';
import { aucInterval } from '../../src/stats/auc-interval.js';
import { liftInterval } from '../../src/stats/lift-interval.js';
import { liftTopShare } from '../../src/stats/lift-top-share.js';
import { createRandom, type Random } from '../../src/stats/random.js';

const runs = 1000;

/** Share of intervals that hold the truth, in per cent. With 1,000 runs its own standard error is .7. */
function cover(truth: number, draw: () => Interval): number {
  let hits = 0;
  for (let run = 0; run < runs; run++) {
    const { lower, upper } = draw();
    if (lower <= truth && truth <= upper) hits++;
  }
  return (100 * hits) / runs;
}

function binomial(random: Random, { n, p }: { n: number; p: number }): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (random.next() < p) count++;
  return count;
}

describe('liftInterval', () => {
  it('covers the true lift in 93 to 97 of 100 samples, size of the subset by chance', () => {
    const random = createRandom(1);
    const cases = [
      { n: 60, share: 0.3, rate: 0.5, rest: 0.3 },
      { n: 100, share: 0.2, rate: 0.3, rest: 0.1 },
      { n: 100, share: 0.1, rate: 0.2, rest: 0.2 },
      { n: 200, share: 0.1, rate: 0.1, rest: 0.05 },
      { n: 200, share: 0.3, rate: 0.9, rest: 0.3 },
      { n: 300, share: 0.5, rate: 0.5, rest: 0.05 },
      { n: 1000, share: 0.02, rate: 0.3, rest: 0.1 },
      { n: 1000, share: 0.05, rate: 0.02, rest: 0.02 },
    ];
    const covered = cases.map(({ n, share, rate, rest }) =>
      cover(rate / (share * rate + (1 - share) * rest), () => {
        const accounts = binomial(random, { n, p: share });
        const positives = binomial(random, { n: accounts, p: rate });
        const others = binomial(random, { n: n - accounts, p: rest });
        return liftInterval({ positives, accounts, totalPositives: positives + others, totalAccounts: n });
      }),
    );
    for (const percent of covered) expect(percent).toBeGreaterThanOrEqual(92.5);
    for (const percent of covered) expect(percent).toBeLessThanOrEqual(97.5);
    expect(covered.reduce((sum, percent) => sum + percent, 0) / cases.length).toBeGreaterThan(94);
  });
});

describe('liftTopShare', () => {
  it('covers the true lift of the best fifth in 93 to 97 of 100 samples', () => {
    const random = createRandom(2);
    for (const { n, intercept, slope } of [
      { n: 100, intercept: -1, slope: 1 },
      { n: 200, intercept: -2, slope: 1 },
      { n: 250, intercept: 0, slope: 0 },
      { n: 300, intercept: -1, slope: 3 },
      { n: 500, intercept: -3, slope: 1.5 },
    ]) {
      const rate = (score: number) => 1 / (1 + Math.exp(-intercept - slope * score));
      const percent = cover(liftOfNormalScores(rate), () => {
        const scores = Float64Array.from({ length: n }, () => random.normal());
        return liftTopShare(
          scores,
          scores.map((score) => (random.next() < rate(score) ? 1 : 0)),
          { share: 0.2 },
        );
      });
      expect(percent).toBeGreaterThanOrEqual(93);
      expect(percent).toBeLessThanOrEqual(97.5);
    }
  });
});

/** Rate above the 80 % point of a standard normal score over the rate of all, by midpoints. */
function liftOfNormalScores(rate: (score: number) => number): number {
  let [all, top] = [0, 0];
  for (let x = -8; x < 8; x += 0.0005) {
    const weight = Math.exp((-x * x) / 2) * rate(x);
    all += weight;
    if (x > 0.8416212335729143) top += weight;
  }
  return top / 0.2 / all;
}

describe('aucInterval', () => {
  it('covers the true AUC in 93 to 99 of 100 samples, small classes included', () => {
    const random = createRandom(3);
    for (const { positives, negatives, shift } of [
      { positives: 5, negatives: 20, shift: 0 },
      { positives: 5, negatives: 100, shift: 1 },
      { positives: 10, negatives: 40, shift: 1 },
      { positives: 10, negatives: 40, shift: 2 },
      { positives: 10, negatives: 200, shift: 1 },
      { positives: 50, negatives: 200, shift: 0 },
      { positives: 50, negatives: 200, shift: 1 },
    ]) {
      const labels = Uint8Array.from({ length: positives + negatives }, (_, i) => (i < positives ? 1 : 0));
      const percent = cover(normalCdf(shift / Math.SQRT2, 0, 1), () =>
        aucInterval(
          Float64Array.from(labels, (label) => random.normal() + shift * label),
          labels,
        ),
      );
      expect(percent).toBeGreaterThanOrEqual(93);
      expect(percent).toBeLessThanOrEqual(99);
    }
  });
});

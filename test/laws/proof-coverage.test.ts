import { describe, expect, it } from 'vitest';
import { decisionCurve } from '../../src/stats/decision-curve.js';
import { influenceDifference, influenceInterval } from '../../src/stats/influence.js';
import { createRandom, type Random } from '../../src/stats/random.js';
import { compareScores } from '../../src/validate/compare-scores.js';
import { scoreInfluences } from '../../src/validate/score-influences.js';

/** Two scores of the same accounts, both right on average, one of them of half the signal. */
function drawAccounts(count: number, random: Random) {
  const labels = new Uint8Array(count);
  const [strong, weak] = [new Float64Array(count), new Float64Array(count)];
  for (let row = 0; row < count; row++) {
    const [shared, own] = [random.normal(), random.normal()];
    strong[row] = expit(-1.5 + shared + own);
    // Integrates the part that it does not know out, by the probit approximation.
    weak[row] = expit((-1.5 + shared) / Math.sqrt(1 + Math.PI / 8));
    labels[row] = random.next() < strong[row] ? 1 : 0;
  }
  return { labels, strong, weak };
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

const measures = ['auc', 'averagePrecision', 'liftTopFifth', 'logLoss', 'brier'] as const;

describe('compareScores', () => {
  const large = drawAccounts(200_000, createRandom(9));
  const of = (scores: Float64Array, labels: Uint8Array) =>
    scoreInfluences({ points: scores, probabilities: scores, labels });
  const truth = {
    strong: of(large.strong, large.labels),
    weak: of(large.weak, large.labels),
  };

  it.each([
    [200, 0.92],
    [1000, 0.92],
  ])('covers the true difference of every measure, at %i accounts', (count, least) => {
    const random = createRandom(count);
    const covered = { auc: 0, averagePrecision: 0, liftTopFifth: 0, logLoss: 0, brier: 0 };
    const repeats = 400;
    for (let i = 0; i < repeats; i++) {
      const { labels, strong, weak } = drawAccounts(count, random);
      const positives = labels.reduce((sum, label) => sum + label, 0);
      const ahead = compareScores([of(strong, labels), of(weak, labels)], {
        accounts: count,
        positives,
        designEffect: 1,
      });
      for (const measure of measures) {
        const sign = measure === 'logLoss' || measure === 'brier' ? -1 : 1;
        const right = sign * (truth.strong[measure].estimate - truth.weak[measure].estimate);
        if (ahead[measure].lower <= right && right <= ahead[measure].upper) covered[measure]++;
      }
    }
    for (const measure of measures) {
      expect([measure, covered[measure] / repeats >= least], `${measure} ${covered[measure] / repeats}`).toEqual([
        measure,
        true,
      ]);
      expect(covered[measure] / repeats, measure).toBeLessThanOrEqual(0.98);
    }
  });

  it('is nought without error for a score and its like', () => {
    const { labels, strong } = drawAccounts(300, createRandom(3));
    const ranks = of(strong, labels).auc;
    const same = of(
      strong.map((p) => p ** 3),
      labels,
    ).auc;
    expect(influenceDifference([ranks, same], { df: 50 })).toEqual({ estimate: 0, lower: 0, upper: 0 });
  });

  it('does not see the order of rows', () => {
    const { labels, strong, weak } = drawAccounts(300, createRandom(4));
    const turned = <T extends Uint8Array | Float64Array>(of: T) => of.slice().reverse() as T;
    const given = { accounts: 300, positives: 90, designEffect: 1 };
    const straight = compareScores([of(strong, labels), of(weak, labels)], given);
    const reversed = compareScores([of(turned(strong), turned(labels)), of(turned(weak), turned(labels))], given);
    for (const measure of measures) expect(reversed[measure].lower).toBeCloseTo(straight[measure].lower, 10);
  });
});

describe('influenceInterval', () => {
  it('covers average precision, log-loss and Brier score themselves', () => {
    const random = createRandom(5);
    const large = drawAccounts(200_000, createRandom(10));
    const of = ({ labels, strong }: ReturnType<typeof drawAccounts>) =>
      scoreInfluences({ points: strong, probabilities: strong, labels });
    const truth = of(large);
    const covered = { averagePrecision: 0, logLoss: 0, brier: 0 };
    for (let i = 0; i < 400; i++) {
      const drawn = drawAccounts(400, random);
      const found = of(drawn);
      const positives = drawn.labels.reduce((sum, label) => sum + label, 0);
      for (const measure of ['averagePrecision', 'logLoss', 'brier'] as const) {
        const options = measure === 'averagePrecision' ? { df: positives - 1, scale: 'logit' as const } : { df: 399 };
        const { lower, upper } = influenceInterval(found[measure], options);
        if (lower <= truth[measure].estimate && truth[measure].estimate <= upper) covered[measure]++;
      }
    }
    for (const [measure, count] of Object.entries(covered)) {
      expect(count / 400, measure).toBeGreaterThanOrEqual(0.92);
      expect(count / 400, measure).toBeLessThanOrEqual(0.98);
    }
  });
});

describe('decisionCurve', () => {
  it('covers the true net benefit, and what it adds to acting on all or on none', () => {
    const random = createRandom(6);
    const large = drawAccounts(200_000, createRandom(11));
    const truth = new Map(decisionCurve(large.strong, large.labels).map((point) => [point.threshold, point]));
    const tried = new Map<number, { count: number; net: number; ahead: number }>();
    for (let i = 0; i < 200; i++) {
      const { labels, strong } = drawAccounts(500, random);
      for (const { threshold, net, all, ahead } of decisionCurve(strong, labels)) {
        const right = truth.get(threshold);
        // Where acting on all is about as good as acting on none, which is better differs from sample to sample.
        if (right === undefined || Math.abs(right.all) < 0.06) continue;
        const seen = tried.get(threshold) ?? { count: 0, net: 0, ahead: 0 };
        seen.count++;
        seen.net += net.lower <= right.net.estimate && right.net.estimate <= net.upper ? 1 : 0;
        seen.ahead +=
          all > 0 === right.all > 0 && ahead.lower <= right.ahead.estimate && right.ahead.estimate <= ahead.upper
            ? 1
            : 0;
        tried.set(threshold, seen);
      }
    }
    const often = [...tried].filter(([, { count }]) => count >= 180);
    expect(often.length).toBeGreaterThan(4);
    for (const [threshold, { count, net, ahead }] of often) {
      expect(net / count, `net at ${threshold}`).toBeGreaterThanOrEqual(0.9);
      expect(ahead / count, `ahead at ${threshold}`).toBeGreaterThanOrEqual(0.9);
    }
  });
});

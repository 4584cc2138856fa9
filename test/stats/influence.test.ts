import { describe, expect, it } from 'vitest';
import { aucDifference } from '../../src/stats/auc-difference.js';
import { aucInfluence } from '../../src/stats/auc-influence.js';
import { averagePrecision } from '../../src/stats/average-precision.js';
import { averagePrecisionInfluence } from '../../src/stats/average-precision-influence.js';
import { brierParts } from '../../src/stats/brier-parts.js';
import { brierScore } from '../../src/stats/brier-score.js';
import { decisionCurve } from '../../src/stats/decision-curve.js';
import { influenceDifference } from '../../src/stats/influence.js';
import { createRandom } from '../../src/stats/random.js';
import { rankRows } from '../../src/stats/rank-rows.js';
import { topLiftInfluence } from '../../src/stats/top-lift-influence.js';

const random = createRandom(2);
const labels = Uint8Array.from({ length: 500 }, () => (random.next() < 0.3 ? 1 : 0));
const first = Float64Array.from(labels, (label) => Math.round(8 * (random.normal() + label)) / 8);
const second = first.map((score) => score + random.normal());

describe('aucInfluence', () => {
  it("gives DeLong's interval of the difference but for Student's t", () => {
    const pair = [first, second].map((scores) => aucInfluence(rankRows(scores, labels)));
    const ours = influenceDifference([pair[0], pair[1]], { df: 1e7 });
    const delong = aucDifference([first, second], labels);
    expect(ours.estimate).toBeCloseTo(delong.estimate, 12);
    expect(ours.lower).toBeCloseTo(delong.lower, 6);
    expect(ours.upper).toBeCloseTo(delong.upper, 6);
  });
});

describe('averagePrecisionInfluence', () => {
  it('is what adding one more account of a kind changes, times their number', () => {
    const { estimate, values } = averagePrecisionInfluence(rankRows(first, labels));
    expect(estimate).toBeCloseTo(averagePrecision(first, labels), 12);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8);
    for (const row of [0, 1, 2, 3, 50]) {
      const times = 40;
      // Everybody forty times over, and one account once more: a small step towards that account.
      const many = <T>(of: ArrayLike<T>) => Array.from({ length: times }, () => Array.from(of)).flat();
      const scores = [...many(first), first[row]];
      const known = [...many(labels), labels[row]];
      const change = averagePrecision(scores, known) - estimate;
      expect(change * scores.length).toBeCloseTo(values[row], 1);
    }
  });
});

describe('topLiftInfluence', () => {
  it('is nought for a score that orders nobody', () => {
    const { estimate, values } = topLiftInfluence(
      rankRows(
        labels.map(() => 1),
        labels,
      ),
      0.2,
    );
    expect(estimate).toBeCloseTo(1, 12);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(1e-12);
  });
});

describe('brierParts', () => {
  it('takes a case apart that can be worked by hand', () => {
    // Recalibrated .2 .2 → 0, .6 .6 → ½: (2 · ¼) / 4 = .125 of .25; given (.04 · 2 + .16 + .36) / 4 = .15.
    const parts = brierParts([0.2, 0.2, 0.6, 0.6], [0, 0, 1, 0]);
    expect(parts.uncertainty).toBeCloseTo(0.1875, 12);
    expect(parts.miscalibration).toBeCloseTo(0.15 - 0.125, 12);
    expect(parts.discrimination).toBeCloseTo(0.1875 - 0.125, 12);
  });

  it('adds up to the score', () => {
    const probabilities = first.map((score) => 1 / (1 + Math.exp(-score)));
    const { miscalibration, discrimination, uncertainty } = brierParts(probabilities, labels);
    expect(miscalibration - discrimination + uncertainty).toBeCloseTo(brierScore(probabilities, labels), 12);
    expect(miscalibration).toBeGreaterThanOrEqual(0);
  });
});

describe('decisionCurve', () => {
  it('weighs misses by the odds of the threshold', () => {
    // 40 of 100 acted upon from ½ on, 30 of them right: (30 − 10) / 100; all: (40 − 60) / 100 < 0, so none is the better.
    const chances = Array.from({ length: 100 }, (_, row) => (row < 40 ? 0.7 : 0.3));
    const came = chances.map((_, row) => (row < 30 || row >= 90 ? 1 : 0));
    const point = decisionCurve(chances, came).find(({ threshold }) => threshold === 0.5);
    expect(point).toMatchObject({ share: 0.4, all: expect.closeTo(-0.2, 12) });
    expect(point?.net.estimate).toBeCloseTo(0.2, 12);
    expect(point?.ahead.estimate).toBeCloseTo(0.2, 12);
  });
});

import { describe, expect, it } from 'vitest';
import { averagePrecision } from '../../src/stats/average-precision.js';
import { brierScore } from '../../src/stats/brier-score.js';
import { logLoss } from '../../src/stats/log-loss.js';

describe('averagePrecision', () => {
  it('gives scikit-learn’s example', () => {
    // average_precision_score: 0.83 = ½ · 1 + ½ · ⅔
    expect(averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo(5 / 6, 14);
  });

  it('is the base rate for a constant score', () => {
    expect(averagePrecision([1, 1, 1, 1], [0, 0, 0, 1])).toBe(0.25);
  });
});

describe('logLoss', () => {
  it('gives scikit-learn’s example', () => {
    // log_loss(["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]]) = 0.21616…
    expect(logLoss([0.9, 0.1, 0.2, 0.65], [1, 0, 0, 1])).toBeCloseTo(0.21616187468057912, 12);
  });

  it('is ln 2 for a constant ½, and finite for a wrong certainty', () => {
    expect(logLoss([0.5, 0.5], [0, 1])).toBe(Math.LN2);
    expect(logLoss([0], [1])).toBeCloseTo(34.538776394910684, 9);
  });
});

describe('brierScore', () => {
  it('gives scikit-learn’s example', () => {
    // brier_score_loss([0, 1, 1, 0], [.1, .9, .8, .3]) = 0.037…
    expect(brierScore([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0])).toBeCloseTo(0.0375, 14);
  });
});

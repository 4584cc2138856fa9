import { describe, expect, it } from 'vitest';
import { calibrateLogOdds } from '../../src/learn/calibrate-log-odds.js';
import { createRandom } from '../../src/stats/random.js';

describe('calibrateLogOdds', () => {
  it('finds that log-odds were twice too large', () => {
    const random = createRandom(2);
    const truth = Float64Array.from({ length: 20_000 }, () => random.normal());
    const labels = Uint8Array.from(truth, (x) => (random.next() < 1 / (1 + Math.exp(-x)) ? 1 : 0));
    const { intercept, slope } = calibrateLogOdds(
      truth.map((x) => 2 * x + 1),
      labels,
    );
    expect(slope).toBeCloseTo(0.5, 1);
    expect(intercept).toBeCloseTo(-0.5, 1);
  });

  it('corrects little on little evidence', () => {
    const { intercept, slope } = calibrateLogOdds(Float64Array.of(1, -1), Uint8Array.of(0, 1));
    expect(slope).toBeGreaterThan(0.6);
    expect(Math.abs(intercept)).toBeLessThan(0.1);
    expect(calibrateLogOdds(new Float64Array(0), new Uint8Array(0))).toEqual({ intercept: 0, slope: 1 });
  });

  it('never turns a score round', () => {
    const logOdds = Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 2 : -2));
    const labels = Uint8Array.from(logOdds, (x) => (x < 0 ? 1 : 0));
    expect(calibrateLogOdds(logOdds, labels).slope).toBe(0.05);
  });
});

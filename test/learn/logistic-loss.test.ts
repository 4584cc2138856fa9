import { describe, expect, it } from 'vitest';
import { logisticLoss } from '../../src/learn/logistic-loss.js';

describe('logisticLoss', () => {
  it('is the sum of the log-loss, by weight', () => {
    const labels = Uint8Array.of(1, 0, 1);
    const predictor = Float64Array.of(Math.log(3), Math.log(3), 0);
    // By hand: −ln ¾, −ln ¼, −ln ½.
    expect(logisticLoss({ labels, weights: null, predictor })).toBeCloseTo(-Math.log((3 / 4) * (1 / 4) * (1 / 2)), 12);
    const weights = Float64Array.of(2.5, 0, 1);
    expect(logisticLoss({ labels, weights, predictor })).toBeCloseTo(-2.5 * Math.log(3 / 4) - Math.log(1 / 2), 12);
  });

  it('stays finite and exact over many accounts, however sure', () => {
    const labels = new Uint8Array(1000);
    const sum = logisticLoss({ labels, weights: null, predictor: new Float64Array(1000) });
    expect(sum).toBeCloseTo(1000 * Math.LN2, 9);
    expect(logisticLoss({ labels, weights: null, predictor: new Float64Array(1000).fill(800) })).toBe(800_000);
    expect(logisticLoss({ labels: labels.fill(1), weights: null, predictor: new Float64Array(1000).fill(800) })).toBe(
      0,
    );
  });
});

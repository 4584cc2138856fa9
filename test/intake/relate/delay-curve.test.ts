import { describe, expect, it } from 'vitest';
import { daysUntilShare, delayCurve } from '../../../src/intake/relate/delay-curve.js';

describe('delayCurve', () => {
  it('agrees with the 6-MP arm of Freireich et al. (1963), as every textbook prints it', () => {
    const weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
    const ended = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
    const survival = delayCurve(weeks, ended).map((step) => [step.days, Number((1 - step.ended).toFixed(4))]);
    expect(survival).toEqual([
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ]);
  });

  it('is empty where nothing ended', () => {
    expect(delayCurve([1, 2, Number.NaN], [0, 0, 1])).toEqual([]);
    expect(daysUntilShare([], 0.9)).toBeNaN();
  });
});

describe('daysUntilShare', () => {
  it('is the share of what ever ended', () => {
    const curve = delayCurve([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99, 99], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
    expect(daysUntilShare(curve, 0.9)).toBe(9);
    expect(daysUntilShare(curve, 1)).toBe(10);
  });
});

import { describe, expect, it } from 'vitest';
import { chooseAmountCuts } from '../../src/score/choose-amount-cuts.js';
import { expectedAmountOf, tidyAmount } from '../../src/score/expected-amount.js';

const calibration = { intercept: Math.log(100), slope: Math.LN2 / 10 };

describe('expectedAmountOf', () => {
  it('doubles with every ten points, and is surest at the center: worked by hand', () => {
    const card = { calibration, amount: { center: 10, level: 0.3, slope: 0.04 } };
    expect(expectedAmountOf(card, 20)?.estimate).toBeCloseTo(400, 9);
    // √(.3² + (.04 · 10)²) = .5
    expect(expectedAmountOf(card, 20)?.upper).toBeCloseTo(400 * Math.exp(0.5 * 1.959964), 6);
    expect(expectedAmountOf(card, 10)?.lower).toBeCloseTo(200 * Math.exp(-0.3 * 1.959964), 6);
  });

  it('has nothing to say of yes and no', () => {
    expect(expectedAmountOf({ calibration }, 20)).toBeNull();
  });

  it('is shown in six digits', () => {
    expect(tidyAmount({ estimate: 1234.56789, lower: 0.123456789, upper: 1e9 + 1 })).toEqual({
      estimate: 1234.57,
      lower: 0.123457,
      upper: 1e9,
    });
  });
});

describe('chooseAmountCuts', () => {
  it('with a cost: bad below it, ideal from twice it', () => {
    const points = Int32Array.from({ length: 100 }, (_, i) => i);
    expect(chooseAmountCuts({ calibration }, { points, mean: 500, cost: 150 })).toEqual({ ideal: 16, stretch: 6 });
  });

  it('without one: twice and half the average, as long as each tier holds its share', () => {
    const points = Int32Array.from({ length: 100 }, (_, i) => i);
    // Twice 10,000 is expected at 77 points, half of it at 57: bad may hold half at most.
    expect(chooseAmountCuts({ calibration }, { points, mean: 10_000 })).toEqual({ ideal: 77, stretch: 50 });
  });
});

import { describe, expect, it } from 'vitest';
import { chooseTimeCuts } from '../../src/score/choose-time-cuts.js';
import { keptAfter, keptUntil } from '../../src/score/kept-after.js';

/** At 0 points nine of ten stay each period; 10 points add log 2 to the odds. */
const card = {
  calibration: { intercept: 0, slope: Math.log(2) / 10 },
  time: {
    from: 0,
    edges: [1, 2, 4],
    stay: [Math.log(9), Math.log(9), Math.log(9)],
    horizon: 2,
    center: 0,
    level: 0.3,
    slope: 0.04,
  },
};

describe('keptUntil', () => {
  it('multiplies the shares that stay, worked by hand', () => {
    const shares = keptUntil(card, { points: 0, times: [0, 1, 2, 3, 4, 9] });
    const expected = [1, 0.9, 0.81, 0.81 * Math.sqrt(0.9), 0.729, 0.729];
    for (const [k, share] of expected.entries()) expect(shares[k]).toBeCloseTo(share, 12);
    // Odds of 18 to 1.
    expect(keptUntil(card, { points: 10, times: [2] })[0]).toBeCloseTo((18 / 19) ** 2, 12);
  });
});

describe('keptAfter', () => {
  it('gives the interval on the scale of log(−log)', () => {
    const { estimate, lower, upper } = keptAfter(card, 10) ?? { estimate: 0, lower: 0, upper: 0 };
    expect(estimate).toBeCloseTo((18 / 19) ** 2, 12);
    // √(.3² + (.04 · 10)²) = .5
    expect(lower).toBeCloseTo(estimate ** Math.exp(1.959964 * 0.5), 12);
    expect(upper).toBeCloseTo(estimate ** Math.exp(-1.959964 * 0.5), 12);
    expect(keptAfter({ calibration: card.calibration }, 10)).toBeNull();
  });
});

describe('chooseTimeCuts', () => {
  it('cuts at half and at twice the risk of all, within bounds on the shares of accounts', () => {
    const points = Int32Array.from({ length: 101 }, (_, i) => i - 50);
    const cuts = chooseTimeCuts(card, { points, kept: 0.81 });
    // 20 points are odds of 36: a risk of .055 against .211; 15 % and 35 % of the accounts bound both.
    expect(cuts).toEqual({ ideal: 15, stretch: -10 });
  });
});

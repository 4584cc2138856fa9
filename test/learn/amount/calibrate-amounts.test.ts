import { describe, expect, it } from 'vitest';
import { scaleAmounts } from '../../../src/learn/amount/amount-scale.js';
import { calibrateAmounts } from '../../../src/learn/amount/calibrate-amounts.js';
import { createRandom } from '../../../src/stats/random.js';

describe('scaleAmounts', () => {
  it('caps at the 99th hundredth of the amounts above zero and measures what is left', () => {
    const amounts = Float64Array.from({ length: 200 }, (_, i) => (i < 100 ? 0 : i - 99));
    const scale = scaleAmounts(amounts);
    expect(scale.cap).toBe(99);
    expect(scale.capped).toBe(1);
    expect(scale.unit).toBeCloseTo((99 * 50 + 99) / 200, 12);
  });
});

describe('calibrateAmounts', () => {
  it('brings the level back so that what is expected sums to what came, tail included', () => {
    const predictor = Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? -0.5 : 0.5));
    const amounts = predictor.map((x, i) => (i === 0 ? 5000 : 100 * Math.exp(x)));
    const groups = Int32Array.from(amounts, (_, i) => i);
    const found = calibrateAmounts(predictor, { amounts, groups, cap: 170, unit: 110, dispersion: 1 });
    const expected = predictor.reduce((sum, x) => sum + Math.exp(found.intercept + found.slope * x), 0);
    expect(expected).toBeCloseTo(
      amounts.reduce((sum, amount) => sum + amount, 0),
      6,
    );
  });

  it('covers the mean of accounts with one score 88 to 98 times in 100, with zeros and a lognormal tail', () => {
    const random = createRandom(9);
    let covered = 0;
    for (let run = 0; run < 150; run++) {
      const predictor = Float64Array.from({ length: 500 }, () => random.normal());
      const amounts = predictor.map((x) => (random.next() < 0.5 ? 0 : 2 * Math.exp(0.6 * x + random.normal() - 0.5)));
      const scale = scaleAmounts(amounts);
      const groups = Int32Array.from(amounts, (_, i) => i);
      const { intercept, slope, spread } = calibrateAmounts(predictor, { amounts, groups, ...scale });
      const error = Math.hypot(spread.level, spread.slope * (1 - spread.center));
      if (Math.abs(intercept + slope - 0.6) <= 1.959964 * error) covered++;
    }
    expect(covered / 150).toBeGreaterThan(0.88);
    expect(covered / 150).toBeLessThan(0.98);
  });
});

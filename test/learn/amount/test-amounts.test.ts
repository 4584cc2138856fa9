import { describe, expect, it } from 'vitest';
import { amountLift } from '../../../src/learn/amount/amount-lift.js';
import { testAmounts } from '../../../src/learn/amount/test-amounts.js';

describe('testAmounts', () => {
  it("gives Kruskal and Wallis's p of scipy for a category", () => {
    // scipy.stats.kruskal on the four groups of i % 4 of these amounts.
    const amounts = Float64Array.from({ length: 60 }, (_, i) => ((i * 37) % 60) + 8 * (i % 4));
    const codes = Uint8Array.from(amounts, (_, i) => i % 4);
    const grid = { kind: 'category', attribute: 'a', labels: ['p', 'q', 'r', 's'], binCount: 4 } as const;
    const [test] = testAmounts({ coded: { grids: [grid], codes: [codes], rowCount: 60 }, amounts });
    expect(test.p).toBeCloseTo(0.0031060160052644656, 6);
    expect(test.q).toBe(test.p);
  });
});

describe('amountLift', () => {
  it('is the mean with the trait over the mean of all', () => {
    const { lift, accounts, positives } = amountLift(Uint8Array.of(1, 1, 0, 255), Float64Array.of(30, 10, 0, 0));
    expect(accounts).toBe(2);
    expect(positives).toBe(2);
    expect(lift.estimate).toBe(2);
    expect(lift.lower).toBeLessThan(2);
  });
});

import { describe, expect, it } from 'vitest';
import { renewalOutlook } from '../../src/value/renewal-outlook.js';

describe('renewalOutlook', () => {
  it('is the sum of what is left after each renewal, discounted', () => {
    const { mean } = renewalOutlook((k) => 0.5 ** k, { months: 3, discountRate: 0 });
    expect(mean).toBeCloseTo(0.5 + 0.25 + 0.125, 12);
    expect(renewalOutlook((k) => 0.5 ** k, { months: 2, discountRate: 0.1 }).mean).toBeCloseTo(0.5 + 0.25 / 1.1, 12);
  });

  it('leaves nothing to chance where nobody leaves', () => {
    const { mean, lower, upper, variance } = renewalOutlook(() => 1, { months: 12, discountRate: 0 });
    expect([mean, lower, upper, variance]).toEqual([12, 12, 12, 0]);
  });

  it('holds what really comes in 95 of 100', () => {
    const { lower, upper } = renewalOutlook((k) => 0.5 ** k, { months: 12, discountRate: 0 });
    expect([lower, upper]).toEqual([0, 5]);
  });

  it('holds the mean where nearly all renew to the end', () => {
    const { mean, lower, upper } = renewalOutlook((k) => 0.999 ** k, { months: 12, discountRate: 0 });
    expect(mean).toBeLessThan(12);
    expect(lower).toBe(mean);
    expect(upper).toBe(12);
  });
});

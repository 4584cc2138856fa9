import { describe, expect, it } from 'vitest';
import { viewLifetime } from '../../../src/report/value/view-lifetime.js';
import { contractLifetime } from '../../../src/value/contract-lifetime.js';
import type { ValueReport } from '../../../src/value/value-report.js';

function contracts(): ValueReport['lifetime'] {
  const months = Float64Array.from({ length: 300 }, (_, i) => 1 + (i % 30));
  const log = {
    accounts: Array.from(months, (_, i) => `a${i}`),
    months,
    hasEnded: Uint8Array.from(months, (month, i) => (i % 3 === 0 && month < 20 ? 1 : 0)),
    monthly: new Float64Array(300).fill(1000),
    paid: new Float64Array(300),
    isPaidTold: false,
    scale: 2,
  };
  return contractLifetime(log, { horizonMonths: 12, discountRate: 0.1, seed: 1 }).report;
}

function viewOf(lifetime: ValueReport['lifetime'], kind: ValueReport['kind']) {
  return viewLifetime({ lifetime, currency: null, kind } as ValueReport)[0];
}

describe('viewLifetime', () => {
  it('says of how many accounts the curve is: all, and not those who stayed', () => {
    const lifetime = contracts();
    expect(lifetime?.customers).toBe(230);
    const { chart } = viewOf(lifetime, 'contracts');
    expect(chart?.caption).toMatch(/^Share of all 300 accounts/);
    expect(chart?.chart.label).toMatch(/^Share of 300 accounts/);
  });
});

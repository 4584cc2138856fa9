import { describe, expect, it } from 'vitest';
import { temperWeights } from '../../../src/learn/binning/temper-weights.js';
import type { AttributeBins } from '../../../src/model/attribute-bins.js';

const seats: AttributeBins = {
  attribute: 'seats',
  informationValue: 0.1,
  trend: 'increasing',
  bins: [
    { values: 'under 50', accounts: 100, positives: 10, weight: { estimate: -0.5, lower: -0.9, upper: -0.1 } },
    { values: '50+', accounts: 100, positives: 20, weight: { estimate: 0.4, lower: 0.2, upper: 0.6 } },
  ],
};
const test = (q: number) => ({ attribute: 'seats', p: q, q, informationValue: 0.1 });
const bounds = (q: number) =>
  temperWeights([seats], [test(q)])[0].bins.map(({ weight }) => [weight.lower, weight.upper].map((x) => x.toFixed(3)));

describe('temperWeights', () => {
  it('reaches 0 on the side of 0 where q is .05, and leaves the other side', () => {
    expect(bounds(0.05)).toEqual([
      ['-0.900', '0.000'],
      ['0.000', '0.600'],
    ]);
  });

  it('goes past 0 where q is above .05, and changes nothing where q is tiny', () => {
    // z of q = .1 is 1.645: 1.96 / 1.645 = 1.1916 times the estimate.
    expect(bounds(0.1)).toEqual([
      ['-0.900', '0.096'],
      ['-0.077', '0.600'],
    ]);
    expect(bounds(1e-200)).toEqual([
      ['-0.900', '-0.100'],
      ['0.200', '0.600'],
    ]);
  });

  it('takes an attribute that was not tested for one that tells nothing', () => {
    const [under] = temperWeights([seats], [])[0].bins;
    expect(under.weight).toEqual({ estimate: -0.5, lower: -0.9, upper: 0.5 });
  });
});

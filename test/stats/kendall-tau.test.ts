import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallTau } from '../../src/stats/kendall-tau.js';

describe('kendallTau', () => {
  it('agrees with scipy.stats.kendalltau, ties and all', () => {
    const { estimate } = kendallTau([3, 1, 4, 1, 5, 9, 2, 6, 5, 3], [2, 7, 1, 8, 2, 8, 1, 8, 2, 8]);
    expect(estimate).toBeCloseTo(0.13041013273932525, 12);
  });

  it('is 1 for one order, −1 for the other, and 0 with nothing excluded where all are alike', () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40])).toEqual({ estimate: 1, lower: 1, upper: 1 });
    expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1]).estimate).toBe(-1);
    expect(kendallTau([1, 2, 3, 4], [7, 7, 7, 7])).toEqual({ estimate: 0, lower: -1, upper: 1 });
  });

  it('is what counting all pairs gives', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, (list) => {
        const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)];
        let [sum, ofA, ofB] = [0, 0, 0];
        for (let i = 0; i < a.length; i++)
          for (let j = 0; j < a.length; j++) {
            const [x, y] = [Math.sign(a[i] - a[j]), Math.sign(b[i] - b[j])];
            sum += x * y;
            ofA += x * x;
            ofB += y * y;
          }
        const expected = ofA === 0 || ofB === 0 ? 0 : sum / Math.sqrt(ofA * ofB);
        expect(kendallTau(a, b).estimate).toBeCloseTo(expected, 10);
      }),
      { numRuns: 60 },
    );
  });
});

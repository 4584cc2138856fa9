import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mantelHaenszel, type TwoByTwo } from '../../src/stats/mantel-haenszel.js';

/** Admissions to Berkeley 1973 by department: of men and of women, all who applied and those admitted. */
const berkeley: TwoByTwo[] = [
  [825, 512, 108, 89],
  [560, 353, 25, 17],
  [325, 120, 593, 202],
  [417, 138, 375, 131],
  [191, 53, 393, 94],
  [373, 22, 341, 24],
].map(([accounts, positives, otherAccounts, otherPositives]) => ({
  accounts,
  positives,
  otherAccounts,
  otherPositives,
}));

const stratum = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30))
  .map(([a, b, c, d]) => ({ accounts: a + b, positives: a, otherAccounts: c + d, otherPositives: c }));

describe('mantelHaenszel', () => {
  it("agrees with R's mantelhaen.test on the admissions to Berkeley", () => {
    const found = mantelHaenszel(berkeley);
    expect(found?.oddsRatio.estimate).toBeCloseTo(0.9046968, 7);
    expect(found?.oddsRatio.lower).toBeCloseTo(0.7719074, 6);
    expect(found?.oddsRatio.upper).toBeCloseTo(1.0603298, 6);
    expect(found?.strata).toBe(6);
    expect(found?.accounts).toBe(4526);
  });

  it('gives a case worked by hand: two strata of odds ratio 2', () => {
    // Σ ad/n = 2·3/10 + 4·6/20 = 1.8; Σ bc/n = 1·3/10 … of the first: a 2, b 1, c 3, d 3; of the second doubled.
    const first = { accounts: 3, positives: 2, otherAccounts: 6, otherPositives: 3 };
    const second = { accounts: 6, positives: 4, otherAccounts: 12, otherPositives: 6 };
    expect(mantelHaenszel([first, second])?.oddsRatio.estimate).toBeCloseTo(2, 12);
  });

  it("gives Woolf's interval of a single stratum", () => {
    const one = { accounts: 30, positives: 20, otherAccounts: 40, otherPositives: 10 };
    const found = mantelHaenszel([one])?.oddsRatio;
    const error = Math.sqrt(1 / 20 + 1 / 10 + 1 / 10 + 1 / 30);
    expect(found?.estimate).toBeCloseTo(6, 12);
    expect(found?.lower).toBeCloseTo(6 * Math.exp(-1.959964 * error), 6);
  });

  it('leaves out strata that say nothing, and says so where all do', () => {
    const silent = { accounts: 0, positives: 0, otherAccounts: 9, otherPositives: 4 };
    expect(mantelHaenszel([...berkeley, silent])).toEqual(mantelHaenszel(berkeley));
    expect(mantelHaenszel([silent])).toBeNull();
  });

  it('turns into its inverse when the outcome is turned, in any order of strata', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), (strata) => {
        const found = mantelHaenszel(strata)?.oddsRatio;
        const turned = mantelHaenszel(
          strata.toReversed().map((one) => ({
            ...one,
            positives: one.accounts - one.positives,
            otherPositives: one.otherAccounts - one.otherPositives,
          })),
        )?.oddsRatio;
        if (found === undefined || turned === undefined) return found === turned;
        if (!(found.estimate > 0) || !Number.isFinite(found.estimate)) return true;
        return Math.abs(Math.log(found.estimate * turned.estimate)) < 1e-9 && found.lower <= found.estimate;
      }),
      { numRuns: 200 },
    );
  });
});

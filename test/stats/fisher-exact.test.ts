import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../src/stats/fisher-exact.js';

describe('fisherExact', () => {
  it('gives the tea-tasting table its 17 of 70', () => {
    // Fisher, The Design of Experiments (1935): three of four cups right, (16 + 1) / 70.
    const { greater, twoSided } = fisherExact({ positives: 3, accounts: 4, otherPositives: 1, otherAccounts: 4 });
    expect(greater).toBeCloseTo(17 / 70, 14);
    expect(twoSided).toBeCloseTo(34 / 70, 14);
  });

  it.each([
    // scipy 1.17.1: fisher_exact(table, alternative=…), rows (positives, negatives) of both groups
    [[3, 7, 8, 2], 0.9972612526792093, 0.03488925934746368, 0.06977851869492736],
    [[7, 4, 2, 11], 0.021368959483106752, 0.9983174047651097, 0.03274330327096514],
    [[0, 6, 9, 5], 1, 0.011919504643962847, 0.014086687306501547],
    [[300, 700, 100, 9900], 9.95592067984769e-240, 1, 9.95592067984769e-240],
    [[2, 98, 30, 870], 0.8480328863681845, 0.36276174384050486, 0.7628257892026223],
  ])('gives scipy’s p for %j', ([a, b, c, d], greater, less, twoSided) => {
    const p = fisherExact({ positives: a, accounts: a + b, otherPositives: c, otherAccounts: c + d });
    expect(p.greater / greater).toBeCloseTo(1, 9);
    expect(p.less / less).toBeCloseTo(1, 9);
    expect(p.twoSided / twoSided).toBeCloseTo(1, 9);
  });

  it('is 1 without positives', () => {
    const counts = { positives: 0, accounts: 5, otherPositives: 0, otherAccounts: 7 };
    expect(fisherExact(counts)).toEqual({ greater: 1, less: 1, twoSided: 1 });
  });
});

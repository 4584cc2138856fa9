import { describe, expect, it } from 'vitest';
import type { AttributeGrid, CodedTable } from '../../src/learn/grid.js';
import { leastGroup, testAttributes } from '../../src/learn/test-attributes.js';
import { noisyAccounts } from './noisy-accounts.js';

/** Accounts given as cells: code, accounts, positives. */
function fromCells(grid: AttributeGrid, cells: readonly (readonly [number, number, number])[]) {
  const codes = Uint8Array.from(cells.flatMap(([code, accounts]) => new Array<number>(accounts).fill(code)));
  const labels = cells.flatMap(([, accounts, positives]) =>
    Array.from({ length: accounts }, (_, i) => (i < positives ? 1 : 0)),
  );
  const coded: CodedTable = { grids: [grid], codes: [codes], rowCount: codes.length };
  return { coded, labels: Uint8Array.from(labels) };
}

const category: AttributeGrid = { kind: 'category', attribute: 'plan', labels: ['a', 'b', 'c'], binCount: 3 };
const numeric: AttributeGrid = { kind: 'numeric', attribute: 'seats', whole: true, cuts: [10, 20], binCount: 3 };
const cells = [
  [0, 100, 30],
  [1, 120, 20],
  [2, 180, 10],
] as const;

describe('testAttributes', () => {
  it('agrees with scipy on a category', () => {
    // scipy 1.10.1: chi2.sf(chi2_contingency(table, correction=False)[0] * 399 / 400, 2)
    const [test] = testAttributes(fromCells(category, cells));
    expect(test.p).toBeCloseTo(2.4736068540922995e-7, 15);
    expect(test.q).toBe(test.p);
    expect(test.attribute).toBe('plan');
    expect(test.member).toBeUndefined();
  });

  it('splits an ordered attribute into trend and rest', () => {
    // scipy 1.10.1: trend 29.94652 on 1 df, rest .55457 on 1 df, 1 - (1 - 4.6161e-8)^2
    expect(testAttributes(fromCells(numeric, cells))[0].p).toBeCloseTo(9.232230346878367e-8, 15);
  });

  it('uses the exact test where a group expects few', () => {
    // scipy 1.10.1: fisher_exact([[6, 2], [10, 42]])
    const two = { ...category, labels: ['a', 'b'], binCount: 2 };
    const [test] = testAttributes(
      fromCells(two, [
        [0, 8, 6],
        [1, 52, 10],
      ]),
    );
    expect(test.p).toBeCloseTo(0.003162562368634185, 12);
  });

  it('computes information value by hand', () => {
    // Two groups, 30 of 100 and 10 of 100: cells 30.5/41, 10.5/41 against 70.5/161, 90.5/161.
    const two = { ...category, labels: ['a', 'b'], binCount: 2 };
    const [test] = testAttributes(
      fromCells(two, [
        [0, 100, 30],
        [1, 100, 10],
      ]),
    );
    const [a, b] = [30.5 / 41, 10.5 / 41];
    const [c, d] = [70.5 / 161, 90.5 / 161];
    expect(test.informationValue).toBeCloseTo((a - c) * Math.log(a / c) + (b - d) * Math.log(b / d), 12);
  });

  it('says nothing of an attribute with one group and leaves it out of the correction', () => {
    const one = fromCells(category, [[0, 50, 10]]);
    const [test] = testAttributes(one);
    expect(test).toMatchObject({ p: 1, q: 1 });
  });

  it('names the member of a set', () => {
    const member: AttributeGrid = { kind: 'member', attribute: 'stack', member: 'Slack', binCount: 2 };
    const [test] = testAttributes(
      fromCells(member, [
        [0, 60, 6],
        [1, 60, 20],
        [3, 30, 3],
      ]),
    );
    expect(test).toMatchObject({ attribute: 'stack', member: 'Slack' });
    expect(test.p).toBeLessThan(0.01);
  });

  it('is honest on noise: one in twenty under .05, few findings', () => {
    let [below, looked, runsWithFinding] = [0, 0, 0];
    for (let seed = 1; seed <= 60; seed++) {
      const tests = testAttributes(noisyAccounts({ seed, accounts: 300, baseRate: 0.2, planted: 0, oddsRatio: 1 }));
      below += tests.filter(({ p }) => p < 0.05).length;
      looked += tests.length;
      if (tests.some(({ q }) => q <= 0.05)) runsWithFinding++;
    }
    expect(below / looked).toBeGreaterThan(0.04);
    expect(below / looked).toBeLessThan(0.056);
    expect(runsWithFinding / 60).toBeLessThanOrEqual(0.08);
  });

  it('finds planted traits: 1,000 accounts, 10 % wins, odds ratio 3, five among sixty', () => {
    let [recovered, falseShare] = [0, 0];
    for (let seed = 1; seed <= 40; seed++) {
      const accounts = noisyAccounts({ seed, accounts: 1000, baseRate: 0.1, planted: 5, oddsRatio: 3 });
      const found = testAttributes(accounts).filter(({ q }) => q <= 0.05);
      const right = found.filter(({ attribute }) => attribute.startsWith('planted')).length;
      recovered += right / 5;
      falseShare += found.length === 0 ? 0 : (found.length - right) / found.length;
    }
    expect(recovered / 40).toBeGreaterThan(0.85);
    expect(falseShare / 40).toBeLessThan(0.06);
  });
});

describe('leastGroup', () => {
  it('expects three of the rarer class', () => {
    expect(leastGroup(100, 1000)).toBe(30);
    expect(leastGroup(900, 1000)).toBe(30);
    expect(leastGroup(500, 1000)).toBe(8);
    expect(leastGroup(3, 60)).toBe(15);
    expect(leastGroup(0, 60)).toBe(60);
  });
});

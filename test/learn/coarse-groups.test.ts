import { describe, expect, it } from 'vitest';
import { coarsenGrid } from '../../src/learn/coarse-groups.js';
import type { CategoryGrid, NumericGrid } from '../../src/learn/grid.js';

const category: CategoryGrid = { kind: 'category', attribute: 'plan', labels: ['a', 'b', 'c', 'd'], binCount: 4 };
const numeric = (cuts: number[]): NumericGrid => ({
  kind: 'numeric',
  attribute: 'seats',
  whole: true,
  cuts,
  binCount: cuts.length + 1,
});
const said = (groups: ReturnType<typeof coarsenGrid>['groups']) =>
  groups.map(({ kind, accounts }) => `${kind} ${accounts}`);

describe('coarsenGrid', () => {
  it('keeps frequent categories and puts the rest together', () => {
    const { groups, groupOf } = coarsenGrid(category, {
      counts: [50, 40, 6, 5, 4, 20],
      mostGroups: 10,
      leastAccounts: 10,
    });
    expect(said(groups)).toEqual(['value 50', 'value 40', 'rest 15', 'missing 20']);
    expect([...groupOf]).toEqual([0, 1, 2, 2, 2, 3]);
  });

  it('lets a rest that is too small take the smallest group in', () => {
    const { groups } = coarsenGrid(category, { counts: [50, 40, 30, 4, 0, 0], mostGroups: 10, leastAccounts: 10 });
    expect(said(groups)).toEqual(['value 50', 'value 40', 'rest 34']);
  });

  it('leaves few missing cells out of every group', () => {
    const { groupOf } = coarsenGrid(category, { counts: [50, 40, 30, 20, 0, 3], mostGroups: 10, leastAccounts: 10 });
    expect(groupOf[5]).toBe(-1);
  });

  it('keeps two categories however rare one is', () => {
    const two: CategoryGrid = { ...category, labels: ['a', 'b'], binCount: 2 };
    expect(said(coarsenGrid(two, { counts: [95, 5, 0, 0], mostGroups: 10, leastAccounts: 30 }).groups)).toEqual([
      'value 95',
      'value 5',
    ]);
  });

  it('cuts numbers near the quantiles, where the cut is round', () => {
    // Ten bins of ten accounts; a third of them is near 33 and 67 accounts. 30 and 68 are near; 30 is rounder than 34.
    const grid = numeric([11, 17, 30, 34, 45, 52, 68, 70, 93]);
    const counts = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0, 0];
    const { groups, isOrdered } = coarsenGrid(grid, { counts, mostGroups: 3, leastAccounts: 5 });
    expect(groups.map(({ first, last }) => [first, last])).toEqual([
      [0, 2],
      [3, 6],
      [7, 9],
    ]);
    expect(isOrdered).toBe(true);
  });

  it('leaves a value with most of the accounts alone', () => {
    const counts = [10, 70, 10, 10, 0, 0];
    const { groups } = coarsenGrid(numeric([1, 2, 3]), { counts, mostGroups: 4, leastAccounts: 5 });
    expect(groups.map(({ first, last }) => [first, last])).toContainEqual([1, 1]);
  });

  it('joins groups that are too small to a neighbour', () => {
    const { groups } = coarsenGrid(numeric([1, 2, 3]), {
      counts: [4, 40, 40, 3, 0, 0],
      mostGroups: 4,
      leastAccounts: 10,
    });
    for (const { accounts } of groups) expect(accounts).toBeGreaterThanOrEqual(10);
  });
});

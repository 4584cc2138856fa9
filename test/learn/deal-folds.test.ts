import { describe, expect, it } from 'vitest';
import { dealFolds } from '../../src/learn/deal-folds.js';

describe('dealFolds', () => {
  const groups = Int32Array.from({ length: 200 }, (_, i) => i >> 1);
  const labels = Uint8Array.from({ length: 200 }, (_, i) => (i % 10 < 2 ? 1 : 0));
  const folds = dealFolds(groups, { labels, foldCount: 5, seed: 1 });

  it('never splits a group', () => {
    for (let i = 0; i < 200; i += 2) expect(folds[i]).toBe(folds[i + 1]);
  });

  it('gives every fold the same number of accounts and of positives', () => {
    for (let fold = 0; fold < 5; fold++) {
      expect(folds.filter((other) => other === fold).length).toBe(40);
      expect(folds.filter((other, i) => other === fold && labels[i] === 1).length).toBe(8);
    }
  });

  it('deals by group and seed, not by the order of the rows', () => {
    const reversed = dealFolds(groups.slice().reverse(), { labels: labels.slice().reverse(), foldCount: 5, seed: 1 });
    expect([...reversed].reverse()).toEqual([...folds]);
    expect(dealFolds(groups, { labels, foldCount: 5, seed: 2 })).not.toEqual(folds);
  });
});

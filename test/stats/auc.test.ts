import { describe, expect, it } from 'vitest';
import { auc } from '../../src/stats/auc.js';

describe('auc', () => {
  it('counts the pairs in the right order', () => {
    // Example of scikit-learn's roc_auc_score: 3 of 4 pairs.
    expect(auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75);
  });

  it('counts ties half', () => {
    // Pairs: (2,1) right, (2,2) tied, (1,1) tied, (1,2) wrong.
    expect(auc([2, 1, 1, 2], [1, 1, 0, 0])).toBe(0.5);
    expect(auc([2, 2, 1], [1, 0, 0])).toBe(0.75);
  });

  it('is undefined without both classes', () => {
    expect(auc([1, 2], [1, 1])).toBeNaN();
  });

  it('refuses a score that is not a number', () => {
    expect(() => auc([1, Number.NaN], [1, 0])).toThrow('A score is not a number.');
  });

  it('takes 0 and −0 as tied', () => {
    expect(auc([0, -0], [1, 0])).toBe(0.5);
  });
});

import { describe, expect, it } from 'vitest';
import { crossFittedAuc } from '../../src/learn/cross-fitted-auc.js';
import { createRandom } from '../../src/stats/random.js';

describe('crossFittedAuc', () => {
  it('is one for a code that is the outcome and one half for a constant', () => {
    const labels = Uint8Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? 1 : 0));
    expect(crossFittedAuc(labels, { labels, size: 2 })).toBe(1);
    expect(crossFittedAuc(new Uint8Array(200), { labels, size: 1 })).toBe(0.5);
  });

  it('is the AUC of two groups worked by hand', () => {
    // 60 of 100 against 20 of 100: pairs won 60·80, tied 60·40 + 20·80, of 80·120.
    const codes = Uint8Array.from({ length: 20000 }, (_, i) => i % 2);
    const labels = Uint8Array.from(codes, (code, i) => ((i >> 1) % 10 < (code === 1 ? 6 : 2) ? 1 : 0));
    expect(crossFittedAuc(codes, { labels, size: 2 })).toBeCloseTo((60 * 80 + (60 * 40 + 20 * 80) / 2) / (80 * 120), 2);
  });

  it('is not fooled by a category with nearly a value for each account', () => {
    const random = createRandom(4);
    const codes = Uint8Array.from({ length: 400 }, () => random.int(200));
    const labels = Uint8Array.from(codes, () => random.int(2));
    expect(crossFittedAuc(codes, { labels, size: 200 })).toBeLessThan(0.58);
  });
});

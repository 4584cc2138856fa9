import { describe, expect, it } from 'vitest';
import type { FittedPair } from '../../src/learn/additive-model.js';
import { tellingPairs } from '../../src/learn/telling-pairs.js';

/** Two by two cells of ten accounts each, ± the effect. */
const pair = (effect: number): FittedPair => ({
  a: 0,
  b: 1,
  cellOfA: Uint8Array.of(0, 1),
  cellOfB: Uint8Array.of(0, 1),
  isSeenA: Uint8Array.of(1, 1),
  isSeenB: Uint8Array.of(1, 1),
  sizeA: 2,
  sizeB: 2,
  values: Float64Array.of(effect, -effect, -effect, effect),
  variance: new Float64Array(4),
  counts: Float64Array.of(10, 10, 10, 10),
  hessian: new Float64Array(4),
});

describe('tellingPairs', () => {
  it('leaves out what nobody would miss and keeps the order of the rest', () => {
    const [strong, faint, weak] = [pair(0.4), pair(0.003), pair(0.05)];
    expect(tellingPairs([strong, faint, weak])).toEqual([strong, weak]);
  });

  it('keeps a table that reaches .02 somewhere', () => {
    expect(tellingPairs([pair(0.02)])).toHaveLength(1);
    expect(tellingPairs([pair(0.019)])).toHaveLength(0);
  });

  it('stops before many faint ones come to something together', () => {
    // √n · .01 ≤ .02 for four of them.
    expect(tellingPairs(Array.from({ length: 30 }, () => pair(0.01)))).toHaveLength(26);
  });
});

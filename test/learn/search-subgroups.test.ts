import { describe, expect, it } from 'vitest';
import { countBits } from '../../src/kernels/count-joint.js';
import { openKernels } from '../../src/kernels/open-kernels.js';
import { countIntersection, layOutBits } from '../../src/learn/bitset.js';
import { searchSubgroups } from '../../src/learn/search-subgroups.js';
import { standardQuality } from '../../src/learn/subgroup-quality.js';

const kernels = openKernels();

/** A bitset of the accounts (by place) in the layout. */
function bitsOf(layout: ReturnType<typeof layOutBits>, accounts: readonly number[]): Uint32Array {
  const bits = new Uint32Array(layout.words);
  for (const account of accounts) bits[layout.bitOf[account] >>> 5] |= 1 << (layout.bitOf[account] & 31);
  return bits;
}

describe('countBits', () => {
  it('counts ones in 32 bits', () => {
    expect(countBits(0)).toBe(0);
    expect(countBits(0xffffffff)).toBe(32);
    expect(countBits(0x80000001 | 0)).toBe(2);
    expect(countBits(0b1011)).toBe(3);
  });
});

describe('layOutBits', () => {
  it('puts positives first, padded to a word', () => {
    const layout = layOutBits(Int32Array.of(4, 2, 0), Uint8Array.of(1, 0, 0, 0, 1));
    expect([...layout.bitOf]).toEqual([0, 32, 1]);
    expect(layout).toMatchObject({ words: 2, positiveWords: 1, accounts: 3, positives: 2 });
  });

  it('counts and intersects over many words', () => {
    const rows = Int32Array.from({ length: 1000 }, (_, i) => i);
    const layout = layOutBits(
      rows,
      Uint8Array.from(rows, (row) => (row % 3 === 0 ? 1 : 0)),
    );
    const even = bitsOf(
      layout,
      [...rows].filter((row) => row % 2 === 0),
    );
    const early = bitsOf(
      layout,
      [...rows].filter((row) => row < 600),
    );
    // Even and under 600: 300 accounts, of which every third is positive.
    expect(countIntersection(even, early, { layout, kernels })).toEqual({ accounts: 300, positives: 100 });
    const both = even.slice();
    kernels.intersect(even, early, both);
    expect(countIntersection(both, even, { layout, kernels })).toEqual({ accounts: 300, positives: 100 });
  });
});

describe('searchSubgroups', () => {
  // Ten accounts, 0–3 positive. Selector 0: 0–4, selector 1: 0–3 and 6–9, selector 2 (attribute of 1): 5, 6.
  const layout = layOutBits(
    Int32Array.from({ length: 10 }, (_, i) => i),
    Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0, 0, 0),
  );
  const selectors = [
    { attribute: 0, bits: bitsOf(layout, [0, 1, 2, 3, 4]) },
    { attribute: 1, bits: bitsOf(layout, [0, 1, 2, 3, 6, 7, 8, 9]) },
    { attribute: 1, bits: bitsOf(layout, [5, 6]) },
  ];
  const options = { layout, maxDepth: 2, minAccounts: 1, count: 5, kernels, quality: standardQuality(layout, 1) };

  it('finds the conjunction worked by hand', () => {
    // Both: 4 accounts, all positive: 0.4 · (1 − 0.4). The first alone: 0.5 · (0.8 − 0.4). The second: 0.8 · (0.5 − 0.4).
    const found = searchSubgroups(selectors, options);
    expect(found.map((one) => one.selectors)).toEqual([[0, 1], [0], [1]]);
    expect(found[0].quality).toBeCloseTo(0.24, 12);
    expect(found[1].quality).toBeCloseTo(0.2, 12);
    expect(found[2].quality).toBeCloseTo(0.08, 12);
    expect(found[0].tally).toEqual({ accounts: 4, positives: 4 });
  });

  it('keeps to depth, size and count', () => {
    expect(searchSubgroups(selectors, { ...options, maxDepth: 1 }).map((one) => one.selectors)).toEqual([[0], [1]]);
    expect(searchSubgroups(selectors, { ...options, minAccounts: 5 }).map((one) => one.selectors)).toEqual([[0], [1]]);
    expect(searchSubgroups(selectors, { ...options, count: 1 }).map((one) => one.selectors)).toEqual([[0, 1]]);
  });

  it('leaves out what is not admitted, and counts only accounts under the mask', () => {
    const admit = (chosen: readonly number[]) => chosen.length === 1;
    expect(searchSubgroups(selectors, { ...options, admit }).map((one) => one.selectors)).toEqual([[0], [1]]);
    const mask = bitsOf(layout, [0, 4, 5, 6, 7, 8, 9]);
    expect(searchSubgroups(selectors, { ...options, mask })[0]).toMatchObject({
      selectors: [0, 1],
      tally: { accounts: 1, positives: 1 },
    });
  });

  it('finds nothing without positives', () => {
    const none = layOutBits(Int32Array.of(0, 1), Uint8Array.of(0, 0));
    expect(searchSubgroups([{ attribute: 0, bits: bitsOf(none, [0]) }], { ...options, layout: none })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { openKernels } from '../../src/kernels/open-kernels.js';
import { layOutBits, pickBits } from '../../src/learn/bitset.js';
import { permuteSearch } from '../../src/learn/permute-search.js';
import { searchSubgroups } from '../../src/learn/search-subgroups.js';
import { standardQuality } from '../../src/learn/subgroup-quality.js';
import { createRandom } from '../../src/stats/random.js';

const kernels = openKernels();
const accounts = 400;

/** Ten attributes of two values, and an outcome that one account in four has; `boost` more where the first two agree. */
function world(seed: number, boost: number) {
  const random = createRandom(seed);
  const codes = Array.from({ length: 10 }, () => Uint8Array.from({ length: accounts }, () => random.int(2)));
  const rows = Int32Array.from({ length: accounts }, (_, row) => row);
  const labels = Uint8Array.from(rows, (row) =>
    random.next() < 0.25 + (codes[0][row] === 1 && codes[1][row] === 1 ? boost : 0) ? 1 : 0,
  );
  const layout = layOutBits(rows, labels);
  const selectors = codes.map((one, attribute) => ({
    attribute,
    bits: pickBits(rows, { codes: one, isIn: Uint8Array.of(0, 1), layout, into: new Uint32Array(layout.words) }),
  }));
  const quality = standardQuality(layout, 0.5);
  const [best] = searchSubgroups(selectors, { layout, kernels, maxDepth: 2, minAccounts: 20, count: 1, quality });
  const rate = layout.positives / layout.accounts;
  const z = best === undefined ? 0 : best.quality / Math.sqrt((rate * (1 - rate)) / accounts);
  return { p: permuteSearch(selectors, { layout, kernels, maxDepth: 2, minShare: 0.05, z, seed }), z };
}

describe('permuteSearch', () => {
  it('gives about as many small p-values on noise as it should', () => {
    const values = Array.from({ length: 30 }, (_, i) => world(i + 1, 0).p);
    // Of 30: 1 or 2 expected at .05, 15 at .5.
    expect(values.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(5);
    expect(values.filter((p) => p <= 0.5).length).toBeGreaterThan(7);
    expect(values.filter((p) => p <= 0.5).length).toBeLessThan(24);
  });

  it('tells a planted conjunction from chance, after 59 deals without a match', () => {
    expect(world(1, 0.35).p).toBeCloseTo(1 / 60, 12);
  });
});

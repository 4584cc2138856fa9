import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchValues } from '../../src/learn/search-values.js';
import { layOutValues } from '../../src/learn/value-layout.js';

const worlds = fc.integer({ min: 5, max: 70 }).chain((accounts) =>
  fc.integer({ min: 1, max: 8 }).chain((selectors) => {
    const accountsIn = fc.array(fc.boolean(), { minLength: accounts, maxLength: accounts });
    return fc.record({
      // Many equal, many zero, some large; below zero too, as in a search for the least.
      values: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 20 }), fc.constant(500)), {
        minLength: accounts,
        maxLength: accounts,
      }),
      sets: fc.array(accountsIn, { minLength: selectors, maxLength: selectors }),
      attributes: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: selectors, maxLength: selectors }),
    });
  }),
);

/** Every conjunction, added up one account at a time. */
function enumerate(
  { values, sets, attributes }: { values: number[]; sets: boolean[][]; attributes: number[] },
  { depth, minAccounts }: { depth: number; minAccounts: number },
) {
  const total = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / total;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / total);
  const qualities: number[] = [];
  for (let subset = 1; subset < 2 ** sets.length; subset++) {
    const chosen = sets.flatMap((_, s) => ((subset >> s) & 1 ? [s] : []));
    if (chosen.length > depth || new Set(chosen.map((s) => attributes[s])).size < chosen.length) continue;
    const inside = values.filter((_, row) => chosen.every((s) => sets[s][row]));
    if (inside.length < Math.max(1, minAccounts) || deviation === 0) continue;
    const own = inside.reduce((sum, value) => sum + value, 0) / inside.length;
    const quality = (Math.sqrt(inside.length / total) * (own - mean)) / deviation;
    if (quality > 1e-9) qualities.push(quality);
  }
  return qualities.sort((a, b) => b - a);
}

describe('searchValues', () => {
  it('finds what exhaustive enumeration finds', () => {
    const plan = fc.record({
      depth: fc.integer({ min: 1, max: 4 }),
      minAccounts: fc.integer({ min: 1, max: 6 }),
      count: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(worlds, plan, (world, { depth, minAccounts, count }) => {
        const rows = Int32Array.from(world.values.keys());
        const layout = layOutValues(rows, Float64Array.from(world.values));
        const selectors = world.sets.map((set, s) => {
          const bits = new Uint32Array(layout.words);
          set.forEach((isIn, row) => {
            if (isIn) bits[layout.bitOf[row] >>> 5] |= 1 << (layout.bitOf[row] & 31);
          });
          return { attribute: world.attributes[s], bits };
        });
        const found = searchValues(selectors, { layout, maxDepth: depth, minAccounts, count, minQuality: 1e-9 });
        const expected = enumerate(world, { depth, minAccounts }).slice(0, count);
        expect(found.length).toBe(expected.length);
        found.forEach(({ quality }, i) => {
          expect(quality).toBeCloseTo(expected[i], 9);
        });
      }),
      { seed: 21, numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKernels } from '../../src/kernels/open-kernels.js';
import { layOutBits } from '../../src/learn/bitset.js';
import { searchSubgroups } from '../../src/learn/search-subgroups.js';
import { lowerLiftQuality, standardQuality } from '../../src/learn/subgroup-quality.js';
import { wilsonInterval } from '../../src/stats/wilson-interval.js';

const kernels = openKernels();

interface World {
  readonly labels: readonly boolean[];
  readonly sets: readonly (readonly boolean[])[];
  readonly attributes: readonly number[];
}

const worlds: fc.Arbitrary<World> = fc.integer({ min: 5, max: 90 }).chain((accounts) =>
  fc.integer({ min: 1, max: 9 }).chain((selectors) => {
    const accountsIn = fc.array(fc.boolean(), { minLength: accounts, maxLength: accounts });
    return fc.record({
      labels: accountsIn,
      sets: fc.array(accountsIn, { minLength: selectors, maxLength: selectors }),
      attributes: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: selectors, maxLength: selectors }),
    });
  }),
);

interface Subset {
  readonly accounts: number;
  readonly positives: number;
  readonly total: number;
  readonly baseRate: number;
}

const qualityOf = {
  balance: ({ accounts, positives, total, baseRate }: Subset) =>
    Math.sqrt(accounts / total) * (positives / accounts - baseRate),
  share: ({ accounts, positives, total, baseRate }: Subset) => (accounts / total) * (positives / accounts - baseRate),
  lift: ({ accounts, positives, baseRate }: Subset) => wilsonInterval(positives, accounts).lower / baseRate - 1,
};

/** Every conjunction, counted one account at a time. */
function enumerate(
  world: World,
  { depth, minAccounts, measure }: { depth: number; minAccounts: number; measure: keyof typeof qualityOf },
) {
  const total = world.labels.length;
  const baseRate = world.labels.filter(Boolean).length / total;
  const qualities: number[] = [];
  for (let subset = 1; subset < 2 ** world.sets.length; subset++) {
    const chosen = world.sets.flatMap((_, s) => ((subset >> s) & 1 ? [s] : []));
    const attributes = new Set(chosen.map((s) => world.attributes[s]));
    if (chosen.length > depth || attributes.size < chosen.length) continue;
    const inside = world.labels.filter((_, row) => chosen.every((s) => world.sets[s][row]));
    if (inside.length < minAccounts) continue;
    const positives = inside.filter(Boolean).length;
    const quality = qualityOf[measure]({ accounts: inside.length, positives, total, baseRate });
    if (quality > 0) qualities.push(quality);
  }
  return qualities.sort((a, b) => b - a);
}

describe('searchSubgroups', () => {
  it('finds what exhaustive enumeration finds', () => {
    const plan = fc.record({
      depth: fc.integer({ min: 1, max: 4 }),
      minAccounts: fc.integer({ min: 1, max: 6 }),
      measure: fc.constantFrom<keyof typeof qualityOf>('balance', 'share', 'lift'),
      count: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(worlds, plan, (world, { count, depth, minAccounts, measure }) => {
        const rows = Int32Array.from(world.labels, (_, row) => row);
        const layout = layOutBits(
          rows,
          Uint8Array.from(world.labels, (label) => (label ? 1 : 0)),
        );
        const selectors = world.sets.map((set, s) => {
          const bits = new Uint32Array(layout.words);
          set.forEach((isIn, row) => {
            if (isIn) bits[layout.bitOf[row] >>> 5] |= 1 << (layout.bitOf[row] & 31);
          });
          return { attribute: world.attributes[s], bits };
        });
        const found = searchSubgroups(selectors, {
          layout,
          maxDepth: depth,
          minAccounts,
          count,
          kernels,
          quality:
            measure === 'lift' ? lowerLiftQuality(layout) : standardQuality(layout, measure === 'share' ? 1 : 0.5),
        });
        const expected = enumerate(world, { depth, minAccounts, measure }).slice(0, count);
        expect(found.length).toBe(expected.length);
        found.forEach(({ quality }, i) => {
          expect(quality).toBeCloseTo(expected[i], 12);
        });
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});

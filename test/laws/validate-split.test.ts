import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideFold } from '../../src/validate/account-split.js';
import { listRounds } from '../../src/validate/list-rounds.js';
import { splitAccounts } from '../../src/validate/split-accounts.js';

const request = fc
  .array(fc.record({ group: fc.nat({ max: 30 }), label: fc.nat({ max: 1 }), moment: fc.nat({ max: 20 }) }), {
    minLength: 2,
    maxLength: 80,
  })
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      method: fc.constantFrom('auto', 'time', 'order', 'hash', 'folds'),
      seed: fc.nat(),
      hasTime: fc.boolean(),
    }),
  );

describe('splitAccounts', () => {
  it('never lets a group stand on both sides, and judges no account twice', () => {
    fc.assert(
      fc.property(request, ({ rows, method, seed, hasTime }) => {
        const groups = Int32Array.from(rows, ({ group }) => group);
        const result = splitAccounts({
          groups,
          keys: (row) => `k${row}`,
          labels: Uint8Array.from(rows, ({ label }) => label),
          time: hasTime ? Float64Array.from(rows, ({ moment }) => (moment === 0 ? Number.NaN : moment)) : null,
          method,
          seed,
        });
        const judged = new Uint8Array(rows.length);
        for (const { learnt, heldOut } of listRounds(result)) {
          const known = new Set(learnt.map((row) => groups[row]));
          for (const row of heldOut) {
            expect(known.has(groups[row])).toBe(false);
            judged[row]++;
          }
        }
        expect(Math.max(...judged)).toBeLessThanOrEqual(1);
        if (result.split.method === 'folds' && new Set(groups).size > 1) expect(Math.min(...judged)).toBe(1);
        if (result.split.method !== 'time' && result.split.method !== 'order') {
          expect(result.fold.includes(outsideFold)).toBe(false);
        }
      }),
      { seed: 7 },
    );
  });
});

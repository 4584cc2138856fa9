import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/stats/random.js';
import { decideAmounts } from '../../../src/validate/amount/decide-amounts.js';
import { proveAmounts } from '../../../src/validate/amount/prove-amounts.js';

const split = { method: 'hash', heldOutShare: 0.25, description: '' } as const;
const learned = { accounts: 4000, positives: 1600 };

describe('decideAmounts', () => {
  it('lets at most 3 % of scores without any signal pass, with zeros and tails of both kinds', () => {
    const random = createRandom(4);
    const tails = [() => Math.exp(1.5 * random.normal()), () => (1 - random.next()) ** (-1 / 1.3)];
    let passed = 0;
    for (let run = 0; run < 120; run++) {
      const amounts = Float64Array.from({ length: 100 }, () => (random.next() < 0.6 ? 0 : tails[run % 2]()));
      const expected = amounts.map(() => Math.exp(0.5 * random.normal()));
      if (decideAmounts({ proof: proveAmounts({ expected, amounts, mean: 1, split }), learned }).verdict !== 'refused')
        passed++;
    }
    expect(passed / 120).toBeLessThanOrEqual(0.03);
  });

  it('publishes amounts that came as expected, and only their order where they did not', () => {
    const random = createRandom(5);
    const expected = Float64Array.from({ length: 600 }, () => 100 * Math.exp(random.normal()));
    const amounts = expected.map((x) => (random.next() < 0.5 ? 0 : 2 * x * Math.exp(0.5 * random.normal() - 0.125)));
    const decide = (times: number) =>
      decideAmounts({
        proof: proveAmounts({ expected: expected.map((x) => x * times), amounts, mean: 160, split }),
        learned,
      });
    expect(decide(1).verdict).toBe('publishable');
    expect(decide(2).verdict).toBe('ranked');
    expect(decide(2).reasons.at(-1)).toMatch(/times what was expected. The order is shown, expected amounts are not./);
  });

  it('refuses without enough amounts and says how many more', () => {
    const decision = decideAmounts({ proof: null, learned: { accounts: 100, positives: 5 } });
    expect(decision.verdict).toBe('refused');
    expect(decision.help).toEqual(['Add at least 15 more accounts with an amount above zero.']);
  });
});

describe('proveAmounts', () => {
  it('sums by fifths, the best first', () => {
    const expected = Float64Array.of(50, 40, 30, 20, 10);
    const proof = proveAmounts({ expected, amounts: Float64Array.of(60, 30, 0, 40, 20), mean: 30, split });
    expect(proof.fifths.map((fifth) => [fifth.expected, fifth.came.estimate])).toEqual([
      [50, 60],
      [40, 30],
      [30, 0],
      [20, 40],
      [10, 20],
    ]);
    expect(proof.ratio.estimate).toBe(1);
    expect(proof.meanError).toBe(16);
  });
});

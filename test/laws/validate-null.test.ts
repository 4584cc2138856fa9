import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/stats/random.js';
import { decideVerdict } from '../../src/validate/decide-verdict.js';
import { proveScores } from '../../src/validate/prove-scores.js';

describe('decideVerdict', () => {
  it('lets at most 3 % of scores without any signal pass, at every size', () => {
    const random = createRandom(4);
    const split = { method: 'hash', heldOutShare: 0.25, description: '' } as const;
    for (const { n, rate } of [
      { n: 30, rate: 0.4 },
      { n: 50, rate: 0.2 },
      { n: 100, rate: 0.1 },
      { n: 200, rate: 0.2 },
      { n: 500, rate: 0.5 },
      { n: 1000, rate: 0.73 },
    ]) {
      let passed = 0;
      for (let run = 0; run < 300; run++) {
        const points = Float64Array.from({ length: n }, () => random.normal());
        const labels = Uint8Array.from({ length: n }, () => (random.next() < rate ? 1 : 0));
        const probabilities = new Float64Array(n).fill(rate);
        const proof = proveScores({ points, probabilities, labels, split });
        const decision = decideVerdict({ proof, learned: { accounts: 4000, positives: 4000 * rate } });
        if (decision.verdict !== 'refused') passed++;
      }
      expect(passed / 300).toBeLessThanOrEqual(0.03);
    }
  });

  it('passes a score with signal: AUC .76, 200 accounts held out', () => {
    const random = createRandom(5);
    let passed = 0;
    for (let run = 0; run < 200; run++) {
      const labels = Uint8Array.from({ length: 200 }, () => (random.next() < 0.3 ? 1 : 0));
      const points = Float64Array.from(labels, (label) => random.normal() + label);
      const probabilities = points.map((x) => 1 / (1 + Math.exp(-(x - 0.5 + Math.log(0.3 / 0.7)))));
      const split = { method: 'hash', heldOutShare: 0.25, description: '' } as const;
      const decision = decideVerdict({
        proof: proveScores({ points, probabilities, labels, split }),
        learned: { accounts: 4000, positives: 1200 },
      });
      if (decision.verdict === 'publishable') passed++;
    }
    expect(passed / 200).toBeGreaterThan(0.95);
  });
});

import { describe, expect, it } from 'vitest';
import type { CodedTable } from '../../src/learn/grid.js';
import { createRandom, type Random } from '../../src/stats/random.js';
import { decideVerdict } from '../../src/validate/decide-verdict.js';
import { learnFrequencyScheme, predictFrequency } from '../../src/validate/frequency-baseline.js';
import { listRounds } from '../../src/validate/list-rounds.js';
import { proveScores } from '../../src/validate/prove-scores.js';
import { splitAccounts } from '../../src/validate/split-accounts.js';

const rowCount = 200;

describe('a proof by folds', () => {
  it('lets at most 3 % of noise pass, because it counts the double use of accounts', () => {
    const random = createRandom(6);
    const proofs = Array.from({ length: 300 }, (_, seed) => proveNoise(random, { attributes: 10, rate: 0.3, seed }));
    const passed = proofs.filter(
      ({ proof, labels }) =>
        decideVerdict({ proof, learned: { accounts: rowCount, positives: labels.filter((label) => label > 0).length } })
          .verdict !== 'refused',
    );
    expect(passed.length / proofs.length).toBeLessThanOrEqual(0.03);
    // The scatter of the AUC is what its interval says: with DeLong's variance alone it would be 1.4 times that.
    const scatter = Math.sqrt(
      proofs.reduce((sum, { proof }) => sum + (proof.auc.estimate - 0.5) ** 2, 0) / proofs.length,
    );
    const claimed =
      proofs.reduce((sum, { proof }) => sum + (proof.auc.upper - proof.auc.lower) / 3.92, 0) / proofs.length;
    expect(scatter / claimed).toBeGreaterThan(0.85);
    expect(scatter / claimed).toBeLessThan(1.15);
  });
});

/** Learns naive Bayes on attributes that know nothing of the outcome, and proves it by folds. */
function proveNoise(random: Random, { attributes, rate, seed }: { attributes: number; rate: number; seed: number }) {
  const labels = Uint8Array.from({ length: rowCount }, () => (random.next() < rate ? 1 : 0));
  const table: CodedTable = {
    grids: Array.from({ length: attributes }, (_, a) => ({
      kind: 'numeric',
      attribute: `a${a}`,
      whole: true,
      cuts: [1, 2, 3, 4, 5, 6, 7],
      binCount: 8,
    })),
    codes: Array.from({ length: attributes }, () => Uint8Array.from({ length: rowCount }, () => random.int(8))),
    rowCount,
  };
  const split = splitAccounts({
    groups: Int32Array.from({ length: rowCount }, (_, row) => row),
    keys: (row) => `id-${row}`,
    labels,
    time: null,
    method: 'folds',
    seed,
  });
  const probabilities = new Float64Array(rowCount);
  for (const { learnt, heldOut } of listRounds(split)) {
    const predicted = predictFrequency(learnFrequencyScheme(table, { labels, rows: learnt }), { table, rows: heldOut });
    heldOut.forEach((row, i) => {
      probabilities[row] = predicted[i];
    });
  }
  return { labels, proof: proveScores({ points: probabilities, probabilities, labels, split: split.split }) };
}

import { describe, expect, it } from 'vitest';
import { proveScores } from '../../src/validate/prove-scores.js';

describe('proveScores', () => {
  const split = { method: 'hash', heldOutShare: 0.25, description: '' } as const;
  const held = {
    points: Int32Array.of(10, 40, 35, 80),
    probabilities: Float64Array.of(0.1, 0.4, 0.35, 0.8),
    labels: Uint8Array.of(0, 0, 1, 1),
  };

  it('measures order by points and belief by probabilities', () => {
    const proof = proveScores({ ...held, split });
    expect(proof).toMatchObject({ accounts: 4, positives: 2, baseRate: 0.5, split });
    expect(proof.auc.estimate).toBe(0.75);
    // Best fifth of four accounts: .8 of the best one, a positive: rate 1 against ½.
    expect(proof.liftTopFifth.estimate).toBeCloseTo(2, 12);
    // scikit-learn's example: (.01 + .16 + .4225 + .04) / 4
    expect(proof.brier).toBeCloseTo(0.158125, 12);
    expect(proof.gains).toHaveLength(11);
    expect(proof.calibration).toHaveLength(4);
  });

  it('is less certain of folds', () => {
    const once = proveScores({ ...held, split }).auc;
    const folds = proveScores({ ...held, split: { ...split, method: 'folds' } }).auc;
    expect(folds.estimate).toBe(once.estimate);
    expect(folds.lower).toBeLessThan(once.lower);
  });
});

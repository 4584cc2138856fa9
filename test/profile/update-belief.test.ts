import { describe, expect, it } from 'vitest';
import { updateBelief } from '../../src/profile/update-belief.js';
import { createRandom } from '../../src/stats/random.js';
import { draw } from './draw-accounts.js';

const counts = (positives: number, accounts: number) => ({ accounts, positives });
const statusOf = (priorEffect: number, strength: number, [a, m, c, n]: [number, number, number, number]) =>
  updateBelief({ priorEffect, strength, withTrait: counts(a, m), without: counts(c, n) }).status;

describe('updateBelief', () => {
  it('weighs prior and data by their precision: a case worked by hand', () => {
    // Prior N(1, 16/16). Data: four cells of 10, so log OR = 0 and variance 4 / 10.5.
    // Posterior mean 1 / (1 + 2.625) = 0.27586, sd 1 / sqrt(3.625) = 0.52522.
    const { prior, data, posterior } = updateBelief({
      priorEffect: 1,
      strength: 16,
      withTrait: counts(10, 20),
      without: counts(10, 20),
    });
    expect(prior.lower).toBeCloseTo(-0.95996, 5);
    expect(prior.upper).toBeCloseTo(2.95996, 5);
    expect(data?.estimate).toBe(0);
    expect(data?.upper).toBeCloseTo(1.95996 * Math.sqrt(4 / 10.5), 5);
    expect(posterior.estimate).toBeCloseTo(0.27586, 5);
    expect(posterior.upper - posterior.estimate).toBeCloseTo(1.95996 * 0.52522, 4);
  });

  it('agrees with the same arithmetic in numpy', () => {
    const updated = updateBelief({ priorEffect: 1, strength: 20, withTrait: counts(30, 60), without: counts(15, 90) });
    expect(updated.data?.estimate).toBeCloseTo(1.583292632329778, 12);
    expect(updated.posterior).toEqual({
      estimate: expect.closeTo(1.4946642912497352, 12),
      lower: expect.closeTo(0.8113253832793621, 12),
      upper: expect.closeTo(2.1780031992201083, 12),
    });
    expect(updated.status).toBe('validated');
  });

  it('learns nothing from one side alone, nor from one outcome alone', () => {
    for (const [withTrait, without] of [
      [counts(0, 0), counts(0, 0)],
      [counts(5, 9), counts(0, 0)],
      [counts(0, 9), counts(0, 40)],
      [counts(9, 9), counts(4, 4)],
    ]) {
      const updated = updateBelief({ priorEffect: 1, strength: 10, withTrait, without });
      expect(updated.data).toBeNull();
      expect(updated.posterior).toEqual(updated.prior);
      expect(updated.status).toBe('hypothesis');
    }
  });

  it('calls a belief what its data can carry', () => {
    expect(statusOf(1, 20, [2, 4, 1, 5])).toBe('hypothesis');
    expect(statusOf(1, 20, [12, 30, 10, 30])).toBe('observed');
    expect(statusOf(1, 20, [50, 100, 20, 100])).toBe('validated');
    expect(statusOf(1, 20, [20, 100, 50, 100])).toBe('refuted');
    expect(statusOf(1, 20, [300, 1000, 300, 1000])).toBe('refuted');
    expect(statusOf(-1.5, 20, [20, 100, 50, 100])).toBe('validated');
    expect(statusOf(-1.5, 20, [50, 100, 20, 100])).toBe('refuted');
  });

  it('never validates on the strength of the belief alone', () => {
    // Prior interval 1.5 ± 0.39: far from zero, but the data do not say so themselves.
    expect(statusOf(1.5, 400, [16, 50, 14, 50])).not.toBe('validated');
  });

  it('overturns a wrong belief within 200 observations', () => {
    const random = createRandom(3);
    let refuted = 0;
    for (let i = 0; i < 300; i++) {
      const drawn = draw(random, { effect: -1, accounts: 200, share: 0.5, base: 0.4 });
      if (updateBelief({ priorEffect: 1, strength: 20, ...drawn }).status === 'refuted') refuted++;
    }
    expect(refuted / 300).toBeGreaterThan(0.9);
  });

  it('covers the truth as often as it says when truths are drawn from the belief', () => {
    const random = createRandom(11);
    let covered = 0;
    const runs = 4000;
    for (let i = 0; i < runs; i++) {
      const effect = 1 + random.normal() * Math.sqrt(16 / 20);
      const drawn = draw(random, { effect, accounts: 50, share: 0.4, base: 0.4 });
      const { posterior } = updateBelief({ priorEffect: 1, strength: 20, ...drawn });
      if (posterior.lower <= effect && effect <= posterior.upper) covered++;
    }
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.97);
  });
});

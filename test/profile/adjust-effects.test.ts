import { describe, expect, it } from 'vitest';
import { adjustEffects } from '../../src/profile/adjust-effects.js';
import { createRandom } from '../../src/stats/random.js';

describe('adjustEffects', () => {
  it('agrees with scikit-learn 1.x: LogisticRegression(C=6.25, solver=newton-cholesky)', () => {
    const a = Uint8Array.from([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0]);
    const b = Uint8Array.from([1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0]);
    const labels = Uint8Array.from([1, 1, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0]);
    const [first, second] = adjustEffects([a, b], labels);
    expect(first).toBeCloseTo(2.9039007126736602, 10);
    expect(second).toBeCloseTo(0.49690211694618636, 10);
  });

  it('takes from a trait what belongs to its companion', () => {
    const random = createRandom(5);
    const cause = new Uint8Array(3000);
    const companion = new Uint8Array(3000);
    const labels = new Uint8Array(3000);
    for (let i = 0; i < 3000; i++) {
      cause[i] = random.int(2);
      companion[i] = random.next() < 0.8 ? cause[i] : 1 - cause[i];
      labels[i] = random.next() < (cause[i] === 1 ? 0.6 : 0.2) ? 1 : 0;
    }
    const [alone] = adjustEffects([companion], labels);
    const [effect, beside] = adjustEffects([cause, companion], labels);
    expect(alone).toBeGreaterThan(0.8);
    expect(Math.abs(beside)).toBeLessThan(0.25);
    expect(effect).toBeCloseTo(Math.log((0.6 / 0.4) * (0.8 / 0.2)), 0);
  });

  it('ignores accounts without an outcome and stays finite where a trait separates', () => {
    const match = Uint8Array.from([1, 1, 1, 0, 0, 0, 255, 1]);
    const labels = Uint8Array.from([1, 1, 1, 0, 0, 0, 1, 255]);
    const [effect] = adjustEffects([match], labels);
    expect(effect).toBeGreaterThan(1);
    expect(effect).toBeLessThan(6);
    expect(adjustEffects([match], new Uint8Array(8).fill(255))).toEqual([0]);
    expect(adjustEffects([], labels)).toEqual([]);
  });
});

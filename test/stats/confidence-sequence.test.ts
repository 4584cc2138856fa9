import { describe, expect, it } from 'vitest';
import { bestMixtureRatio, confidenceSequence, sequenceWidth } from '../../src/stats/confidence-sequence.js';

describe('confidenceSequence', () => {
  it('is where the mixture likelihood ratio comes to 1 / alpha', () => {
    // √(V / (V + τ²)) · exp(d² τ² / (2 V (V + τ²))) = 1 / α, R. Johari et al., equation 8, at its border.
    const [variance, mixture, alpha] = [0.0004, 0.003, 0.05];
    const { upper } = confidenceSequence(0, { variance, mixture, alpha });
    const ratio =
      Math.sqrt(variance / (variance + mixture)) *
      Math.exp((upper ** 2 * mixture) / (2 * variance * (variance + mixture)));
    expect(ratio).toBeCloseTo(20, 8);
  });

  it('is open while nothing is known and a point where nothing varies', () => {
    expect(confidenceSequence(1, { variance: Number.NaN, mixture: 1 }).upper).toBe(Number.POSITIVE_INFINITY);
    expect(confidenceSequence(1, { variance: 0, mixture: 1 })).toEqual({ estimate: 1, lower: 1, upper: 1 });
  });
});

describe('bestMixtureRatio', () => {
  it('is where the sequence is narrowest, √(1 + ratio) standard errors wide', () => {
    const best = bestMixtureRatio(0.05);
    expect(best).toBeCloseTo(8.212, 3);
    expect(sequenceWidth(best, 0.05)).toBeCloseTo(Math.sqrt(1 + best), 10);
    for (const other of [best / 2, best * 0.9, best * 1.1, best * 2])
      expect(sequenceWidth(other, 0.05)).toBeGreaterThan(sequenceWidth(best, 0.05));
  });
});

import { describe, expect, it } from 'vitest';
import { capturedAt } from '../../src/report/view-proof.js';

describe('capturedAt', () => {
  const gains = [
    { share: 0, captured: 0 },
    { share: 0.1, captured: 0.3 },
    { share: 0.3, captured: 0.5 },
    { share: 1, captured: 1 },
  ];
  it('reads the curve at its points and on the straight line between them', () => {
    expect([0, 0.1, 0.2, 0.3, 1].map((share) => capturedAt(gains, share))).toEqual([0, 0.3, 0.4, 0.5, 1]);
  });
  it('starts from nothing where the curve has no first point', () => {
    expect(capturedAt([{ share: 0.5, captured: 0.8 }], 0.25)).toBe(0.4);
  });
  it('ends with the last point', () => {
    expect(capturedAt([{ share: 0.5, captured: 0.8 }], 0.9)).toBe(0.8);
  });
});

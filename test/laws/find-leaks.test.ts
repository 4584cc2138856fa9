import { describe, expect, it } from 'vitest';
import { measureLeaks } from './measure-leaks.js';

describe('auditLeaks', () => {
  it('catches planted leaks of every kind, and flags at most one honest column in a hundred', () => {
    const { kinds, clean } = measureLeaks({ companies: 5, seed: 11 });
    expect(kinds.map(({ kind, caught }) => [kind, caught])).toEqual(kinds.map(({ kind }) => [kind, 5]));
    expect(clean.columns).toBeGreaterThan(700);
    expect(clean.flagged / clean.columns).toBeLessThanOrEqual(0.01);
  });
});

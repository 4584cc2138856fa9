import { describe, expect, it } from 'vitest';
import { roundCut } from '../../src/learn/round-cut.js';

describe('roundCut', () => {
  it('gives the shortest decimal that separates two neighbours', () => {
    expect(roundCut(45, 53)).toBe(50);
    expect(roundCut(49.95, 50.05)).toBe(50);
    expect(roundCut(18.8, 18.85)).toBe(18.85);
    expect(roundCut(0.001, 0.0123)).toBe(0.01);
    expect(roundCut(123_456, 234_567)).toBe(200_000);
  });

  it('separates whole numbers by a whole number', () => {
    expect(roundCut(0, 1)).toBe(1);
    expect(roundCut(5, 6)).toBe(6);
    expect(roundCut(-3, -2)).toBe(-2);
    expect(roundCut(199, 204)).toBe(200);
  });

  it('separates losses from gains at zero', () => {
    expect(roundCut(-7, 3)).toBe(0);
    expect(roundCut(-1, 0)).toBe(0);
  });

  it('separates the closest two numbers there are', () => {
    const below = 1 - Number.EPSILON / 2;
    expect(roundCut(below, 1)).toBe(1);
    const above = 0.1 + 2 ** -56;
    const cut = roundCut(0.1, above);
    expect(cut > 0.1 && cut <= above).toBe(true);
  });

  it('carries no binary noise', () => {
    expect(String(roundCut(0.29, 0.3))).toBe('0.3');
    expect(String(roundCut(1234.56, 1234.57))).toBe('1234.57');
  });
});

import { describe, expect, it } from 'vitest';
import type { LengthPoint } from '../../src/model/scorecard.js';
import { longerTells } from '../../src/workspace/longer-tells.js';

const point = (rows: number, excess: number, rest: Partial<LengthPoint> = {}): LengthPoint => ({
  attributes: 2,
  rows,
  pairs: 0,
  logLoss: 0.55 + excess,
  excess,
  standardError: 0.01,
  isChosen: false,
  ...rest,
});

describe('longerTells', () => {
  it('holds where the full model carries what the wished length lost', () => {
    const curve = [point(0, 0, { pairs: 1 }), point(6, 0.13), point(0, 0.13, { isChosen: true })];
    expect(longerTells([{ curve }])).toBe(true);
  });

  it('does not where the lengths are within noise of each other', () => {
    const curve = [point(40, 0), point(6, 0.02, { isChosen: true }), point(0, 0.025)];
    expect(longerTells([{ curve }])).toBe(false);
  });

  it('does not where the wished length is the best, or nothing was tried', () => {
    const best = [point(40, 0.1), point(6, 0, { isChosen: true }), point(0, 0.2)];
    expect(longerTells([{ curve: best }])).toBe(false);
    expect(longerTells([{}])).toBe(false);
  });

  it('asks all folds together', () => {
    const lost = [point(0, 0, { pairs: 1 }), point(0, 0.05, { isChosen: true })];
    const kept = [point(0, 0.001, { pairs: 1 }), point(0, 0, { isChosen: true })];
    expect(longerTells([{ curve: lost }, { curve: lost }, { curve: kept }])).toBe(true);
    expect(longerTells([{ curve: lost }, { curve: kept }, { curve: kept }])).toBe(false);
  });
});

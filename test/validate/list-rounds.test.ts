import { describe, expect, it } from 'vitest';
import { listRounds } from '../../src/validate/list-rounds.js';

describe('listRounds', () => {
  const split = { heldOutShare: 0.5, description: '' };

  it('makes one round of a single hold-out and leaves the outside out', () => {
    const rounds = listRounds({ split: { ...split, method: 'time' }, fold: Uint8Array.of(0, 1, 255, 0) });
    expect(rounds).toEqual([{ learnt: Int32Array.of(0, 3), heldOut: Int32Array.of(1) }]);
  });

  it('makes one round a fold', () => {
    const rounds = listRounds({ split: { ...split, method: 'folds' }, fold: Uint8Array.of(0, 1, 2, 0) });
    expect(rounds.map(({ heldOut }) => [...heldOut])).toEqual([[0, 3], [1], [2]]);
  });

  it('makes none where nothing is held out', () => {
    expect(listRounds({ split: { ...split, method: 'hash' }, fold: Uint8Array.of(0, 0) })).toEqual([]);
  });
});

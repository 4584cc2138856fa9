import { describe, expect, it } from 'vitest';
import { outsideFold } from '../../src/validate/account-split.js';
import { splitAccounts } from '../../src/validate/split-accounts.js';

const count = 200;
const labels = Uint8Array.from({ length: count }, (_, row) => (row % 4 === 0 ? 1 : 0));
const alone = Int32Array.from({ length: count }, (_, row) => row);
const keys = Array.from({ length: count }, (_, row) => `id-${row}`);
const base = { groups: alone, keys, labels, time: null, seed: 1 } as const;
const countOf = (fold: Uint8Array, value: number) => fold.filter((x) => x === value).length;

describe('splitAccounts', () => {
  it('holds out the latest quarter where times are known', () => {
    const time = Float64Array.from({ length: count }, (_, row) => Date.UTC(2024, 0, 1) + 86_400_000 * row);
    const { split, fold } = splitAccounts({ ...base, time, method: 'auto' });
    expect(split).toEqual({
      method: 'time',
      heldOutShare: 0.25,
      description: 'The latest 50 of 200 accounts, from 2024-05-30 on, were kept out of learning.',
    });
    expect([...fold]).toEqual(Array.from({ length: count }, (_, row) => (row >= 150 ? 1 : 0)));
  });

  it('keeps equal times on one side, the side nearest to the share', () => {
    const late = Float64Array.from({ length: count }, (_, row) => (row < 90 ? 1 : row < 160 ? 2 : 3));
    expect(countOf(splitAccounts({ ...base, time: late, method: 'time' }).fold, 1)).toBe(40);
    const early = Float64Array.from({ length: count }, (_, row) => (row < 145 ? 1 : row < 198 ? 2 : 3));
    expect(countOf(splitAccounts({ ...base, time: early, method: 'time' }).fold, 1)).toBe(55);
  });

  it('neither learns from nor judges late accounts of early groups, or accounts without a time', () => {
    const time = Float64Array.from({ length: count }, (_, row) => (row === 3 ? Number.NaN : row));
    const groups = alone.slice();
    groups[190] = 10;
    const { split, fold } = splitAccounts({ ...base, groups, time, method: 'time' });
    expect([fold[3], fold[10], fold[190], fold[191]]).toEqual([outsideFold, 0, outsideFold, 1]);
    expect(split.description).toContain('1 later accounts of groups that had been learnt from and 1 accounts without');
  });

  it('falls back to folds where times say nothing', () => {
    const same = new Float64Array(count).fill(7);
    expect(splitAccounts({ ...base, time: same, method: 'auto' }).split.method).toBe('folds');
    const sparse = Float64Array.from({ length: count }, (_, row) => (row < 100 ? row : Number.NaN));
    expect(splitAccounts({ ...base, time: sparse, method: 'auto' }).split.method).toBe('folds');
  });

  it('takes a hash of the key above 10,000 accounts', () => {
    const many = 10_001;
    const { split, fold } = splitAccounts({
      groups: Int32Array.from({ length: many }, (_, row) => row),
      keys: (row) => `id-${row}`,
      labels: new Uint8Array(many),
      time: null,
      method: 'auto',
      seed: 1,
    });
    expect(split.method).toBe('hash');
    expect(countOf(fold, 1) / many).toBeCloseTo(0.25, 1);
    expect(split.heldOutShare).toBe(countOf(fold, 1) / many);
  });

  it('deals both classes evenly to the folds', () => {
    const { split, fold } = splitAccounts({ ...base, method: 'auto' });
    expect(split).toMatchObject({ method: 'folds', heldOutShare: 0.2 });
    for (let number = 0; number < 5; number++) {
      expect(countOf(fold, number)).toBe(40);
      expect(fold.filter((value, row) => value === number && labels[row] > 0)).toHaveLength(10);
    }
  });

  it('takes the end of the file for order', () => {
    const { split, fold } = splitAccounts({ ...base, method: 'order', share: 0.2 });
    expect(split.method).toBe('order');
    expect([fold[159], fold[160], countOf(fold, 1)]).toEqual([0, 1, 40]);
  });

  it.each(['hash', 'folds'] as const)('does not see the order of rows (%s)', (method) => {
    const groups = Int32Array.from({ length: count }, (_, row) => row >> 1);
    const forward = splitAccounts({ ...base, groups, method }).fold;
    const backward = splitAccounts({
      ...base,
      groups: groups.slice().reverse(),
      keys: keys.slice().reverse(),
      labels: labels.slice().reverse(),
      method,
    }).fold;
    expect([...backward].reverse()).toEqual([...forward]);
  });

  it('makes no more folds than groups', () => {
    const { fold } = splitAccounts({
      ...base,
      groups: Int32Array.of(4, 4, 9),
      keys: ['a', 'b', 'c'],
      labels: Uint8Array.of(1, 0, 1),
      method: 'folds',
    });
    expect(fold[0]).toBe(fold[1]);
    expect(fold[2]).toBe(1 - fold[0]);
  });
});

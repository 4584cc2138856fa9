import { describe, expect, it } from 'vitest';
import { sampleAccounts } from '../../src/learn/sample-accounts.js';

const accounts = (count: number) => ({
  coded: { grids: [], codes: [Uint8Array.from({ length: count }, (_, i) => (i >> 1) % 50)], rowCount: count },
  labels: Uint8Array.from({ length: count }, (_, i) => i % 2),
  groups: Int32Array.from({ length: count }, (_, i) => i >> 1),
});

describe('sampleAccounts', () => {
  it('gives all of few accounts as they are', () => {
    const few = accounts(10);
    expect(sampleAccounts(few, { most: 10, seed: 1 })).toBe(few);
  });

  it('takes about as many as asked for, in whole groups, the same each time', () => {
    const sample = sampleAccounts(accounts(20_000), { most: 5000, seed: 1 });
    expect(Math.abs(sample.labels.length - 5000)).toBeLessThan(300);
    expect(sample.labels.reduce((sum, label) => sum + label, 0) * 2).toBe(sample.labels.length);
    expect(Array.from(sample.coded.codes[0])).toEqual(Array.from(sample.groups, (group) => group % 50));
    expect(sampleAccounts(accounts(20_000), { most: 5000, seed: 1 })).toEqual(sample);
  });
});

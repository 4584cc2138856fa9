import { describe, expect, it } from 'vitest';
import { resolveAccounts } from '../../../src/intake/resolve/resolve-accounts.js';
import { resolveTable } from '../../../src/intake/resolve/resolve-table.js';
import { confirmMerge, undoMerge } from '../../../src/intake/resolve/undo-merge.js';

const three = [resolveTable('crm.csv', { fields: { name: ['Osprex Ltd', 'OSPREX', 'osprex limited'] } })];

describe('undoMerge', () => {
  it('keeps two rows apart though a third is like both', () => {
    const before = resolveAccounts({ tables: three });
    expect([...before.clusters]).toEqual([0, 0, 0]);
    const after = undoMerge(before, { a: 2, b: 0 });
    expect(after.clusters[0]).not.toBe(after.clusters[2]);
    expect(new Set(after.clusters).size).toBe(2);
    expect([...before.clusters]).toEqual([0, 0, 0]);
  });

  it('holds in the next resolution when its pairs are given again', () => {
    const { apart } = undoMerge(resolveAccounts({ tables: three }), { a: 0, b: 2 });
    const again = resolveAccounts({ tables: three, options: { apart } });
    expect(again.clusters[0]).not.toBe(again.clusters[2]);
  });
});

describe('confirmMerge', () => {
  it('merges a pair that was listed', () => {
    const tables = [resolveTable('crm.csv', { fields: { name: ['Walnutbeacon Tooling', 'Walnutbencon Tooling'] } })];
    const before = resolveAccounts({ tables });
    expect([...before.clusters]).toEqual([0, 1]);
    expect([...confirmMerge(before, { a: 0, b: 1 }).clusters]).toEqual([0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../src/intake/assign-types.js';
import type { ColumnFinding } from '../../src/intake/column-finding.js';
import { companyKey } from '../../src/intake/company-key.js';
import { domainKey } from '../../src/intake/domain-key.js';
import { findDuplicates } from '../../src/intake/find-duplicates.js';
import { cellsOf, rawTable } from './raw-table.js';

function finding(name: string, key?: ColumnFinding['key']): ColumnFinding {
  const base = {
    name,
    type: 'identifier',
    kind: 'firmographic',
    missing: 0,
    distinct: 0,
    unreadable: 0,
    detail: '',
  } as const;
  return key === undefined ? base : { ...base, key };
}

describe('findDuplicates', () => {
  it('drops exact repeats with their id and groups rows of one id', () => {
    const raw = rawTable({ id: ['a', 'b', 'a', 'a'], x: ['1', '2', '1', '9'] });
    const { groups, drop, notes } = findDuplicates(raw, { id: 'id', findings: [finding('id', 'id')] });
    expect([...drop]).toEqual([2]);
    expect([...groups]).toEqual([0, 1, 0, 0]);
    expect(notes[0]).toBe(
      '1 row repeats an earlier row in every column, id too (first on line 4); each account counts once.',
    );
  });

  it('keeps and groups identical rows where there is no id', () => {
    const raw = rawTable({ x: ['1', '2', '1'], y: ['', 'z', ''] });
    const { groups, drop } = findDuplicates(raw, { findings: [] });
    expect([...drop]).toEqual([]);
    expect([...groups]).toEqual([0, 1, 0]);
  });

  it('groups the rows of one company by name, domain and e-mail, through each other', () => {
    const raw = rawTable({
      company: ['Acme Inc.', 'ACME', 'Beta GmbH', 'Gamma', 'Delta', 'Unknown', 'unknown'],
      site: ['', 'https://www.acme.com', 'beta.de', 'gamma.io', 'acme.com/jobs', '', ''],
      mail: ['', '', 'x@gmail.com', 'y@gmail.com', '', 'a@beta.de', 'b@other.com'],
    });
    const { groups } = findDuplicates(raw, {
      findings: [finding('company', 'company'), finding('site', 'domain'), finding('mail', 'email')],
    });
    expect([...groups]).toEqual([0, 0, 2, 3, 0, 5, 6]);
  });

  it('groups by ids of accounts in tables of orders', () => {
    const raw = rawTable({
      order_id: cellsOf(60, (i) => `o${i}`),
      customer_id: cellsOf(60, (i) => `c${i % 55}`),
      n: cellsOf(60, (i) => i % 3),
    });
    const { groups } = findDuplicates(raw, { id: 'order_id', findings: assignTypes(raw).findings });
    expect(groups[56]).toBe(1);
  });

  it('does not group by a name that a large part of the rows has', () => {
    const raw = rawTable({
      company: cellsOf(300, (i) => (i < 100 ? 'Reseller' : `Firm ${i}`)),
      n: cellsOf(300, (i) => i),
    });
    const { groups, notes } = findDuplicates(raw, { findings: [finding('company', 'company')] });
    expect(new Set(groups).size).toBe(300);
    expect(notes[0]).toContain('"reseller" on more than 30 rows says little');
  });

  it('takes time in proportion to the rows', () => {
    const raw = rawTable({ a: cellsOf(200_000, (i) => i % 1000), b: cellsOf(200_000, (i) => i % 7) });
    expect(new Set(findDuplicates(raw, { findings: [] }).groups).size).toBe(7000);
  });
});

describe('companyKey', () => {
  it.each([
    ['Acme Inc.', 'acme'],
    ['ACME, Inc', 'acme'],
    ['The Acme Company Ltd', 'acme'],
    ['Müller & Söhne GmbH & Co. KG', 'muller and sohne'],
    ['Société Générale S.A.', 'societe generale'],
    ['A.B.C. Holdings', 'abc'],
    ['Group', 'group'],
    ['self-employed', null],
    ['-', null],
  ])('%s → %s', (name, key) => {
    expect(companyKey(name)).toBe(key);
  });
});

describe('domainKey', () => {
  it.each([
    ['https://www.shop.acme.co.uk/x?y=1', 'acme.co.uk'],
    ['ACME.com', 'acme.com'],
    ['jane@mail.acme.com', 'acme.com'],
    ['jane@gmail.com', null],
    ['linkedin.com/company/acme', null],
    ['198.51.100.7', null],
    ['localhost', null],
  ])('%s → %s', (address, key) => {
    expect(domainKey(address)).toBe(key);
  });
});

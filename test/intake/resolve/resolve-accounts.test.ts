import { describe, expect, it } from 'vitest';
import { generateTable } from '../../../src/demo/generate-table.js';
import { techTitan } from '../../../src/demo/tech-titan.js';
import { type ResolveOptions, resolveAccounts } from '../../../src/intake/resolve/resolve-accounts.js';
import { type ResolveCells, type ResolveField, resolveTable } from '../../../src/intake/resolve/resolve-table.js';

type Row = Partial<Record<ResolveField, string>>;

/** One table of these rows; its clusters as row numbers, and all else. */
function resolve(rows: readonly Row[], options: ResolveOptions = {}) {
  const fields: Partial<Record<ResolveField, ResolveCells>> = {};
  for (const field of new Set(rows.flatMap((row) => Object.keys(row) as ResolveField[])))
    fields[field] = rows.map((row) => row[field] ?? null);
  const resolution = resolveAccounts({ tables: [resolveTable('crm.csv', { fields, rowCount: rows.length })], options });
  return { ...resolution, groups: [...resolution.clusters] };
}

describe('resolveAccounts', () => {
  it('sees one company through legal forms, case, accents, punctuation and & of many countries', () => {
    const pairs: [string, string][] = [
      ['Rheinwerk Maschinenbau GmbH', 'RHEINWERK MASCHINENBAU Gesellschaft mbH'],
      ['Brånäs Skogsvård AB', 'Branas Skogsvard'],
      ['Kowalski i Wnuk Sp. z o.o.', 'KOWALSKI I WNUK SP Z OO'],
      ['Baker & Thistlewood Ltd', 'Baker and Thistlewood Limited'],
      ['Pinehollow Freight Pty', 'Pinehollow Freight Pty. Ltd.'],
      ['Dupontel Agencement S.A.R.L.', 'dupontel agencement sarl'],
      ['Müllerhagen Optik AG', 'Muellerhagen Optik'],
      ['GTXPro', 'GTX Pro Inc.'],
      ['Larkenfield Technologies Intl', 'Larkenfield Technology International'],
      ['Osprex A/S', 'OSPREX AS'],
    ];
    const { groups } = resolve(pairs.flat().map((name) => ({ name })));
    expect(groups).toEqual(pairs.flatMap((_, i) => [2 * i, 2 * i]));
  });

  it('joins across tables by web domain, whatever is written before and after it, and by e-mail domain', () => {
    const { clusters, pairs } = resolveAccounts({
      tables: [
        resolveTable('crm.csv', { fields: { name: ['Osprex Ltd'], domain: ['https://www.osprex.co.uk/about?x=1'] } }),
        resolveTable('billing.csv', {
          fields: { name: ['Osprex Limited (billing)'], email: ['ap@mail.osprex.co.uk'] },
        }),
      ],
    });
    expect([...clusters]).toEqual([0, 0]);
    expect(pairs[0].reason).toBe(
      'Same name “Osprex Ltd” and “Osprex Limited (billing)”, same web domain osprex.co.uk.',
    );
  });

  it('takes no notice of the domains of free providers and shared hosts', () => {
    const { groups } = resolve([
      { name: 'Osprex Ltd', email: 'osprex@gmail.com', domain: 'linkedin.com/company/osprex' },
      { name: 'Quillmarsh Ltd', email: 'quillmarsh@gmail.com', domain: 'linkedin.com/company/quillmarsh' },
    ]);
    expect(groups).toEqual([0, 1]);
  });

  it('compares phones in one form, with the country of the row', () => {
    const { groups, pairs } = resolve([
      { name: 'Fenwick Looms', phone: '089 / 123 45 67', country: 'Deutschland' },
      { name: 'Fennwick Looms', phone: '+49 (0)89 1234567', country: 'Germany' },
    ]);
    expect(groups).toEqual([0, 0]);
    expect(pairs[0].reason).toContain('Same phone +49891234567');
  });

  it('lists what may be one account and leaves it apart', () => {
    const { groups, pairs } = resolve([
      { name: 'Walnutbeacon Tooling', city: 'Southwick' },
      { name: 'Walnutbencon Tooling' },
    ]);
    expect(groups).toEqual([0, 1]);
    expect(pairs.map(({ decision }) => decision)).toEqual(['review']);
    expect(pairs[0].reason).toBe('Names alike “Walnutbeacon Tooling” and “Walnutbencon Tooling”.');
  });

  it('leaves subsidiaries in two countries apart and says so, or joins them when told to', () => {
    const rows = [
      { name: 'Osprex GmbH', domain: 'osprex.com', country: 'DE' },
      { name: 'Osprex Ltd', domain: 'osprex.com', country: 'GB' },
    ];
    const { groups, conflicts } = resolve(rows);
    expect(groups).toEqual([0, 1]);
    expect(conflicts.map(({ text }) => text)).toEqual([
      'same web domain osprex.com, but countries DE and GB: subsidiaries?',
    ]);
    expect(resolve(rows, { subsidiaries: 'together' }).groups).toEqual([0, 0]);
  });

  it('does not take alike names for one: other number, other rare word, other site', () => {
    const { groups } = resolve([
      { name: 'Northmoor Fund 2 LP' },
      { name: 'Northmoor Fund 3 LP' },
      { name: 'Copper Systems Inc', domain: 'copper-systems.com' },
      { name: 'Copperfinch Systems Inc', domain: 'copperfinch-systems.com' },
      { name: 'Summit Consulting LLC', domain: 'summit-consulting.com', city: 'Denver' },
      { name: 'Summit Consulting LLC', domain: 'summitconsult.net', city: 'Boston' },
    ]);
    expect(groups).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('splits a chain whose ends contradict each other and says why', () => {
    const { groups, pairs, conflicts } = resolve([
      { id: '1', name: 'Osprex Analytics', domain: 'osprex.com', phone: '+1 415 555 2671' },
      { id: '2', name: 'Osprex Analytics', domain: 'osprexanalytics.net', phone: '+1 212 555 8899' },
      { name: 'Osprex Analytics', phone: '+1 415 555 2671', email: 'sales@osprexanalytics.net' },
    ]);
    expect(new Set(groups).size).toBe(2);
    expect(groups[0]).not.toBe(groups[1]);
    expect(pairs.filter(({ decision }) => decision === 'merge')).toHaveLength(1);
    expect(conflicts.some(({ kind }) => kind === 'contradiction')).toBe(true);
  });

  it('joins rows of one id in one system, and tells when nothing else fits', () => {
    const { groups, conflicts } = resolve([
      { id: '7', name: 'Osprex', domain: 'osprex.com' },
      { id: '7', name: 'Quillmarsh', domain: 'quillmarsh.com' },
    ]);
    expect(groups).toEqual([0, 0]);
    expect(conflicts[0].kind).toBe('ids');
  });

  it('lets the fullest row stand for the account', () => {
    const { canonical } = resolve([{ name: 'Osprex Ltd' }, { name: 'OSPREX', domain: 'osprex.com', city: 'Hull' }]);
    expect([...canonical]).toEqual([1, 1]);
  });

  it('adds the parts up to the score', () => {
    const { pairs } = resolve([{ name: 'Osprex Ltd' }, { name: 'OSPREX plc', domain: 'osprex.com' }]);
    expect(pairs[0].parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(pairs[0].score, 12);
  });

  it('knows people by e-mail, phone, or name with year of birth or postcode, and not by name alone', () => {
    const { groups } = resolve(
      [
        { name: 'Ada Quillfeather', birthYear: '1984-03-02' },
        { name: 'QUILLFEATHER, Ada', birthYear: '02/03/1984' },
        { name: 'Tom Marsh', email: 'Tom.Marsh@gmail.com' },
        { name: 'Thomas Marsh', email: 'tom.marsh@gmail.com' },
        { name: 'Ida Wren', postcode: 'SW1A 1AA' },
        { name: 'Ida Wren', postcode: 'sw1a1aa' },
        { name: 'Jo Larch' },
        { name: 'Jo Larch' },
        { name: 'Una Moss', birthYear: '1950' },
        { name: 'Una Moss', birthYear: '1991' },
      ],
      { kind: 'person' },
    );
    expect(groups).toEqual([0, 0, 2, 2, 4, 4, 6, 7, 8, 9]);
  });

  it('answers for no rows, and for rows that say nothing', () => {
    expect(resolve([]).groups).toEqual([]);
    expect(resolve([{ name: 'N/A' }, { name: 'N/A' }, { country: 'DE' }]).groups).toEqual([0, 1, 2]);
  });

  it('finds the respelled accounts of Tech Titan, by name alone and with their domains', () => {
    const { table } = generateTable(techTitan, { seed: 7 });
    const column = (name: string) => table.columns.find((one) => one.name === name) as ResolveCells;
    for (const fields of [
      { id: column('account_id'), name: column('company'), country: column('country') },
      { id: column('account_id'), name: column('company'), domain: column('domain'), country: column('country') },
    ]) {
      const { clusters } = resolveAccounts({ tables: [resolveTable('tech-titan.csv', { fields })] });
      expect(table.rowCount).toBe(3075);
      expect(new Set(clusters).size).toBe(3000);
    }
  });
});

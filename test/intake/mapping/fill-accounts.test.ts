import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { applyMapping } from '../../../src/intake/mapping/apply-mapping.js';
import { fillAccounts } from '../../../src/intake/mapping/fill-accounts.js';
import { recogniseTables } from '../../../src/intake/mapping/recognise-tables.js';
import { rawTable } from '../raw-table.js';

function applied(files: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>) {
  const tables = Object.entries(files).map(([source, columns]) => {
    const raw = { ...rawTable(columns), source };
    return { raw, typed: assignTypes(raw) };
  });
  return recogniseTables(tables).map(({ mapping }, i) => applyMapping(tables[i].raw, mapping));
}

function accountsOf(table: ReturnType<typeof fillAccounts>[number]) {
  const column = table.columns.find(({ name }) => name === 'account');
  if (column?.type !== 'text') return null;
  return [...column.codes].map((code) => column.labels[code] ?? null);
}

describe('fillAccounts', () => {
  it('gives deals the accounts that a link table names', () => {
    const tables = applied({
      'deal.csv': {
        _fivetran_synced: ['1', '2', '3'],
        deal_id: ['d1', 'd2', 'd3'],
        property_dealname: ['One', 'Two', 'Three'],
        property_amount: ['10', '20', '30'],
      },
      'deal_company.csv': { company_id: ['c9', 'c8'], deal_id: ['D2', 'd1'], type_id: ['5', '5'] },
    });
    const [deals, ...rest] = fillAccounts(tables);
    expect(accountsOf(deals)).toEqual(['c8', 'c9', null]);
    expect(rest).toEqual([]);
  });

  it('follows keys to rows that name the account', () => {
    const tables = applied({
      'subscriptions.csv': { subscription_id: ['s1', 's2'], account_id: ['a1', 'a2'], plan: ['pro', 'basic'] },
      'usage.csv': {
        usage_id: ['u1', 'u2', 'u3'],
        subscription_id: ['s2', 's1', 's7'],
        usage_date: ['2024-01-01', '2024-01-02', '2024-01-03'],
      },
    });
    expect(accountsOf(fillAccounts(tables)[1])).toEqual(['a2', 'a1', null]);
  });
});

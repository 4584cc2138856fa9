import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { recogniseTables } from '../../../src/intake/mapping/recognise-tables.js';
import { cellsOf, rawTable } from '../raw-table.js';
import { fieldsFound } from './table-of.js';

function recognise(files: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>) {
  return recogniseTables(
    Object.entries(files).map(([source, columns]) => {
      const raw = { ...rawTable(columns), source };
      return { raw, typed: assignTypes(raw) };
    }),
  );
}

const customers = {
  'Customer no': cellsOf(40, (row) => `C${1000 + row}`),
  Name: cellsOf(40, (row) => `Firm ${row} Ltd`),
  City: cellsOf(40, (row) => ['Leeds', 'York'][row % 2]),
  Revenue: cellsOf(40, (row) => String(1000 + 37 * row)),
};

describe('recogniseTables', () => {
  it('finds the key of orders by their values where its header says nothing', () => {
    const found = recognise({
      'customers.csv': customers,
      'orders.csv': {
        No: cellsOf(90, (row) => `O-${row}`),
        Bought: cellsOf(90, (row) => `2025-0${1 + (row % 9)}-11`),
        Partner: cellsOf(90, (row) => `C${1000 + (row % 40)}`),
        Total: cellsOf(90, (row) => String(10 + row)),
      },
    });
    expect(found.map(({ mapping }) => mapping.entity)).toEqual(['account', 'payment']);
    expect(fieldsFound(found[1])).toMatchObject({ id: 'No', account: 'Partner', paidAt: 'Bought', amount: 'Total' });
  });

  it('takes names of accounts for the key where there is no other', () => {
    const found = recognise({
      'customers.csv': customers,
      'invoices.csv': {
        Invoice: cellsOf(60, (row) => `R${row}`),
        'Bill recipient': cellsOf(60, (row) => `Firm ${row % 40} Ltd`),
        'Invoice date': cellsOf(60, (row) => `2025-0${1 + (row % 9)}-11`),
        Amount: cellsOf(60, (row) => String(10 + row)),
      },
    });
    expect(fieldsFound(found[1]).account).toBe('Bill recipient');
  });

  it('takes former states of rows for a history of those that another table holds', () => {
    const accounts = {
      id: ['a1', 'a2'],
      name: ['Ax Ltd', 'By Ltd'],
      industry: ['Retail', 'Energy'],
      _fivetran_synced: ['2024-01-01', '2024-01-01'],
    };
    const found = recognise({
      'account_data.csv': accounts,
      'account_history_data.csv': { ...accounts, _fivetran_start: ['2023-01-01 10:00:00', '2023-02-01 10:00:00'] },
    });
    expect(found.map(({ mapping }) => mapping.use)).toEqual(['rows', 'history']);
    expect(fieldsFound(found[1])).toMatchObject({ id: 'id', changedAt: '_fivetran_start' });
  });

  it('takes a table of web domains of accounts for one that only says more about them', () => {
    const found = recognise({
      'organizations.csv': { id: cellsOf(20, (row) => `9000${row}`), name: cellsOf(20, (row) => `Firm ${row} Ltd`) },
      'domain_name.csv': {
        index: cellsOf(20, () => '0'),
        organization_id: cellsOf(20, (row) => `9000${row}`),
        domain_name: cellsOf(20, (row) => `firm${row}.com`),
      },
      'company_domains.csv': {
        'Company ID': cellsOf(20, (row) => `9000${row}`),
        Domain: cellsOf(20, (row) => `firm${row}.io`),
        'Is primary': cellsOf(20, (row) => String(row % 2 === 0)),
      },
    });
    expect(found.map(({ mapping }) => mapping.use)).toEqual(['rows', 'link', 'link']);
    expect(fieldsFound(found[1])).toEqual({ id: 'organization_id', domain: 'domain_name' });
    expect(fieldsFound(found[2])).toEqual({ id: 'Company ID', domain: 'Domain' });
  });

  it('takes the account with the payment service for no customer, and the merchants of a platform for accounts', () => {
    const merchants = (count: number) => ({
      id: cellsOf(count, (row) => `acct_1${row}`),
      business_profile_name: cellsOf(count, (row) => `Firm ${row}`),
      charges_enabled: cellsOf(count, () => 'true'),
      payouts_enabled: cellsOf(count, () => 'true'),
      country: cellsOf(count, () => 'US'),
      email: cellsOf(count, (row) => `x@firm${row}.com`),
    });
    const use = (count: number) => recognise({ 'account.csv': merchants(count) })[0].mapping.use;
    expect([use(1), use(12)]).toEqual(['unused', 'rows']);
  });
});

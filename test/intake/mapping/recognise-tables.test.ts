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
});

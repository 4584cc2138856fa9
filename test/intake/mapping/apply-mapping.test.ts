import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { applyMapping } from '../../../src/intake/mapping/apply-mapping.js';
import { fitsPattern, matchMapping } from '../../../src/intake/mapping/match-mapping.js';
import { recogniseTable } from '../../../src/intake/mapping/recognise-table.js';
import { recogniseTables } from '../../../src/intake/mapping/recognise-tables.js';
import { cellsOf, rawTable } from '../raw-table.js';

const typedOf = (columns: Readonly<Record<string, readonly string[]>>, source: string) => {
  const raw = { ...rawTable(columns), source };
  return { raw, typed: assignTypes(raw) };
};

const deals = {
  'Deal ID': ['007', '008', '009'],
  Company: ['A', 'B', 'A'],
  Stage: ['Closed Won', 'Closed Lost', 'Demo'],
  Amount: ['$1,200.50', 'n/a', 'many'],
  'Close Date': ['01/02/2024', '03/04/2024', ''],
  Source: ['web', 'web', 'fair'],
};

describe('applyMapping', () => {
  it('gives fields under their names in the order of the model, keys as they stand, and says what it could not read', () => {
    const { raw, typed } = typedOf(deals, 'deals.csv');
    const { mapping } = recogniseTable(raw, { typed });
    const columns = mapping.columns.map((column) =>
      column.column === 'Amount'
        ? { ...column, use: { kind: 'field', field: 'amount' } as const }
        : column.column === 'Close Date'
          ? { ...column, dayOrder: 'day first' as const }
          : column,
    );
    const table = applyMapping(raw, { ...mapping, columns });
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'account', 'stage', 'amount', 'closedAt', 'Source']);
    expect(table.columns[0]).toMatchObject({ type: 'text', labels: ['007', '008', '009'] });
    expect(table.columns[3]).toMatchObject({ type: 'number', values: Float64Array.of(1200.5, Number.NaN, Number.NaN) });
    expect(table.columns[4]).toMatchObject({
      type: 'date',
      values: Float64Array.of(Date.UTC(2024, 1, 1), Date.UTC(2024, 3, 3), Number.NaN),
    });
    expect(table.unreadable).toEqual([{ row: 2, value: 'many', column: 'Amount', line: 4 }]);
    expect(table.attributes).toEqual([{ name: 'Source', column: 'Source', kind: 'behavioural' }]);
    expect([table.missing, table.unmapped]).toEqual([[], []]);
  });

  it('renames an attribute that is called like a field', () => {
    const { raw, typed } = typedOf(
      { account_id: cellsOf(6, (row) => `a${row}`), region: cellsOf(6, (row) => `r${row % 2}`) },
      'x',
    );
    const { mapping } = recogniseTable(raw, { typed });
    const columns = mapping.columns.map((column) =>
      column.column === 'region'
        ? { ...column, use: { kind: 'attribute', attributeKind: 'geographic', type: 'category' } as const }
        : column,
    );
    expect(applyMapping(raw, { ...mapping, columns }).columns.map(({ name }) => name)).toEqual([
      'id',
      'region (column)',
    ]);
  });

  it('reads seconds since 1970', () => {
    const { raw, typed } = typedOf(
      { id: ['cus_1a', 'cus_2b'], created: ['1704067200', '1704153600'] },
      'customers.csv',
    );
    const table = applyMapping(raw, recogniseTable(raw, { typed }).mapping);
    expect(table.columns.at(-1)).toMatchObject({
      name: 'createdAt',
      type: 'date',
      values: Float64Array.of(1704067200000, 1704153600000),
    });
  });
});

describe('recogniseTable', () => {
  it('asks which of day and month is first where no value tells, and which stage means won where none says so', () => {
    const { raw, typed } = typedOf({ ...deals, Stage: ['S1', 'S2', 'S3'] }, 'deals.csv');
    const { questions } = recogniseTable(raw, { typed });
    expect(questions.map(({ column, answers }) => [column, answers])).toEqual([
      ['Close Date', ['day first', 'month first']],
      ['Stage', ['S1', 'S2', 'S3']],
    ]);
  });

  it('asks nothing where everything is plain', () => {
    const { raw, typed } = typedOf({ ...deals, 'Close Date': ['2024-02-01', '2024-04-03', ''] }, 'deals.csv');
    expect(recogniseTable(raw, { typed }).questions).toEqual([]);
  });
});

describe('recogniseTables', () => {
  it('takes the key whose values are account ids, whatever it is called', () => {
    const accounts = typedOf(
      { account_id: cellsOf(40, (row) => `A-${row}`), name: cellsOf(40, (row) => `Firm ${row}`) },
      'accounts.csv',
    );
    const usage = typedOf(
      {
        event_id: cellsOf(80, (row) => `e${row}`),
        ws: cellsOf(80, (row) => `A-${row % 40}`),
        date: cellsOf(80, (row) => `2024-01-${String((row % 28) + 1).padStart(2, '0')}`),
      },
      'usage.csv',
    );
    const [, { mapping }] = recogniseTables([accounts, usage]);
    expect(mapping.columns[1]).toMatchObject({
      column: 'ws',
      use: { kind: 'field', field: 'account' },
      why: '100 % of its values are account_id of accounts.csv',
    });
  });

  it('uses tables of two keys as links', () => {
    const link = typedOf(
      { company_id: ['1', '2', '3'], deal_id: ['7', '8', '9'], type_id: ['5', '5', '5'] },
      'deal_company.csv',
    );
    const [{ mapping }] = recogniseTables([link]);
    expect(mapping).toMatchObject({ entity: 'deal', use: 'link', why: 'says which account each deal belongs to' });
  });
});

describe('matchMapping', () => {
  const { raw, typed } = typedOf(deals, 'deals-2024.csv');
  const kept = { ...recogniseTable(raw, { typed }).mapping, file: 'deals-*.csv' };

  it('finds the mapping by its pattern and says what does not fit any more', () => {
    const { Source: _, Company: company, ...rest } = deals;
    const next = typedOf({ ...rest, company, Region: ['x', 'y', 'z'] }, 'DEALS-2025.csv').raw;
    const found = matchMapping(next, [kept]);
    expect(found).toMatchObject({
      added: ['Region'],
      missing: ['Source'],
      missingFields: [],
      renamed: [{ from: 'Company', to: 'company' }],
    });
    expect(found?.mapping.columns.map(({ column }) => column)).toContain('company');
  });

  it('finds it by its headers where the file is called otherwise, and none for another table', () => {
    expect(matchMapping({ ...raw, source: 'export (7).csv' }, [kept])?.mapping.file).toBe('deals-*.csv');
    expect(matchMapping(typedOf({ a: ['1'], b: ['2'] }, 'deals-2.csv').raw, [kept])).toBeNull();
  });

  it('takes a star for anything and every other sign for itself', () => {
    expect([fitsPattern('a+b (1).csv', 'a+b (*).csv'), fitsPattern('axb.csv', 'a.b.csv')]).toEqual([true, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { deriveAttributes } from '../../../src/intake/relate/derive-attributes.js';
import type { RelatedTable } from '../../../src/intake/relate/mapped-table.js';
import type { Recipe } from '../../../src/model/recipe.js';
import { day, mappedTable, relatedTable, valuesOf } from './mapped-tables.js';

// Four accounts: decided on 1 July; not decided, so as of 31 July; decided before any ticket; without tickets.
const decisionTime = Float64Array.of(day('2024-07-01'), Number.NaN, day('2024-01-01'), day('2024-07-01'));
const asOf = day('2024-07-31');
const tickets = relatedTable('ticket', {
  accountOf: [0, 0, 0, 1, 0, 0, 1, -1, 1, 2],
  openedAt: [
    '2024-06-30',
    '2024-05-01',
    '2024-07-01',
    '2024-07-30',
    null,
    '2024-01-01',
    '2024-07-31',
    '2024-06-01',
    '2024-07-30',
    '2024-03-01',
  ],
  closedAt: ['2024-07-02', '2024-05-09', null, null, null, '2024-06-30', null, null, '2024-07-30', null],
  priority: ['high', 'low', 'high', ' High', 'high', 'high', 'high', 'high', 'low', 'high'],
  satisfaction: [5, 3, 1, 2, 1, 4, 1, 1, 5, 1],
  hours: [0.1, 0.2, 9, 0.7, 9, 0.3, 9, 9, null, 9],
});

function derive(recipe: Omit<Recipe, 'name'>, tables: readonly RelatedTable[] = [tickets]): unknown[] {
  const recipes = [{ name: 'x', ...recipe }];
  const { columns } = deriveAttributes({ accounts: { rowCount: 4 }, decisionTime, tables, recipes, asOf });
  return valuesOf(columns[0]);
}

describe('deriveAttributes', () => {
  const from = 'ticket';
  const at = 'openedAt';

  it('counts rows strictly before the decision; none is zero, and not known is missing', () => {
    expect(derive({ from, at, measure: 'count' })).toEqual([3, 2, null, 0]);
  });

  it('counts in a window, whose first moment is in it', () => {
    expect(derive({ from, at, measure: 'count', windowDays: 61 })).toEqual([2, 2, null, 0]);
    expect(derive({ from, at, measure: 'count', windowDays: 60 })).toEqual([1, 2, null, 0]);
  });

  it('counts rows with a value, case and outer space folded', () => {
    const where = { column: 'priority', values: ['HIGH'] };
    expect(derive({ from, at, measure: 'count', where })).toEqual([2, 1, null, 0]);
  });

  it('counts rows that still ran, whether or not their end is known by now', () => {
    expect(derive({ from, at, measure: 'count', until: 'closedAt' })).toEqual([1, 1, null, 0]);
  });

  it('sums and means: without rows 0 and missing', () => {
    expect(derive({ from, at, measure: 'sum', of: 'hours' })).toEqual([0.1 + 0.2 + 0.3, 0.7, null, 0]);
    expect(derive({ from, at, measure: 'mean', of: 'satisfaction' })).toEqual([4, 3.5, null, null]);
  });

  it('takes the moment that the recipe names: satisfaction is known when a ticket is closed', () => {
    expect(derive({ from, at: 'closedAt', measure: 'mean', of: 'satisfaction' })).toEqual([3.5, 5, null, null]);
  });

  it('takes the latest value, of several of one moment the largest', () => {
    expect(derive({ from, at, measure: 'latest', of: 'satisfaction' })).toEqual([5, 5, null, null]);
    expect(derive({ from, at, measure: 'latest', of: 'priority' })).toEqual(['high', ' High', null, null]);
  });

  it('says how many days ago the last row was', () => {
    expect(derive({ from, at, measure: 'daysSince' })).toEqual([1, 1, null, null]);
  });

  it('counts and lists distinct values; without rows the set is empty', () => {
    expect(derive({ from, at, measure: 'distinct', of: 'priority' })).toEqual([2, 2, null, 0]);
    expect(derive({ from, at, measure: 'members', of: 'priority' })).toEqual([
      ['high', 'low'],
      [' High', 'low'],
      null,
      [],
    ]);
  });

  it('names no value that only rows after the decision have', () => {
    const late = relatedTable('contact', {
      accountOf: [0, 0],
      createdAt: ['2024-01-01', '2024-12-01'],
      role: ['buyer', 'signed the contract'],
    });
    const recipes: Recipe[] = [{ name: 'roles', from: 'contact', measure: 'members', of: 'role', at: 'createdAt' }];
    const { columns, attributes } = deriveAttributes({
      accounts: { rowCount: 4 },
      decisionTime,
      tables: [late],
      recipes,
      asOf,
    });
    expect(columns[0]).toMatchObject({ type: 'set', labels: ['buyer'] });
    expect(attributes).toMatchObject([{ name: 'roles', kind: 'demographic', type: 'set' }]);
  });

  it('reads several tables of one entity as one', () => {
    const more = relatedTable('ticket', { accountOf: [3, 0], openedAt: ['2024-02-01', '2024-02-01'] });
    expect(derive({ from, at, measure: 'count' }, [tickets, more])).toEqual([4, 2, null, 1]);
    expect(derive({ from, at, measure: 'sum', of: 'hours' }, [tickets, more])).toEqual([
      0.1 + 0.2 + 0.3,
      0.7,
      null,
      null,
    ]);
  });

  it('uses nothing of an account that was decided nobody knows when', () => {
    const { columns } = deriveAttributes({
      accounts: { rowCount: 1 },
      decisionTime: Float64Array.of(Number.NEGATIVE_INFINITY),
      tables: [tickets],
      recipes: [{ name: 'tickets', from, at, measure: 'count' }],
      asOf,
    });
    expect(valuesOf(columns[0])).toEqual([null]);
  });

  it('says which rows count for nothing, and why', () => {
    const recipes: Recipe[] = [
      { name: 'tickets', from, at, measure: 'count' },
      { name: 'tickets_30d', from, at, measure: 'count', windowDays: 30 },
      { name: 'tickets_bug', from, at, measure: 'count', where: { column: 'kind', values: ['bug'] } },
      { name: 'payments', from: 'payment', at: 'paidAt', measure: 'count' },
    ];
    const { columns, attributes, notes } = deriveAttributes({
      accounts: mappedTable('account', { id: ['a', 'b', 'c', 'd'] }),
      decisionTime,
      tables: [tickets],
      recipes,
      asOf,
    });
    expect(notes).toEqual([
      '1 of 10 tickets belong to no known account.',
      '1 of 10 tickets have no `openedAt` and count for nothing.',
      '3 of 10 tickets stand at or after the decision of their account (`openedAt`) and count for nothing.',
      '1 of 4 accounts, decided before the first of the tickets: not known there, which is not zero.',
      'tickets_bug is missing everywhere: no ticket has a `kind`.',
      'No payments were given: what is derived from them is missing.',
    ]);
    expect(columns.slice(2).map(valuesOf)).toEqual([
      [null, null, null, null],
      [null, null, null, null],
    ]);
    expect(attributes[0]).toEqual({
      name: 'tickets',
      kind: 'behavioural',
      type: 'whole',
      recipe: { from: 'ticket', measure: 'count', at: 'openedAt' },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coerceColumn } from '../../src/intake/coerce-column.js';
import { readCsv } from '../../src/intake/csv/read-csv.js';
import type { AppliedMapping } from '../../src/intake/mapping/apply-mapping.js';
import { type JoinedAccounts, joinAccounts } from '../../src/workspace/join-accounts.js';
import { printAccounts } from '../../src/workspace/print-accounts.js';
import { valuesOf } from '../intake/relate/mapped-tables.js';
import { imported } from '../workspace/mapped-workspace.js';

const day = 86_400_000;
const start = Date.parse('2024-01-01');
const iso = (step: number) => new Date(start + step * 20 * day).toISOString().slice(0, 10);
const end = start + 21 * 20 * day;
const accountCount = 4;

const account = fc.integer({ min: 0, max: accountCount - 1 });
const moment = fc.integer({ min: 0, max: 19 });
const deal = fc.record({
  account,
  createdAt: moment,
  lasts: fc.integer({ min: 0, max: 6 }),
  stage: fc.constantFrom('Closed Won', 'Closed Lost', 'Proposal'),
});
const ticket = fc.record({ account, openedAt: moment, priority: fc.constantFrom('low', 'high', null) });
const change = fc.record({ account, changedAt: moment, value: fc.constantFrom('lead', 'customer', null) });
const tier = fc.record({ tier: fc.constantFrom('A', 'B', null), since: fc.option(moment) });

const workspace = fc
  .record({
    deals: fc.array(deal, { maxLength: 8 }),
    tickets: fc.array(ticket, { maxLength: 20 }),
    changes: fc.array(change, { maxLength: 12 }),
    tiers: fc.array(tier, { minLength: accountCount, maxLength: accountCount }),
  })
  .map(({ deals, tickets, changes, tiers }): AppliedMapping[] => {
    const ids = ['a1', 'b2', 'c3', 'd4'];
    const key = (row: { account: number }) => ids[row.account];
    return [
      imported('account', {
        columns: {
          Id: ['id', ids],
          Name: ['name', ['Alder', 'Birch', 'Cedar', 'Dogwood']],
          Tools: [{ type: 'set' }, ['Slack;Jira', 'Jira', null, 'Slack;Zoom;Jira']],
          Employees: [{ type: 'whole' }, [5, 1200, null, 77]],
          'Life Stage': [{ type: 'category' }, ['customer', 'lead', 'lead', 'customer']],
          Tier: [{ type: 'category' }, tiers.map((one) => one.tier)],
          'Tier Date': [{ type: 'date' }, tiers.map(({ since }) => (since === null ? null : iso(since)))],
        },
      }),
      imported('account', {
        use: 'history',
        columns: {
          company_id: ['id', changes.map(key)],
          name: ['property', changes.map(() => 'life_stage')],
          value: ['value', changes.map(({ value }) => value)],
          timestamp: ['changedAt', changes.map(({ changedAt }) => iso(changedAt))],
        },
      }),
      imported('deal', {
        columns: {
          Id: ['id', deals.map((_, i) => `d${i}`)],
          Company: ['account', deals.map(key)],
          Stage: ['stage', deals.map(({ stage }) => stage)],
          Created: ['createdAt', deals.map(({ createdAt }) => iso(createdAt))],
          Closed: ['closedAt', deals.map((one) => (one.stage === 'Proposal' ? null : iso(one.createdAt + one.lasts)))],
        },
      }),
      imported('ticket', {
        columns: {
          Id: ['id', tickets.map((_, i) => `t${i}`)],
          Company: ['account', tickets.map(key)],
          Priority: ['priority', tickets.map(({ priority }) => priority)],
          Opened: ['openedAt', tickets.map(({ openedAt }) => iso(openedAt))],
        },
      }),
    ];
  });

const outcome = { kind: 'deals' } as const;
const endings = new Map<string, null>();
const rowOf = ({ columns }: JoinedAccounts, row: number) =>
  Object.fromEntries(columns.map(({ column }) => [column.name, valuesOf(column)[row]]));

describe('law: joined accounts', () => {
  it('an account looked at on the day of its decision is what the table of accounts has, value for value', () => {
    fc.assert(
      fc.property(workspace, (tables) => {
        const learnt = joinAccounts(tables, { outcome, asOf: end, endings });
        const recipes = learnt.columns.flatMap(({ column, attribute }) =>
          attribute?.recipe === undefined ? [] : [{ name: column.name, ...attribute.recipe }],
        );
        for (const [row, moment] of learnt.decidedAt.entries()) {
          if (!Number.isFinite(moment)) continue;
          const then = joinAccounts(tables, { outcome, asOf: moment, endings, recipes, isScored: true });
          expect(rowOf(then, row)).toEqual(rowOf(learnt, row));
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('the printed table reads back as the same values, the empty set among them', () => {
    fc.assert(
      fc.property(workspace, (tables) => {
        const joined = joinAccounts(tables, { outcome, asOf: end, endings });
        const text = printAccounts({ ...joined, folder: 'w', source: outcome, value: undefined, snapshots: [] });
        const { columns } = readCsv(Buffer.from(text), { file: 'accounts.csv', invalidAt: [] });
        for (const { column, attribute } of joined.columns) {
          const printed = columns.find(({ name }) => name === column.name);
          if (attribute === null || printed === undefined) continue;
          expect(valuesOf(coerceColumn(printed, { type: attribute.type }).column).map(asSet)).toEqual(
            valuesOf(column).map(asSet),
          );
        }
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});

/** The order of members in a cell means nothing. */
function asSet(value: unknown): unknown {
  return Array.isArray(value) ? [...value].sort() : value;
}

import { describe, expect, it } from 'vitest';
import type { AppliedMapping } from '../../src/intake/mapping/apply-mapping.js';
import { joinTables } from '../../src/workspace/join-tables.js';
import { imported } from './mapped-workspace.js';

const accounts = imported('account', {
  columns: {
    Id: ['id', ['a1', 'a2', 'a3']],
    Name: ['name', ['Alder Works', 'Birch Media', 'Cedar Labs']],
    Domain: ['domain', ['alder.com', 'birch.de', null]],
  },
});
/** c1 is at the first account by its key, c2 at the second by its address, c3 at none, c4 at two. */
const contacts = imported('contact', {
  columns: {
    Id: ['id', ['c1', 'c2', 'c3', 'c4', 'C4']],
    Company: ['account', ['a1', null, null, 'a1', 'a2']],
    Email: ['email', ['jo@gmail.com', 'kim@birch.de', 'lou@gmail.com', null, null]],
  },
});

function accountsOf(tables: readonly AppliedMapping[], entity: string) {
  const { related, joins } = joinTables(tables, { endings: new Map() });
  return { found: [...(related.find(({ table }) => table.entity === entity)?.accountOf ?? [])], joins };
}

describe('joinTables', () => {
  it('reaches the account of rows that name only a contact, by its id, its address or the domain of that', () => {
    const answers = imported('answer', {
      columns: {
        Respondent: [
          'contact',
          ['c1', 'C2 ', 'c3', 'c4', 'c9', 'Jo@gmail.com', 'kim@birch.de', 'new@alder.com', 'lou@gmail.com', null],
        ],
        Score: ['score', [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
      },
    });
    const { found, joins } = accountsOf([accounts, answers, contacts], 'answer');
    expect(found).toEqual([0, 1, -1, -1, -1, 0, 1, 0, -1, -1]);
    expect(joins.find(({ entity }) => entity === 'answer')).toMatchObject({
      file: 'answer-rows.csv',
      rows: 10,
      found: 5,
      ways: [
        { way: 'contact', count: 4 },
        { way: 'email domain', count: 1 },
      ],
      unknown: ['c3', 'c4', 'c9', 'lou@gmail.com'],
    });
  });

  it('prefers the account that a row names itself to that of its contact', () => {
    const tickets = imported('ticket', {
      columns: { Org: ['account', ['a2', null]], Requester: ['contact', ['c1', 'c1']] },
    });
    expect(accountsOf([accounts, contacts, tickets], 'ticket').found).toEqual([1, 0]);
  });

  it('goes on from the row that a row names: an answer to its ticket, the ticket to its contact', () => {
    const tickets = imported('ticket', {
      columns: { Id: ['id', ['t1', 't2']], Requester: ['contact', ['kim@birch.de', 'c1']] },
    });
    const answers = imported('answer', {
      columns: { Ticket: [{ field: 'account', via: 'ticket' }, ['t2', 't1', 't7']], Score: ['score', [1, 2, 3]] },
    });
    expect(accountsOf([accounts, answers, tickets, contacts], 'answer').found).toEqual([0, 1, -1]);
  });

  it('takes ids of contacts for those of accounts only where no table is of contacts and most of them are', () => {
    const visits = (...people: string[]) => imported('activity', { columns: { Visitor: ['contact', people] } });
    expect(accountsOf([accounts, visits('a1', 'a3', 'x7')], 'activity').found).toEqual([0, 2, -1]);
    expect(accountsOf([accounts, visits('a1', 'x8', 'x7')], 'activity').found).toEqual([-1, -1, -1]);
    expect(accountsOf([accounts, contacts, visits('a1', 'a3', 'c2')], 'activity').found).toEqual([-1, -1, 1]);
  });

  it('knows the web domains that a table of them gives to accounts', () => {
    const domains = imported('account', {
      use: 'link',
      columns: {
        organization_id: ['id', ['a1', 'a3', 'A3', 'a9']],
        domain_name: ['domain', ['alder.io', 'cedar.org', 'cedarlabs.net', 'nobody.com']],
      },
    });
    const tickets = imported('ticket', {
      columns: { From: ['contact', ['x@alder.io', 'x@alder.com', 'y@cedarlabs.net', 'y@cedar.org', 'z@nobody.com']] },
    });
    expect(accountsOf([accounts, domains, tickets], 'ticket').found).toEqual([0, 0, 2, 2, -1]);
  });

  it('finds one account in two rows of which the domain table of one gives the web domain', () => {
    const others = imported('account', {
      source: 'zendesk',
      columns: { Id: ['id', ['900', '901']], Name: ['name', ['Birch Media GmbH', 'Oak Street']] },
    });
    const domains = imported('account', {
      use: 'link',
      source: 'zendesk',
      columns: { organization_id: ['id', ['900']], domain_name: ['domain', ['birch.de']] },
    });
    const { accounts: found } = joinTables([accounts, others, domains], { endings: new Map() });
    expect(found.rows).toEqual([0, 1, 2, 4]);
  });
});

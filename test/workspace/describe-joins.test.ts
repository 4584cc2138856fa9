import { describe, expect, it } from 'vitest';
import { describeJoin, describeKeys, joinCautions, summariseJoins } from '../../src/workspace/describe-joins.js';
import type { TableJoin } from '../../src/workspace/table-join.js';

const whole: TableJoin = {
  file: 'activities.csv',
  entity: 'activity',
  rows: 2400,
  found: 2400,
  ways: [{ way: 'contact', count: 2400 }],
  unknown: [],
  respelt: [],
  unsure: [],
};
const part: TableJoin = { ...whole, found: 2395, unknown: ['c77', 'c78', 'c80', 'c99'] };
const poor: TableJoin = {
  ...whole,
  found: 20,
  ways: [
    { way: 'key', count: 18 },
    { way: 'fuzzy key', count: 2 },
  ],
  unknown: ['c77', 'c78', 'c80', 'c99'],
};

describe('describeJoin', () => {
  it('says how many rows belong to an account, by what, and what the others name', () => {
    expect(describeJoin(whole)).toBe('activities.csv: all 2,400 rows belong to an account (by contact).');
    expect(describeJoin(part)).toBe(
      'activities.csv: 2,395 of 2,400 rows belong to an account (by contact); 5 do not: c77, c78, c80 and 1 more.',
    );
    expect(describeJoin(poor)).toContain('(18 by key, 2 by key with a typing error)');
    expect(describeJoin({ ...whole, rows: 1, found: 0, ways: [] })).toBe(
      'activities.csv: 0 of 1 rows belong to an account; 1 does not: they name none.',
    );
  });
});

describe('joinCautions', () => {
  it('warns where fewer than 90 % of the rows belong to an account, of contacts fewer than half', () => {
    expect(joinCautions([whole, part, { ...poor, entity: 'contact', found: 1300 }])).toEqual([]);
    expect(joinCautions([poor])).toEqual([
      '2,380 of 2,400 rows of activities.csv belong to no account that was imported: c77, c78, c80 and 1 more. What they say is counted nowhere.',
    ]);
  });
});

describe('summariseJoins', () => {
  it('is one line for all tables', () => {
    expect(summariseJoins([])).toBeNull();
    const respelt = [{ a: 'x', b: 'X', how: 'folded', reason: '' } as const];
    expect(summariseJoins([part, { ...whole, file: 'deals.csv', respelt }])).toBe(
      'Rows that found their account: activities.csv 2,395 of 2,400, deals.csv 2,400 of 2,400. 1 key is written otherwise than by the accounts (assay merges).',
    );
  });
});

describe('describeKeys', () => {
  it('names what is doubtful, and counts what is only written otherwise', () => {
    const respelt = ['folded', 'folded', 'fuzzy'].map(
      (how, i) => ({ a: `a${i}`, b: `b${i}`, how, reason: `reason ${i}` }) as TableJoin['respelt'][number],
    );
    expect(describeKeys({ ...whole, respelt, unsure: [{ a: 'x', candidates: ['y', 'z'] }] })).toEqual([
      'activities.csv: “x” may be “y” or “z”: left alone.',
      'activities.csv: reason 2',
      'activities.csv: 2 keys are accounts’, written otherwise (case, spaces, zeros, legal form).',
    ]);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderMerges } from '../../src/cli/render-merges.js';
import type { MergePair, MergesReport } from '../../src/workspace/list-merges.js';
import { newFolder, runAssay } from './run-assay.js';

async function workspaceOf(files: Readonly<Record<string, readonly string[]>>) {
  const folder = newFolder();
  const paths = Object.entries(files).map(([name, lines]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    return join(folder, name);
  });
  const workspace = join(folder, 'ws');
  await runAssay('init', workspace);
  const again = () => runAssay('import', ...paths, '--workspace', workspace);
  expect((await again()).exit).toBe(0);
  const merges = async (...words: string[]) => {
    const { exit, out } = await runAssay('merges', '--workspace', workspace, '--json', ...words);
    expect(exit).toBe(0);
    return JSON.parse(out) as MergesReport;
  };
  return { merges, again, workspace };
}

const files = {
  'companies.csv': [
    'Record ID,Company name,Company Domain Name,Industry,City',
    '1001,Acme Tools GmbH,acme-tools.de,Retail,Berlin',
    '1002,Borealis Ltd,borealis.co.uk,Software,London',
    '1003,Acme Tools,acme-tools.de,Retail,Berlin',
    '1004,ACME TOOLS,www.acme-tools.de,Retail,Berlin',
  ],
  'deals.csv': [
    'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Company',
    '5001,Acme 1,Closed Won,900,2024-05-14,2024-07-14,Acme Tools',
    '5002,Borealis 1,Closed Lost,450,2024-05-15,2024-07-14,Borealis  LTD.',
  ],
};

const brief = ({ pairs }: MergesReport) => pairs.map(({ one, other, state }) => `${other} ${state} ${one}`);

describe('assay merges', () => {
  it('lists pairs with score and reason, and keys that are only written otherwise', async () => {
    const { merges } = await workspaceOf(files);
    const report = await merges();
    expect([report.rows, report.accounts]).toEqual([4, 2]);
    expect(report.pairs.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'rows merged',
      'rows merged',
      'keys merged',
    ]);
    expect(report.pairs[0].score).toBeGreaterThan(0.95);
    expect(report.pairs[0].reason).toContain('acme-tools.de');
  });

  it('takes a pair apart for every later import, and together again', async () => {
    const { merges, again } = await workspaceOf(files);
    const [first, second] = (await merges()).pairs;
    const after = await merges('--undo', first.id);
    expect(after.accounts).toBe(3);
    await again();
    expect(await merges()).toEqual(after);
    expect(brief(after)).toContain(`${[first.one, first.other].sort()[1]} apart ${[first.one, first.other].sort()[0]}`);
    const back = await merges('--accept', first.id);
    expect(back.accounts).toBe(2);
    expect(back.pairs.find(({ id }) => id === first.id)?.state).toBe('accepted');
    expect(second.state).toBe('merged');
  });

  it('splits a row from all that it was joined to', async () => {
    const { merges } = await workspaceOf(files);
    const pair = (await merges()).pairs[0];
    const after = await merges('--split', pair.id);
    expect(after.accounts).toBe(3);
    expect(after.pairs.filter(({ state }) => state === 'apart')).toHaveLength(2);
  });

  it('takes a key from what it seemed to be', async () => {
    const { merges } = await workspaceOf(files);
    const key = (await merges()).pairs.find(({ kind }) => kind === 'keys');
    const after = await merges('--undo', key?.id ?? '');
    expect(after.pairs.filter(({ kind }) => kind === 'keys').map(({ state }) => state)).toEqual(['apart']);
  });

  it('says which id it does not know', async () => {
    const { workspace } = await workspaceOf(files);
    const { exit, err } = await runAssay('merges', '--workspace', workspace, '--undo', 'nope');
    expect([exit, err]).toEqual([2, expect.stringContaining('There is no pair nope.')]);
  });
});

describe('renderMerges', () => {
  const pair = (id: number, about: Partial<MergePair>): MergePair => ({
    id: `id${id}`,
    kind: 'keys',
    one: `Acme ${id}`,
    other: `ACME ${id}`,
    files: ['deals.csv'],
    state: 'merged',
    score: null,
    reason: 'They are alike.',
    isDoubtful: false,
    ...about,
  });
  const report: MergesReport = {
    rows: 10,
    accounts: 9,
    pairs: [
      pair(1, { kind: 'rows', files: [], score: 1 }),
      ...[2, 3, 4, 5, 6].map((id) => pair(id, {})),
      pair(7, { isDoubtful: true }),
      pair(8, { state: 'unsure', isDoubtful: true }),
    ],
  };
  const ids = (isAll: boolean) =>
    renderMerges(report, { color: false, width: 100, isAll })
      .match(/\bid\d|more/g)
      ?.join(' ');

  it('begins with what is doubtful, and gives examples of what is only written otherwise', () => {
    expect(ids(false)).toBe('id7 id8 id1 id2 id3 id4 more');
    expect(ids(true)).toBe('id7 id8 id1 id2 id3 id4 id5 id6');
  });
});

describe('assay import', () => {
  it('says of every table how many rows belong to an account, and warns, though quiet, where few do', async () => {
    const activities = [
      'ID,Organization,Created at,Priority',
      't1,Acme Tools,2024-05-14,High',
      't2,Borealis,2024-05-15,Low',
      't3,Borealsi,2024-05-15,Low',
      't4,Nobody,2024-05-16,Low',
      't5,Nowhere,2024-05-16,Low',
    ];
    const { again, workspace } = await workspaceOf({ ...files, 'tickets.csv': activities });
    const { out } = await again();
    expect(out.replace(/\s+/g, ' ')).toContain(
      '⚠ tickets.csv: 3 of 5 rows belong to an account (1 by key, 1 by key without legal form, 1 by key with a typing error); 2 do not: Nobody, Nowhere.',
    );
    expect(out).toContain('deals.csv: all 2 rows belong to an account');
    const loud = '2 of 5 rows of tickets.csv belong to no account that was imported: Nobody, Nowhere.';
    // Of tables that were imported before, too.
    const companies = join(workspace, '..', 'companies.csv');
    const { err } = await runAssay('import', companies, '--workspace', workspace, '-q');
    expect(err).toContain(`assay: warning: ${loud}`);
    const learned = await runAssay('learn', '--workspace', workspace, '-q');
    expect(learned.out.replace(/\s+/g, ' ')).toContain(loud);
  });
});

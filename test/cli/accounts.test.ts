import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder, runAssay } from './run-assay.js';

/** Ten companies, of which each has a deal; the even ones won on 2024-06-15. Ticket 1 is before it, the others after. */
async function importAll(): Promise<string> {
  const folder = newFolder();
  const write = (name: string, lines: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const each = (line: (i: number) => string, count = 10) => Array.from({ length: count }, (_, i) => line(i));
  const files = [
    write('companies.csv', [
      'Record ID,Company name,Company Domain Name,Industry,Religion,Create Date',
      ...each(
        (i) =>
          `${100 + i},Firma ${i} GmbH,firma${i}.de,${i % 3 ? 'Retail' : 'Media'},${i % 2 ? 'none' : 'any'},2024-01-20`,
      ),
      '110,Firma 3,firma3.de,Retail,none,2024-02-20',
    ]),
    write('deals.csv', [
      'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Company IDs',
      ...each(
        (i) =>
          `${500 + i},Deal ${i},${i % 2 ? 'Closed Lost' : 'Closed Won'},${100 + i},2024-03-20,2024-06-15,${100 + i}`,
      ),
      '510,Deal 10,Proposal,9,2024-11-20,,109',
    ]),
    write('tickets.csv', [
      'Ticket ID,Company ID,Priority,Created at',
      ...each((i) => `T${i},${100 + (i % 5)},high,${i < 5 ? '2024-05-20' : '2024-07-20'}`),
      'T10,110,high,2024-05-21',
    ]),
  ];
  const workspace = join(folder, 'ws');
  await runAssay('init', workspace);
  const { exit, out } = await runAssay('import', ...files, '--workspace', workspace);
  expect({ exit, asked: out.includes('Only you know') }).toEqual({ exit: 0, asked: false });
  return workspace;
}

/** 160 companies; those with a ticket before the decision win more often, and winners have tickets after it. */
async function importMany(): Promise<string> {
  const folder = newFolder();
  const workspace = join(folder, 'ws');
  const day = (step: number) => new Date(Date.UTC(2024, 0, 1 + step)).toISOString().slice(0, 10);
  const rows = Array.from({ length: 160 }, (_, i) => {
    const hasTicket = (i * 7) % 3 === 0;
    const isWon = (i * 37) % 100 < (hasTicket ? 90 : 15);
    return { i, id: 1000 + i, hasTicket, isWon, decided: 70 + i };
  });
  const write = (name: string, lines: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const files = [
    write('companies.csv', [
      'Record ID,Company name,Company Domain Name,Industry,Gender,Create Date',
      ...rows.map(
        ({ i, id }) =>
          `${id},Firma ${i} GmbH,firma${i}.de,${['Retail', 'Media', 'Bank'][i % 3]},${i % 2 ? 'male' : 'female'},${day(20)}`,
      ),
    ]),
    write('deals.csv', [
      'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Company IDs',
      ...rows.map(
        ({ i, id, isWon, decided }) =>
          `${5000 + i},Deal ${i},${isWon ? 'Closed Won' : 'Closed Lost'},${100 + i},${day(40)},${day(decided)},${id}`,
      ),
    ]),
    write('tickets.csv', [
      'Ticket ID,Company ID,Priority,Created at',
      ...rows.filter(({ hasTicket }) => hasTicket).map(({ i, id }) => `T${i},${id},high,${day(50 + (i % 9))}`),
      ...rows.filter(({ isWon }) => isWon).map(({ i, id, decided }) => `U${i},${id},low,${day(decided + 10)}`),
    ]),
  ];
  await runAssay('init', workspace);
  expect((await runAssay('import', ...files, '--workspace', workspace)).exit).toBe(0);
  return workspace;
}

describe('assay accounts', () => {
  let workspace = '';
  beforeAll(async () => {
    workspace = await importAll();
  }, 60_000);

  it('makes one row an account, with what was known before its decision and no protected column', async () => {
    const path = join(workspace, 'accounts.csv');
    const { exit, err } = await runAssay('accounts', '--workspace', workspace, '-o', path);
    expect(exit).toBe(0);
    expect(err).toContain('Religion');
    const [header, ...rows] = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const cell = (id: string, name: string) => rows.find(([first]) => first === id)?.[header.indexOf(name)];
    expect(rows).toHaveLength(10);
    expect(header).not.toContain('Religion');
    expect([cell('100', 'outcome'), cell('100', 'decided_at')]).toEqual(['won', '2024-06-15']);
    expect([cell('101', 'outcome'), cell('101', 'Industry')]).toEqual(['lost', 'Retail']);
    // One of its two tickets came after the decision; the other account has the ticket of the row that is the same firm.
    expect([cell('100', 'tickets'), cell('103', 'tickets'), cell('105', 'tickets')]).toEqual(['1', '2', '0']);
    // An open deal beside a lost one: not decided.
    expect(cell('109', 'outcome')).toBe('');
  });

  it('is learnt from and scored without a file: as the printed table is, recipes in the profile', async () => {
    const workspace = await importMany();
    const at = (name: string) => join(workspace, name);
    const learned = await runAssay(
      'learn',
      '--workspace',
      workspace,
      '--card',
      'short',
      '-o',
      at('icp.yaml'),
      '--json',
    );
    const profile = JSON.parse(learned.out);
    expect(profile.best).toMatchObject({ outcome: 'outcome', is: ['won'], from: 'deals' });
    expect(profile.provenance.snapshots.map(({ source }: { source: string }) => source)).toEqual([
      'companies.csv',
      'deals.csv',
      'tickets.csv',
    ]);
    expect(profile.proof.split.method).toBe('time');
    expect(profile.setAside).toContainEqual(expect.objectContaining({ what: 'Gender', reason: 'protected' }));
    expect(readFileSync(at('icp.yaml'), 'utf8')).toContain('recipe: {from: ticket, measure: count, at: openedAt}');

    await runAssay('accounts', '--workspace', workspace, '-o', at('accounts.csv'), '-q');
    const points = async (...from: string[]) => {
      const { out } = await runAssay('score', ...from, '--profile', at('icp.yaml'), '--json');
      const { accounts } = JSON.parse(out) as { accounts: { id: string; points: number }[] };
      return new Map(accounts.map((one) => [one.id, one.points]));
    };
    const now = await points('--workspace', workspace);
    expect(now.size).toBe(160);
    expect(await points(at('accounts.csv'))).toEqual(now);
    // The first deal was decided on this day: what came later plays no part.
    const then = await points('--workspace', workspace, '--as-of', '2024-03-11');
    expect(then.get('1000')).toBe(now.get('1000'));

    const explained = await runAssay(
      'explain',
      '--workspace',
      workspace,
      '1000',
      '--profile',
      at('icp.yaml'),
      '--json',
    );
    expect(JSON.parse(explained.out).points).toBe(now.get('1000'));
  }, 120_000);

  it('takes a file or a workspace, not both and not none', async () => {
    expect((await runAssay('score', '--profile', 'icp.yaml')).err).toContain('Neither a file nor a workspace');
    const both = await runAssay('score', 'my accounts.csv', '--workspace', 'w', '--profile', 'icp.yaml');
    expect(both.err).toContain("assay score 'my accounts.csv' or assay score --workspace w");
    expect((await runAssay('learn', 'a.csv', '--as-of', '2024-01-01')).err).toContain('--as-of is for workspaces');
  });

  it('says what is missing', async () => {
    const { exit, err } = await runAssay('accounts', '--workspace', workspace, '--outcome', 'subscriptions');
    expect(exit).toBe(2);
    expect(err).toContain('has no table of subscriptions');
  });
});

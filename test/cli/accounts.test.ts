import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

describe('assay accounts', () => {
  it('makes one row an account, with what was known before its decision and no protected column', async () => {
    const workspace = await importAll();
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

  it('says what is missing', async () => {
    const workspace = await importAll();
    const { exit, err } = await runAssay('accounts', '--workspace', workspace, '--outcome', 'subscriptions');
    expect(exit).toBe(2);
    expect(err).toContain('has no table of subscriptions');
  });
});

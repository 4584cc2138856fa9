import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../../src/workspace/import-files.js';
import { makeWorkspace } from '../../src/workspace/make-workspace.js';
import { type WorkspaceAccountsOptions, workspaceAccounts } from '../../src/workspace/workspace-accounts.js';

const root = mkdtempSync(join(tmpdir(), 'assay-accounts-'));
const folder = join(root, 'ws');
const at = (day: string) => () => new Date(`${day}T12:00:00Z`);

function write(name: string, lines: readonly string[], into = 'in'): string {
  mkdirSync(join(root, into), { recursive: true });
  const path = join(root, into, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const each = (line: (i: number) => string, count = 10) => Array.from({ length: count }, (_, i) => line(i));
const company = (i: number, { tier, churned }: { tier: string; churned: string }) =>
  `${100 + i},Firma ${i} GmbH,firma${i}.de,${tier},2023-01-20,${churned === '' ? 'no' : 'yes'},${churned}`;
const header = 'Record ID,Company name,Company Domain Name,Tier,Create Date,Churn,Churn Date';

/**
 * Ten companies. In the first import all are of tier A, in the second the even ones of tier B. Company 0 churned before the
 * landmark (180 days before 2024-12-31), 1 and 2 after it; its subscription of 3 ended after it, that of 4 before.
 */
beforeAll(async () => {
  await makeWorkspace(folder, { now: at('2024-04-01') });
  const companies = (tier: (i: number) => string, into: string) =>
    write(
      'companies.csv',
      [
        header,
        ...each((i) => company(i, { tier: tier(i), churned: ['2024-02-10', '2024-09-01', '2024-11-30'][i] ?? '' })),
      ],
      into,
    );
  const rest = [
    write('deals.csv', [
      'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Associated Company IDs',
      ...each(
        (i) =>
          `${500 + i},Deal ${i},${i % 2 ? 'Closed Lost' : 'Closed Won'},${100 + i},2024-03-20,2024-06-15,${100 + i}`,
      ),
    ]),
    write('deal_stage_history.csv', [
      'Deal ID,Stage,Date entered',
      ...each((i) => `${500 + i},Qualified,2024-03-25`),
      ...each((i) => `${500 + 2 * i},Demo held,2024-0${i < 3 ? 4 : 7}-02`, 5),
      ...each((i) => `${500 + i},${i % 2 ? 'Closed Lost' : 'Closed Won'},2024-06-15`),
    ]),
    write('subscriptions.csv', [
      'Subscription ID,Company ID,Plan,MRR,Start date,End date',
      ...each(
        (i) => `S${i},${100 + i},Pro,${10 + i},2024-0${1 + (i % 3)}-10,${['2024-10-05', '2024-05-05'][i - 3] ?? ''}`,
        9,
      ),
      'S9,109,Pro,10,2024-11-10,',
    ]),
    write('tickets.csv', [
      'Ticket ID,Company ID,Priority,Created at',
      ...each((i) => `T${i},${100 + i},high,2024-05-20`),
      ...each((i) => `U${i},${100 + i},high,2024-08-20`),
      'V1,109,low,2024-12-31',
    ]),
  ];
  await importFiles([companies(() => 'A', 'old')], { folder, now: at('2024-05-01') });
  await importFiles([companies((i) => (i % 2 ? 'A' : 'B'), 'new'), ...rest], { folder, now: at('2025-01-02') });
}, 60_000);

async function read(options: Partial<WorkspaceAccountsOptions>) {
  const accounts = await workspaceAccounts(folder, { now: at('2025-01-03'), ...options });
  const column = (name: string) => {
    const found = accounts.columns.find((one) => one.column.name === name)?.column;
    if (found === undefined) return undefined;
    if (found.type === 'number' || found.type === 'date') return [...found.values];
    if (found.type === 'set')
      return [...found.missing].map((_, row) =>
        [...found.codes.subarray(found.offsets[row], found.offsets[row + 1])].map((code) => found.labels[code]),
      );
    return [...found.codes].map((code) => found.labels[code] ?? null);
  };
  const days = [...accounts.decidedAt].map((ms) =>
    Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : null,
  );
  return { ...accounts, column, days };
}

describe('workspaceAccounts', () => {
  it('decides by deals, and knows the stages that were reached before, from histories', async () => {
    const { outcomes, days, column } = await read({ outcome: 'deals' });
    expect(outcomes.slice(0, 3)).toEqual(['won', 'lost', 'won']);
    expect(new Set(days)).toEqual(new Set(['2024-06-15']));
    expect(column('stages_reached')?.slice(0, 2)).toEqual([['Demo held', 'Qualified'], ['Qualified']]);
    // That demo was noted after the decision.
    expect(column('stages_reached')?.[8]).toEqual(['Qualified']);
    expect(column('tickets')).toEqual(new Array(10).fill(1));
  });

  it('decides by subscriptions at a landmark: who ended before it, or began after it, is not learnt from', async () => {
    const { outcomes, days, column } = await read({ outcome: 'subscriptions' });
    expect(outcomes).toEqual(['kept', 'kept', 'kept', 'churned', null, 'kept', 'kept', 'kept', 'kept', null]);
    expect(days[0]).toBe('2024-07-04');
    expect(column('tickets')?.[0]).toBe(1);
  });

  it('decides by a column of the accounts, at a landmark where its date stands with an event only', async () => {
    const { outcomes, days, value, notes, column } = await read({ outcome: 'Churn=no' });
    expect(value).toBe('no');
    expect(outcomes).toEqual([null, 'yes', 'yes', ...new Array(7).fill('no')]);
    expect(days[1]).toBe('2024-07-04');
    expect(column('tickets')).toEqual(new Array(10).fill(1));
    expect(notes.join(' ')).toContain('7 accounts have Churn without its date');
  });

  it('derives nothing where nobody knows when a column was decided', async () => {
    const { outcomes, column, notes } = await read({ outcome: 'Tier=A' });
    expect(outcomes.slice(0, 2)).toEqual(['B', 'A']);
    expect(column('tickets')).toBeUndefined();
    expect(notes.join(' ')).toContain('Nothing says when Tier was decided');
  });

  it('counts what happened at the newest moment in the data', async () => {
    const { column } = await read({ outcome: null });
    expect(column('tickets')).toEqual([...new Array(9).fill(2), 3]);
  });

  it('reads tables of accounts as of a past day as they were imported last before it, and says so', async () => {
    const then = await read({ outcome: null, asOf: '2024-06-01' });
    expect(new Set<unknown>(then.column('Tier') ?? [])).toEqual(new Set(['A']));
    expect(then.column('tickets')).toEqual(new Array(10).fill(1));
    expect(then.notes).toContain('companies.csv is as it was imported on 2024-05-01 (import 1).');
    expect((await read({ outcome: null, asOf: '2025-01-03' })).column('Tier')?.slice(0, 2)).toEqual(['B', 'A']);
    expect((await read({ outcome: null, asOf: '2024-04-01' })).notes).toContain(
      'companies.csv is as it was imported on 2024-05-01 (import 1), which is after that day: what was written over in between is not undone.',
    );
  });

  it('says what else may decide accounts where nothing does', async () => {
    await expect(read({ outcome: 'Tier', asOf: '2020-01-01' })).resolves.toBeDefined();
    await expect(read({ outcome: 'deals', asOf: '2020-01-01' })).rejects.toThrow(
      /By deals none of the 10 accounts of .* is decided/,
    );
  });
});

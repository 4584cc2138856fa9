import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, runAssay } from './run-assay.js';

const companyHeader = 'Record ID,Company name,Company Domain Name,Industry,Number of Employees,Create Date';
const industries = ['Retail', 'Software', 'Health'];

function companies(count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) => `${1000 + i},Firma ${i} GmbH,firma${i}.de,${industries[i % 3]},${10 + i * 7},2024-03-${10 + (i % 15)}`,
  );
}

function writeCsv(name: string, lines: readonly string[], folder = newFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function writeCompanies(rows: readonly string[]): string {
  return writeCsv('companies.csv', [companyHeader, ...rows]);
}

/** Deals whose days can be read both ways. */
function writeDealsAsked(): string {
  const rows = Array.from(
    { length: 40 },
    (_, i) =>
      `${5000 + i},Deal ${i},${i % 3 ? 'Closed Won' : 'Closed Lost'},${100 + i},0${1 + (i % 9)}/03/2024,${1000 + (i % 20)}`,
  );
  return writeCsv('deals.csv', ['Record ID,Deal Name,Deal Stage,Amount,Create Date,Associated Company IDs', ...rows]);
}

async function newWorkspace(): Promise<string> {
  const folder = join(newFolder(), 'ws');
  expect((await runAssay('init', folder)).exit).toBe(0);
  return folder;
}

describe('assay init', () => {
  it('makes a workspace once', async () => {
    const folder = await newWorkspace();
    expect(existsSync(join(folder, 'assay.yaml'))).toBe(true);
    const { exit, err } = await runAssay('init', folder);
    expect(exit).toBe(2);
    expect(err).toContain('is a workspace already');
  });

  it('says nothing where it is to be quiet', async () => {
    expect(await runAssay('init', join(newFolder(), 'ws'), '-q')).toEqual({ exit: 0, out: '', err: '' });
  });
});

describe('assay import', () => {
  it('counts cells that say that nothing is there, and says so in words, JSON and assay data', async () => {
    const folder = await newWorkspace();
    const rows = Array.from({ length: 20 }, (_, i) => `${i},Firma ${i},${i < 12 ? 'IT' : i < 17 ? 'N/A' : 'Select'},`);
    const file = writeCsv('accounts.csv', ['account_id,company,industry,note', ...rows]);
    const dry = await runAssay('import', file, '--dry-run', '--json');
    expect(JSON.parse(dry.out).files[0].placeholders).toEqual([
      {
        column: 'industry',
        count: 8,
        values: [
          { value: 'N/A', count: 5 },
          { value: 'Select', count: 3 },
        ],
      },
    ]);
    const { out } = await runAssay('import', file, '--workspace', folder);
    expect(out).toContain('industry 8 (N/A 5, Select 3)');
    expect((await runAssay('data', '--workspace', folder)).out).toContain('industry 8');
    const data = JSON.parse((await runAssay('data', '--workspace', folder, '--json')).out);
    const industry = data.tables[0].columns.find(({ column }: { column: string }) => column === 'industry');
    expect(industry).toMatchObject({ fill: 0.6, placeholders: 8 });
  });

  it('says that three digits behind every point may be thousands', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},Firma ${i},${1 + (i % 9)}.${137 + i}`);
    const file = writeCsv('accounts.csv', ['account_id,company,ratio', ...rows]);
    const { out } = await runAssay('import', file, '--dry-run');
    expect(out.replace(/\s+/g, ' ')).toContain('ratio: ambiguous, every number has three digits behind its only point');
  });

  it('asks about a field of which nothing can be read', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},Firma ${i},Closed Won,${i + 1}/${i + 2}/9`);
    const file = writeCsv('deals.csv', ['Deal ID,Company,Deal Stage,Amount', ...rows]);
    const { out } = await runAssay('import', file, '--dry-run');
    expect(out.replace(/\s+/g, ' ')).toContain(
      '20 of 20 values of Amount are no numbers that can be read (first "1/2/9"): is it the amount?',
    );
    expect(out.replace(/\s+/g, ' ')).toContain('leave `field: amount` or write `ignored: not readable` instead');
  });

  it('keeps every record, says what became of each column, and writes what was not accepted to a file', async () => {
    const folder = await newWorkspace();
    const file = writeCompanies([...companies(20), '1020,broken']);
    const { exit, out, err } = await runAssay('import', file, '--workspace', folder);
    expect(exit).toBe(0);
    expect(out).toContain('20 accepted + 1 quarantined = 21');
    expect(out).toContain('each row is an account, headers as in hubspot');
    expect(out).toContain('Record ID → id');
    expect(err).toContain(`${file}:22 line 22 has 2 fields, the header has 6`);
    const [quarantine] = readdirSync(join(folder, 'quarantine'));
    expect(readFileSync(join(folder, 'quarantine', quarantine), 'utf8')).toContain('\n1020,broken\n');
    expect(readFileSync(join(folder, 'mapping.yaml'), 'utf8')).toContain('{ column: Record ID, field: id');
  });

  it('reads a file with a column that is empty throughout', async () => {
    const folder = await newWorkspace();
    const file = writeCsv('companies.csv', [`${companyHeader},Fax`, ...companies(20).map((row) => `${row},`)]);
    const { exit, out } = await runAssay('import', file, '--workspace', folder);
    expect(exit).toBe(0);
    expect(out).toMatch(/ignored +Fax: /);
  });

  it('takes a mended quarantine file as more rows of the same table', async () => {
    const folder = await newWorkspace();
    await runAssay('import', writeCompanies([...companies(20), '1020,broken']), '--workspace', folder);
    const [name] = readdirSync(join(folder, 'quarantine'));
    const path = join(folder, 'quarantine', name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('1020,broken', '1020,Late GmbH,late.de,Retail,9,2024-03-10'),
    );
    const { exit, out } = await runAssay('import', path, '--workspace', folder);
    expect(exit).toBe(0);
    expect(out).toContain('1 accepted + 0 quarantined = 1');
    expect(out).toContain('21 account rows are 21 accounts.');
  });

  it('imports nothing until what only a person knows is answered', async () => {
    const folder = await newWorkspace();
    const files = [writeCompanies(companies(20)), writeDealsAsked()];
    const asked = await runAssay('import', ...files, '--workspace', folder);
    const proposed = join(folder, 'mapping.proposed.yaml');
    expect(asked.exit).toBe(2);
    expect(asked.out).toContain('begin with the day or the month?');
    expect(asked.err).toContain(`--mapping ${proposed}`);
    expect(readdirSync(join(folder, 'snapshots'))).toEqual([]);
    const text = readFileSync(proposed, 'utf8');
    const line = text.split('\n').findIndex((one) => one.includes('day_order'));
    expect(asked.out.replace(/\n */g, '')).toContain(`mapping.proposed.yaml:${line + 1} `);

    writeFileSync(proposed, text.replace('day_order: month first', 'day_order: day first'));
    const answered = await runAssay('import', ...files, '--workspace', folder, '--mapping', proposed);
    expect(answered.exit).toBe(0);
    expect(answered.out).toContain('(day first)');
    expect(existsSync(proposed)).toBe(false);
    expect(readFileSync(join(folder, 'mapping.yaml'), 'utf8')).toContain('day_order: day first');
    expect((await runAssay('import', ...files, '--workspace', folder)).exit).toBe(0);
  });

  it('says what changed since the last import of the same file', async () => {
    const folder = await newWorkspace();
    const rows = companies(20);
    await runAssay('import', writeCompanies(rows), '--workspace', folder);
    const same = await runAssay('import', writeCompanies(rows), '--workspace', folder);
    expect(same.out).toContain('nothing: the same rows as at the last import');
    const changed = [...rows.slice(1).map((row, i) => (i === 0 ? row.replace('Software', 'Media') : row))];
    const { out } = await runAssay(
      'import',
      writeCompanies([...changed, '2000,Neu AG,neu.de,Media,5,2024-03-10']),
      '--workspace',
      folder,
    );
    expect(out.replace(/\s+/g, ' ')).toContain(
      '1 rows added, 1 removed, 1 changed, 18 the same; matched by Record ID; cells changed in Industry (1)',
    );
    expect(out).toContain('new in Industry: Media');
  });

  it('finds rows of two files that are one account, and records it', async () => {
    const folder = await newWorkspace();
    const other = writeCsv('customers.csv', [
      'Customer ID,Company,Website,City',
      'C-1,Firma 3,https://www.firma3.de,Berlin',
      'C-2,Somebody Else Ltd,else.co.uk,London',
      'C-3,Third Ltd,third.co.uk,Leeds',
    ]);
    const args = ['import', writeCompanies(companies(20)), other, '--workspace', folder];
    const { exit, out } = await runAssay(...args);
    expect({ exit, asked: out.includes('Only you know') }).toEqual({ exit: 0, asked: false });
    expect(out).toContain('23 account rows are 22 accounts.');
    const { merges } = JSON.parse((await runAssay('data', '--workspace', folder, '--json')).out);
    expect(merges).toHaveLength(1);
    expect([merges[0].kept, merges[0].merged].sort()).toEqual(['companies.csv 1003', 'customers.csv C-1']);
  });

  it('writes nothing on a dry run, in a workspace or without one', async () => {
    const folder = newFolder();
    const { exit, out } = await runAssay('import', writeCompanies(companies(20)), '--workspace', folder, '--dry-run');
    expect(exit).toBe(0);
    expect(out).toContain('Nothing was written');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes all files or none', async () => {
    const folder = await newWorkspace();
    const args = ['import', writeCompanies(companies(20)), join(folder, 'missing.csv'), '--workspace', folder];
    const { exit, err } = await runAssay(...args);
    expect(exit).toBe(2);
    expect(err).toContain('missing.csv');
    expect(JSON.parse((await runAssay('data', '--workspace', folder, '--json')).out).imports).toEqual([]);
  });

  it('refuses two files of one name, of which only one would count', async () => {
    const folder = await newWorkspace();
    const file = writeCompanies(companies(20));
    const copy = join(folder, 'copy');
    mkdirSync(copy);
    copyFileSync(file, join(copy, 'companies.csv'));
    const { exit, err } = await runAssay('import', file, join(copy, 'companies.csv'), '--workspace', folder);
    expect(exit).toBe(2);
    expect(err).toContain('would replace the earlier');
  });

  it('names the line of a mapping that is wrong, and a workspace that is none', async () => {
    const folder = await newWorkspace();
    writeFileSync(join(folder, 'mapping.yaml'), 'assay_mapping: 1\ntables:\n  - file: a.csv\n    entity: acount\n');
    const wrong = await runAssay('import', writeCompanies(companies(20)), '--workspace', folder);
    expect(wrong.exit).toBe(2);
    expect(wrong.err).toContain('mapping.yaml:4');
    const none = await runAssay('import', writeCompanies(companies(20)), '--workspace', newFolder());
    expect(none.exit).toBe(2);
    expect(none.err).toContain('assay init');
  });
});

describe('assay data', () => {
  it('tells fill, distinct values and drift of each column, and undoes an import', async () => {
    const folder = await newWorkspace();
    const rows = companies(60);
    await runAssay('import', writeCompanies(rows), '--workspace', folder);
    await runAssay('import', writeCompanies(rows.map((row) => row.replace('Health', ''))), '--workspace', folder);
    const read = async (...more: string[]) =>
      JSON.parse((await runAssay('data', '--workspace', folder, '--json', ...more)).out);
    const industry = ({ tables }: { tables: { columns: { column: string }[] }[] }) =>
      tables[0].columns.find(({ column }) => column === 'Industry');
    expect(industry(await read())).toMatchObject({ fill: 2 / 3, distinct: 2, drift: expect.closeTo(1 / 3) });
    expect((await runAssay('data', '--workspace', folder)).out).toMatch(
      /Industry +firmographic, category +66 % +2 +0\.33/,
    );
    expect(industry(await read('--undo', '2'))).toMatchObject({ fill: 1, distinct: 3, drift: null });
    expect((await runAssay('data', '--workspace', folder)).out).toContain('— undone');
  });

  it('refuses an import that is not there', async () => {
    const folder = await newWorkspace();
    expect((await runAssay('data', '--workspace', folder, '--undo', '7')).exit).toBe(2);
    expect((await runAssay('data', '--workspace', folder, '--undo', 'x')).exit).toBe(2);
  });
});

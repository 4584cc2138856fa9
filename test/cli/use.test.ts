import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDeals } from './deals.js';
import { newFolder, runAssay } from './run-assay.js';

const profile = join(newFolder(), 'icp.yaml');
let learnt: string;

beforeAll(async () => {
  learnt = writeDeals('deals.csv', { rows: 1500 });
  await runAssay('learn', learnt, '--outcome', 'outcome=won', '-o', profile);
});

describe('assay score', () => {
  it('prints every row once, in order, with points, fit, probability, tier and reasons', async () => {
    const file = writeDeals('new.csv', { rows: 40, seed: 2, firstId: 5000 });
    const { exit, out } = await runAssay('score', file, '--profile', profile);
    const [header, ...rows] = out.trimEnd().split('\n');
    expect(exit).toBe(0);
    expect(header).toBe('deal_id,points,fit,probability,tier,reasons');
    expect(rows.map((row) => row.split(',')[0])).toEqual(Array.from({ length: 40 }, (_, i) => `D${5000 + i}`));
    for (const row of rows) expect(row).toMatch(/^D\d+,\d+,[\d.]+,0\.\d+,(ideal|stretch|bad),/);
  });

  it('keeps a record that it cannot read in its place and says why', async () => {
    const file = writeDeals('new.csv', { rows: 5, seed: 2 });
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[3] = 'D3,Team';
    writeFileSync(file, lines.join('\n'));
    const { out, err } = await runAssay('score', file, '--profile', profile);
    const rows = out.trimEnd().split('\n').slice(1);
    expect(rows).toHaveLength(5);
    expect(rows[2]).toMatch(/^,,,,,"?not scored: line 4: /);
    expect(err).toContain(`${file}:4`);
  });

  it('says which values the profile does not name, and which columns are not there', async () => {
    const file = writeDeals('new.csv', { rows: 30, seed: 3 });
    const renamed = readFileSync(file, 'utf8').replaceAll('Team', 'Galaxy').replace('seats', 'licences');
    writeFileSync(file, renamed);
    const { exit, err } = await runAssay('score', file, '--profile', profile);
    expect(exit).toBe(0);
    expect(err).toMatch(/plan: \d+ accounts have a value that the profile does not name \(Galaxy\); scored as other/);
    expect(err).toContain('seats: new.csv has no such column');
  });

  it('defuses cells that a spreadsheet would run', async () => {
    const file = writeDeals('new.csv', { rows: 3, seed: 2 });
    writeFileSync(file, readFileSync(file, 'utf8').replace('D1,', '"=cmd(1)",'));
    const { out } = await runAssay('score', file, '--profile', profile);
    expect(out.split('\n')[1].startsWith("'=cmd(1),")).toBe(true);
  });

  it('refuses a file without any of the attributes', async () => {
    const file = join(newFolder(), 'other.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    const { exit, err } = await runAssay('score', file, '--profile', profile);
    expect(exit).toBe(2);
    expect(err).toContain('none of the');
  });
});

describe('assay explain', () => {
  it('adds up to the score exactly', async () => {
    const scored = JSON.parse((await runAssay('score', learnt, '--profile', profile, '--json')).out);
    for (const { id, points } of scored.accounts.slice(0, 5)) {
      const explained = JSON.parse((await runAssay('explain', learnt, id, '--profile', profile, '--json')).out);
      const sum = explained.contributions.reduce(
        (total: number, line: { points: number }) => total + line.points,
        explained.base,
      );
      expect(sum).toBe(points);
      expect(explained.points).toBe(points);
    }
  });

  it('names the ids there are when there is no such account', async () => {
    const { exit, err } = await runAssay('explain', learnt, 'D999999', '--profile', profile);
    expect(exit).toBe(2);
    expect(err).toContain('no account has deal_id "D999999"');
    expect(err).toContain('D1, D2, D3');
  });
});

describe('assay validate', () => {
  it('proves the profile on new outcomes', async () => {
    const file = writeDeals('later.csv', { rows: 900, seed: 8, firstId: 9000 });
    const { exit, out } = await runAssay('validate', file, '--profile', profile, '--json');
    const validation = JSON.parse(out);
    expect(exit).toBe(0);
    expect(validation.verdict).toBe('publishable');
    expect(validation.proof.accounts).toBe(900);
    expect(validation.proof.split.method).toBe('new');
  });

  it('refuses outcomes in which the profile is no better than chance', async () => {
    const file = writeDeals('noise.csv', { rows: 900, seed: 5, effect: 0, firstId: 20000 });
    const { exit, out } = await runAssay('validate', file, '--profile', profile, '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out).verdict).toBe('refused');
  });

  it('claims nothing on the very file that was learnt from', async () => {
    const { exit, out } = await runAssay('validate', learnt, '--profile', profile, '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out).reasons[0]).toContain('this very file');
  });
});

describe('assay validate on accounts that were learnt from', () => {
  it('knows a part of them again, whatever else is in the file', async () => {
    const file = join(newFolder(), 'part.csv');
    writeFileSync(file, `${readFileSync(learnt, 'utf8').split('\n').slice(0, 900).join('\n')}\n`);
    const { exit, out } = await runAssay('validate', file, '--profile', profile, '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out).reasons[0]).toBe(
      'By their deal_id, about 100 % of them were learnt from. What the profile shows here is memory, not proof.',
    );
  });
});

describe('assay diff', () => {
  it('says nothing of a profile and itself, and what changed of two', async () => {
    const same = await runAssay('diff', profile, profile);
    expect(same.out).toBe('No difference in meaning.\n');
    const other = join(newFolder(), 'icp.yaml');
    await runAssay(
      'learn',
      writeDeals('other.csv', { rows: 900, seed: 9, effect: 2.5 }),
      '--outcome',
      'outcome=won',
      '-o',
      other,
    );
    const { exit, out } = await runAssay('diff', profile, other);
    expect(exit).toBe(0);
    expect(out.length).toBeGreaterThan(0);
  });
});

describe('assay report', () => {
  it('writes one self-contained HTML file, and Markdown', async () => {
    const folder = newFolder();
    for (const name of ['report.html', 'report.md']) {
      expect((await runAssay('report', profile, '-o', join(folder, name))).exit).toBe(0);
    }
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(html).not.toMatch(/(src|href)="https?:/);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('| ');
  });

  it('names the place and the fix of a malformed profile', async () => {
    const file = join(newFolder(), 'icp.yaml');
    writeFileSync(file, 'assay: 1\nname: X\ncriteria:\n  - trait: employees 50–\n    rolle: strong\n');
    const { exit, err } = await runAssay('report', file);
    expect(exit).toBe(2);
    expect(err).toMatch(/icp\.yaml:\d+:\d+/);
  });
});

describe('assay', () => {
  it('exits 2 on a usage error and 0 on help and version', async () => {
    expect((await runAssay('learm')).exit).toBe(2);
    expect((await runAssay('learn')).exit).toBe(2);
    expect((await runAssay('--help')).exit).toBe(0);
    expect((await runAssay('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('prints errors as JSON on stdout when asked for JSON', async () => {
    const { exit, out } = await runAssay('learn', 'no-such-file.csv', '--outcome', 'x', '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(out).error.code).toBe('FILE_NOT_FOUND');
  });
});

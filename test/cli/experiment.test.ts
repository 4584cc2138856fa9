import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, runAssay } from './run-assay.js';

/** 900 accounts of which `act` wins more; undefined arms: nobody is acted upon. */
function outcomes(armOf: (account: string) => string | undefined): string {
  const rows = Array.from({ length: 900 }, (_, i) => {
    const account = `A-${i}`;
    const isWon = (i * 7) % 10 < (armOf(account) === 'act' ? 5 : 2);
    return `${account},${isWon ? 'won' : 'lost'}`;
  });
  return `id,status\n${rows.join('\n')}\n`;
}

async function planned(): Promise<{ folder: string; file: string; assignments: string }> {
  const folder = newFolder();
  const [file, assignments] = [join(folder, 'experiment.yaml'), join(folder, 'assignments.csv')];
  const { exit, out } = await runAssay(
    ...['experiment', 'plan', '--outcome', 'status=won', '--base', '0.2', '--effect', '0.15', '--salt', 'one'],
    ...['-o', file],
  );
  expect(exit).toBe(0);
  expect(out).toMatch(/decided accounts show a difference of 15.0 points in status = won/);
  writeFileSync(
    join(folder, 'accounts.csv'),
    outcomes(() => undefined),
  );
  return { folder, file, assignments };
}

const assign = (folder: string, file: string, assignments: string) =>
  runAssay('experiment', 'assign', join(folder, 'accounts.csv'), '--experiment', file, '--id', 'id', '-o', assignments);

describe('assay experiment', () => {
  it('plans, assigns and reads', async () => {
    const { folder, file, assignments } = await planned();
    expect((await assign(folder, file, assignments)).out).toMatch(/900 accounts were drawn, 0 stay/);
    const first = readFileSync(assignments, 'utf8');
    expect((await assign(folder, file, assignments)).out).toMatch(/0 accounts were drawn, 900 stay/);
    expect(readFileSync(assignments, 'utf8')).toBe(first);
    const arms = new Map(first.split('\n').map((line) => line.split(',') as [string, string]));
    const later = join(folder, 'later.csv');
    writeFileSync(
      later,
      outcomes((account) => arms.get(account)),
    );
    const report = join(folder, 'reading.md');
    const args = ['experiment', 'read', later, '--experiment', file, '--assignments', assignments];
    const { exit, out } = await runAssay(...args, '--report', report);
    expect(out).toMatch(
      /It works: Acting \(act\) caused more of status = won: 50\.0? %|It works: Acting \(act\) caused more/,
    );
    expect(exit).toBe(0);
    expect(readFileSync(report, 'utf8')).toMatch(/^# Act on the ICP\n\n\*\*It works:\*\* /);
    const json = JSON.parse((await runAssay(...args, '--json')).out);
    expect(json.verdict).toBe('caused more');
  });

  it('refuses with exit 1 what somebody assigned by hand', async () => {
    const { folder, file, assignments } = await planned();
    await assign(folder, file, assignments);
    const text = readFileSync(assignments, 'utf8');
    writeFileSync(
      assignments,
      text.replace(/^A-5,(\w+)/m, (_, arm) => `A-5,${arm === 'act' ? 'holdout' : 'act'}`),
    );
    const { exit, out } = await runAssay(
      ...['experiment', 'read', join(folder, 'accounts.csv'), '--experiment', file, '--assignments', assignments],
    );
    expect(exit).toBe(1);
    expect(out).toMatch(/1 account is not in the arm that was drawn for it: A-5/);
    const again = await assign(folder, file, assignments);
    expect(again.exit).toBe(1);
    expect(again.err).toMatch(/cannot be added to/);
  });

  it('says what a plan lacks', async () => {
    const { exit, err } = await runAssay('experiment', 'plan', '--outcome', 'status=won', '--base', '0.2');
    expect(exit).toBe(2);
    expect(err).toMatch(/smallest effect worth seeing is not said/);
  });
});

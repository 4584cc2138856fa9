import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDeals } from './deals.js';
import { newFolder, runAssay } from './run-assay.js';

describe('assay learn', () => {
  it('prints the verdict, its proof and what was set aside as JSON', async () => {
    const file = writeDeals('deals.csv', { rows: 1200 });
    const { exit, out } = await runAssay('learn', file, '--outcome', 'outcome=won', '--json');
    const learned = JSON.parse(out);
    expect(exit).toBe(0);
    expect(learned.verdict).toBe('publishable');
    expect(learned.reasons.length).toBeGreaterThan(0);
    expect(learned.proof.auc.lower).toBeGreaterThan(0.5);
    expect(learned.proof.liftTopFifth.lower).toBeGreaterThan(1);
    expect(learned.proof.accounts).toBe(1200);
    expect(learned.proof.split.method).toBe('folds');
    expect(learned.proof.logLoss).toBeLessThan(0.69);
    expect(learned.proof.calibrationError).toBeLessThan(0.1);
    expect(learned.baselines.map(({ name }: { name: string }) => name)[0]).toBe('base rate');
    expect(learned.setAside).toContainEqual({ what: 'deal_id', reason: 'identifier', detail: 'names the accounts' });
    const attributes = learned.criteria.map((line: { trait: { attribute: string } }) => line.trait.attribute);
    expect(attributes).toContain('plan');
    expect(attributes).toContain('seats');
    expect(attributes).not.toContain('weekday');
  });

  it('writes the same bytes for the same input and seed', async () => {
    const file = writeDeals('deals.csv', { rows: 600 });
    const [one, two] = [newFolder(), newFolder()];
    for (const folder of [one, two]) {
      const outputs = ['-o', join(folder, 'icp.yaml'), '--report', join(folder, 'report.html')];
      await runAssay('learn', file, '--outcome', 'outcome=won', ...outputs);
    }
    const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8').replaceAll(folder, '');
    for (const name of ['icp.yaml', 'report.html']) expect(read(one, name)).toBe(read(two, name));
  });

  it('refuses data without signal: exit 1, no tiers, and what would help', async () => {
    const file = writeDeals('noise.csv', { rows: 400, effect: 0 });
    const output = join(newFolder(), 'icp.yaml');
    const { exit, out } = await runAssay('learn', file, '--outcome', 'outcome=won', '-o', output, '--json');
    const learned = JSON.parse(out);
    expect(exit).toBe(1);
    expect(learned.verdict).toBe('refused');
    expect(learned.scorecard).toBeNull();
    expect(learned.help.length).toBeGreaterThan(0);
    expect(readFileSync(output, 'utf8')).not.toContain('tiers:');
    const scored = await runAssay('score', file, '--profile', output);
    expect(scored.exit).toBe(1);
    expect(scored.err).toContain('does not score');
  });

  it('only describes when there are only winners', async () => {
    const file = writeDeals('won.csv', { rows: 300 });
    const won = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !line.endsWith('lost'));
    writeFileSync(file, `${won.join('\n')}\n`);
    const { exit, out } = await runAssay('learn', file, '--outcome', 'outcome=won', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out).verdict).toBe('description');
  });

  it('refuses too few outcomes and says how many are missing', async () => {
    const file = writeDeals('few.csv', { rows: 20 });
    const { exit, out } = await runAssay('learn', file, '--outcome', 'outcome=won', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out).reasons[0]).toBe('Only 20 accounts with a known outcome; at least 30 are needed.');
  });

  it('names the nearest column when the outcome is misspelt, and exits 2', async () => {
    const file = writeDeals('deals.csv', { rows: 50 });
    const { exit, err } = await runAssay('learn', file, '--outcome', 'outcom=won');
    expect(exit).toBe(2);
    expect(err).toContain('Did you mean "outcome"?');
  });

  it('asks for the value when the good end is not obvious', async () => {
    const file = writeDeals('deals.csv', { rows: 50 });
    const { exit, err } = await runAssay('learn', file, '--outcome', 'plan');
    expect(exit).toBe(2);
    expect(err).toContain('--outcome');
    expect(err).toContain('Team');
  });

  it('leaves out what it is told to leave out, also a column whose name has a comma', async () => {
    const file = writeDeals('deals.csv', { rows: 800 });
    writeFileSync(file, readFileSync(file, 'utf8').replace('deal_id,plan', 'deal_id,"plan, bought"'));
    const { out } = await runAssay('learn', file, '--outcome', 'outcome=won', '--exclude', 'plan, bought', '--json');
    expect(JSON.parse(out).setAside).toContainEqual({
      what: 'plan, bought',
      reason: 'excluded',
      detail: 'left out on request',
    });
  });

  it('holds out the last rows when they are said to be in time order', async () => {
    const file = writeDeals('deals.csv', { rows: 1000 });
    const { out } = await runAssay(
      ...['learn', file, '--outcome', 'outcome=won', '--in-time-order', '--holdout', '20%', '--json'],
    );
    const { proof } = JSON.parse(out);
    expect(proof.split.method).toBe('order');
    expect(proof.accounts).toBe(200);
  });

  it('names the line of every record that it could not accept', async () => {
    const file = writeDeals('deals.csv', { rows: 600 });
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[4] = 'D4,Team';
    lines[9] = 'D9,"Team,5,North,Web,Mon,won';
    writeFileSync(file, lines.join('\n'));
    const { exit, err, out } = await runAssay('learn', file, '--outcome', 'outcome=won', '--json');
    expect(exit).toBe(0);
    expect(err).toContain(`${file}:5 `);
    expect(err).toContain(`${file}:10 `);
    const learned = JSON.parse(out);
    expect(learned.quarantined.map(({ line }: { line: number }) => line)).toEqual([5, 10]);
    expect(learned.learned.accounts).toBe(598);
    expect(learned.provenance.snapshots[0].rows).toBe(600);
  });
});

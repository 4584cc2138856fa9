import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder, runAssay } from './run-assay.js';

const folder = newFolder();
const at = (name: string) => join(folder, name);

const beliefs = `assay: 1
name: First customers
market: b2b
description: Small firms that pay by use.
best: {outcome: interested, is: [yes], description: interested is yes}
criteria:
  - {trait: employees 20–50, role: strong, status: hypothesis, belief: {strength: 20}}
  - {trait: pricing = Pay by use, role: strong, status: hypothesis, belief: {strength: 10}}
attributes:
  - {name: employees, kind: firmographic, type: whole}
  - {name: pricing, kind: need, type: category}
review: {every: quarter}
`;

/** Forty talks: all who pay by use say yes, and nobody else; the size tells nothing. */
function writeTalks(): void {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const isByUse = i % 2 === 0;
    return `T${100 + i},${i % 4 < 2 ? 30 : 90},${isByUse ? 'Pay by use' : 'Yearly'},${isByUse ? 'yes' : 'no'}`;
  });
  writeFileSync(at('talks.csv'), `talk_id,employees,pricing,interested\n${rows.join('\n')}\n`);
  writeFileSync(at('new.csv'), 'prospect_id,employees,pricing\nP1,30,Pay by use\nP2,90,Yearly\nP3,40,Yearly\n');
}

beforeAll(async () => {
  writeTalks();
  writeFileSync(at('beliefs.yaml'), beliefs);
  await runAssay('learn', at('talks.csv'), '--beliefs', at('beliefs.yaml'), '-o', at('weighed.yaml'));
});

describe('assay learn --beliefs', () => {
  it('prints a page about the beliefs and the next test', async () => {
    const { exit, out } = await runAssay('learn', at('talks.csv'), '--beliefs', at('beliefs.yaml'));
    expect(exit).toBe(0);
    expect(out).toContain(
      'Beliefs weighed: 40 conversations, 20 with the outcome: 1 validated, 0 refuted, 1 still open.',
    );
    expect(out).toMatch(/pricing = Pay by use +validated +10 +20 +×2\.0 /);
    expect(out).toMatch(/employees 20–50 +observed +20 +20 +×1\.0 /);
    expect(out).toContain('What to test next\n  •  Test employees 20–50 next:');
    expect(out).not.toContain('Give each account its own id');
  });

  it('gives the next test as JSON', async () => {
    const { out } = await runAssay('learn', at('talks.csv'), '--beliefs', at('beliefs.yaml'), '--json');
    const { next, help } = JSON.parse(out);
    expect(next.trait.attribute).toBe('employees');
    expect(next.conversations).toBeGreaterThan(0);
    expect(help).toEqual([next.sentence]);
  });

  it('writes down which column names the accounts: the one that it finds, or is told', async () => {
    expect(readFileSync(at('weighed.yaml'), 'utf8')).toContain('  id: talk_id\n');
    const told = await runAssay(
      ...['learn', at('talks.csv'), '--beliefs', at('beliefs.yaml'), '--id', 'employees', '--json'],
    );
    expect(JSON.parse(told.out).provenance.id).toBe('employees');
    const unknown = await runAssay('learn', at('talks.csv'), '--beliefs', at('beliefs.yaml'), '--id', 'talkid');
    expect(unknown.exit).toBe(2);
    expect(unknown.err).toContain('talk_id');
  });
});

describe('assay score by beliefs', () => {
  it.each(['beliefs.yaml', 'weighed.yaml'])('names the accounts by their id with %s', async (name) => {
    const { exit, out } = await runAssay('score', at('new.csv'), '--profile', at(name));
    const rows = out.trimEnd().split('\n');
    expect(exit).toBe(0);
    expect(rows[0]).toBe('prospect_id,points,fit,probability,tier,reasons');
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(['P1', 'P2', 'P3']);
  });

  it('falls back to the line where no column tells the accounts apart', async () => {
    writeFileSync(at('nameless.csv'), 'employees,pricing\n30,Yearly\n40,Yearly\n');
    const { out } = await runAssay('score', at('nameless.csv'), '--profile', at('weighed.yaml'));
    expect(out.split('\n').slice(0, 2)).toEqual([
      'line,points,fit,probability,tier,reasons',
      expect.stringMatching(/^2,/),
    ]);
  });

  it('says what the scores rest on: hypotheses, or outcomes seen', async () => {
    const before = await runAssay('score', at('new.csv'), '--profile', at('beliefs.yaml'));
    expect(before.err).toContain('these scores rest on hypotheses; no outcome has been seen yet.');
    const after = await runAssay('score', at('new.csv'), '--profile', at('weighed.yaml'));
    expect(after.err).toContain(
      'these scores rest on beliefs weighed against 40 accounts, 20 with the outcome; the score was not tried on accounts held out.',
    );
    const explained = await runAssay('explain', at('new.csv'), 'P1', '--profile', at('weighed.yaml'));
    expect(explained.out).toContain('P1: ');
    expect(explained.out).toContain('(by beliefs weighed against 40 accounts, 20 with the outcome;');
    const json = JSON.parse((await runAssay('score', at('new.csv'), '--profile', at('weighed.yaml'), '--json')).out);
    expect([json.isBelief, json.idColumn]).toEqual([true, 'prospect_id']);
    expect(json.caveat).toContain('40 accounts');
  });
});

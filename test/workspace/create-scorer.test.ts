import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/model/profile.js';
import { createScorer } from '../../src/workspace/create-scorer.js';
import { scoreFile } from '../../src/workspace/score-file.js';
import { newFolder } from '../cli/run-assay.js';
import { sampleProfile } from '../profile/sample-profile.js';
import { card } from '../score/example-card.js';

const profile: Profile = {
  ...sampleProfile,
  verdict: 'publishable',
  attributes: [
    { name: 'contract', kind: 'behavioural', type: 'category' },
    { name: 'employees', kind: 'firmographic', type: 'whole' },
    { name: 'stack', kind: 'technographic', type: 'set' },
  ],
  scorecard: {
    ...card,
    pairs: [
      {
        axes: [
          { kind: 'numeric', attribute: 'employees', whole: true, cuts: [100] },
          { kind: 'member', attribute: 'stack', member: 'Slack' },
        ],
        points: [
          [1, 2, 0],
          [3, -4, 0],
          [0, 0, 0],
        ],
      },
    ],
    typical: [...card.typical, 0],
  },
};
const score = createScorer(profile);

describe('createScorer', () => {
  it('scores one record with its reasons', () => {
    // 10 + 20 + 15 + 4, and 3 for 100 employees or more with Slack.
    expect(score({ contract: 'Two year', employees: 250, stack: ['Jira', 'Slack'] })).toEqual({
      points: 52,
      fit: 100,
      probability: 0.832018,
      tier: 'ideal',
      reasons: ['contract in (Two year, One year) (+15)', 'employees 200+ (+13)', 'stack includes Slack (+3)'],
    });
  });

  it('takes what is absent, null or unreadable as missing', () => {
    const nothing = score({});
    expect(nothing.points).toBe(11);
    expect(score({ contract: null, employees: 'many', stack: undefined })).toEqual(nothing);
    expect(score({ contract: '', employees: Number.NaN, stack: '  ' })).toEqual(nothing);
  });

  it('reads every value as a file of this one record is read', async () => {
    const folder = newFolder();
    const values = {
      contract: ['Two year', ' Monthly ', 'Trial', 'n/a', '', 12, true, null],
      employees: [49, 50, 199.5, '1,200', ' 60 ', '$1.2M', '007', -3, '', null],
      stack: ['Slack', 'Jira;Slack', 'Jira|Slack', 'Jira', '-', '', null],
    };
    const record = fc.record({
      contract: fc.constantFrom(...values.contract),
      employees: fc.constantFrom(...values.employees),
      stack: fc.constantFrom(...values.stack),
    });
    await fc.assert(
      fc.asyncProperty(record, async (one) => {
        const file = join(folder, 'one.jsonl');
        writeFileSync(file, `${JSON.stringify(one)}\n`);
        const [{ points, fit, probability, tier, reasons }] = (await scoreFile(file, { profile })).accounts;
        expect(score(one)).toEqual({ points, fit, probability, tier, reasons });
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('never throws, whatever it is given', () => {
    const hostile = {
      toJSON: () => {
        throw new Error('no');
      },
      toString: () => {
        throw new Error('no');
      },
    };
    const cyclic: Record<string, unknown> = {};
    cyclic.contract = cyclic;
    const throwing = Object.defineProperty({}, 'contract', {
      get: () => {
        throw new Error('no');
      },
    });
    for (const record of [
      null,
      undefined,
      3,
      'x',
      [],
      cyclic,
      throwing,
      { contract: hostile, employees: 10n, stack: Symbol('s') },
    ])
      expect(score(record as unknown as Record<string, unknown>).points).toEqual(expect.any(Number));
    fc.assert(
      fc.property(
        fc.object({
          key: fc.constantFrom('contract', 'employees', 'stack', '__proto__'),
          withBigInt: true,
          withDate: true,
          withSet: true,
          withMap: true,
        }),
        (record) => {
          expect(Number.isInteger(score(record).points)).toBe(true);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  it('claims no probability where the profile does not', () => {
    expect(createScorer({ ...profile, verdict: 'ranked' })({}).probability).toBeNull();
  });
});

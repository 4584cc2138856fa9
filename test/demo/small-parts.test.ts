import { describe, expect, it } from 'vitest';
import { printCsv } from '../../src/demo/print-csv.js';
import { respellCompany, respellEmail } from '../../src/demo/respell.js';
import { scheduleWeight } from '../../src/demo/schedule-weight.js';
import { logistic, solveIntercept } from '../../src/demo/solve-intercept.js';
import { traitOverlap } from '../../src/demo/trait-overlap.js';
import { traitOf } from '../../src/demo/traits.js';
import type { Column } from '../../src/model/table.js';

describe('printCsv', () => {
  it('quotes what must be quoted, joins members and leaves missing cells empty', () => {
    const columns: Column[] = [
      { type: 'text', name: 'a,b', codes: Int32Array.of(0, 1, -1), labels: ['say "hi", then\ngo', ' space'] },
      { type: 'number', name: 'n', values: Float64Array.of(1.5, Number.NaN, 3), whole: false },
      { type: 'date', name: 'd', values: Float64Array.of(Date.parse('2024-02-29'), Number.NaN, 1) },
      {
        type: 'set',
        name: 's',
        offsets: Int32Array.of(0, 2, 2, 3),
        codes: Int32Array.of(0, 1, 1),
        labels: ['Slack', 'Jira'],
        missing: Uint8Array.of(0, 1, 0),
      },
    ];
    expect([...printCsv({ columns }, { from: 0, to: 3 })].join('')).toBe(
      '"a,b",n,d,s\n' +
        '"say ""hi"", then\ngo",1.5,2024-02-29,Slack;Jira\n' +
        '" space",,,\n' +
        ',3,1970-01-01T00:00:00.001Z,Jira\n',
    );
  });

  it('comes in pieces', () => {
    const columns: Column[] = [{ type: 'number', name: 'n', values: new Float64Array(2500), whole: true }];
    expect([...printCsv({ columns }, { from: 0, to: 2500 })]).toHaveLength(3);
  });
});

describe('respellCompany', () => {
  it('writes one company in five ways', () => {
    expect([0, 1, 2, 3, 4].map((style) => respellCompany('Acme Tools Inc.', style))).toEqual([
      'ACME TOOLS, Inc',
      'acme tools inc.',
      'Acme Tools Incorporated',
      'Acme-Tools Inc',
      'Acme Tools, Inc.',
    ]);
    expect(respellCompany('Acme Tools AB', 2)).toBe('Acme Tools');
  });
});

describe('respellEmail', () => {
  it('changes the letters that mail systems do not tell apart', () => {
    expect(respellEmail('mango.star17@example.com')).toBe('MANGO.STAR17@example.com');
  });
});

describe('scheduleWeight', () => {
  const at = (day: string) => Date.parse(day);

  it('is sudden without a duration', () => {
    expect(scheduleWeight({ from: '2024-01-01' }, at('2023-12-31'))).toBe(0);
    expect(scheduleWeight({ from: '2024-01-01' }, at('2024-01-01'))).toBe(1);
    expect(scheduleWeight({ until: '2024-01-01' }, at('2023-12-31'))).toBe(1);
    expect(scheduleWeight({ until: '2024-01-01' }, at('2024-01-01'))).toBe(0);
  });

  it('goes over in equal steps otherwise', () => {
    expect(scheduleWeight({ from: '2024-01-01', overDays: 10 }, at('2024-01-06'))).toBe(0.5);
    expect(scheduleWeight({ until: '2024-01-01', overDays: 10 }, at('2024-01-04'))).toBeCloseTo(0.7, 12);
    expect(scheduleWeight({ from: '2024-01-01', overDays: 10 }, at('2024-02-01'))).toBe(1);
  });

  it('is nothing at an unknown time', () => {
    expect(scheduleWeight({ until: '2024-01-01' }, Number.NaN)).toBe(0);
  });
});

describe('solveIntercept', () => {
  it('meets the base rate: with no effects it is the logit of it', () => {
    expect(solveIntercept(new Float64Array(10), 0.2)).toBeCloseTo(Math.log(0.25), 9);
  });

  it('meets the mean over unlike accounts', () => {
    const logOdds = Float64Array.of(-1, 0, 2);
    const intercept = solveIntercept(logOdds, 0.3);
    const mean = logOdds.reduce((sum, x) => sum + logistic(x + intercept), 0) / 3;
    expect(mean).toBeCloseTo(0.3, 9);
  });
});

describe('traitOverlap', () => {
  const spread = { kind: 'set', shares: { Slack: 0.4, Jira: 0.3 } } as const;
  const overlap = (one: string, other: string, signs: readonly [1 | -1, 1 | -1] = [1, 1]) =>
    traitOverlap(
      { condition: traitOf(one).condition, sign: signs[0] },
      { condition: traitOf(other).condition, sign: signs[1] },
      { attribute: 'stack', spread },
    );

  it('holds members of a set apart', () => {
    expect(overlap('stack includes Slack', 'stack includes Slack')).toBe(1);
    expect(overlap('stack includes Jira', 'stack includes Slack')).toBe(0);
    expect(overlap('stack without Slack', 'stack includes Slack')).toBe(0);
  });

  it('turns a claim round whose sign is the other', () => {
    expect(overlap('stack without Slack', 'stack includes Slack', [-1, 1])).toBe(1);
    expect(overlap('stack includes Slack', 'stack includes Slack', [1, -1])).toBe(0);
  });
});
